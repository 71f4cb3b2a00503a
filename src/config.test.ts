import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeSettings, readConfig } from './config.ts';

describe('who may come near', () => {
  it('is closed and limited by default', () => {
    const { trustProxy, access, adminPassword } = readConfig({});
    expect(trustProxy).toBe(false);
    expect(access).toEqual({
      origins: [],
      customerKeyRequired: false,
      limits: { requests: 6000, conversation: 60, unknownConversations: 600 },
    });
    expect(adminPassword).toBeUndefined();
  });

  it.each([
    ['true', 1],
    ['no', false],
    ['2', 2],
    ['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']],
  ])('trusts proxies: %s', (text, expected) => {
    expect(readConfig({ XIAOER_TRUST_PROXY: text }).trustProxy).toEqual(expected);
  });

  it('takes origins, keys and limits', () => {
    const { access } = readConfig({
      XIAOER_ORIGINS: 'https://shop.example, http://localhost:8080',
      XIAOER_CUSTOMER_KEY: 'required',
      XIAOER_REQUESTS_PER_MINUTE: '0',
      XIAOER_MESSAGES_PER_MINUTE: '5',
    });
    expect(access.origins).toEqual(['https://shop.example', 'http://localhost:8080']);
    expect(access.customerKeyRequired).toBe(true);
    expect(access.limits).toMatchObject({ requests: 0, conversation: 5 });
  });

  it.each([
    ['XIAOER_TRUST_PROXY', 'the one in front'],
    ['XIAOER_ORIGINS', 'shop.example'],
    ['XIAOER_ORIGINS', 'https://shop.example/'],
    ['XIAOER_ORIGINS', 'https://*.example'],
    ['XIAOER_CUSTOMER_KEY', 'perhaps'],
    ['XIAOER_REQUESTS_PER_MINUTE', '-1'],
  ])('refuses %s=%s and names it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(name);
  });
});

describe('the settings in the READMEs', () => {
  const readme = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

  it.each(describeSettings())('$name', ({ name, meaning }) => {
    expect(readme('README.md')).toContain(`| \`${name}\` | ${meaning} |`);
    expect(readme('README.zh-CN.md')).toContain(`| \`${name}\` | `);
  });
});
