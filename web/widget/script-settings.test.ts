import { expect, it } from 'vitest';
import { readScriptSettings } from './script-settings.ts';

const facts = { scriptUrl: 'https://shop.example/desk/widget.js?v=1', languages: ['de', 'zh-TW', 'en'] };
function read(data: Record<string, string>, page = facts) {
  const warnings: string[] = [];
  return { settings: readScriptSettings(data, page, (problem) => warnings.push(problem)), warnings };
}

it('needs no attribute at all', () => {
  expect(read({})).toEqual({
    settings: {
      ...{ server: 'https://shop.example/desk', language: 'zh', theme: 'auto', side: 'right', isOpen: false },
      ...{ colour: undefined, customer: undefined },
    },
    warnings: [],
  });
  expect(read({}, { ...facts, languages: ['fr'] }).settings.language).toBe('en');
});

it('reads what the shop chooses', () => {
  const { settings } = read({
    ...{ server: 'https://desk.example/', lang: 'en', colour: '#FF6A00', theme: 'dark', side: 'left', open: 'true' },
    ...{ customerId: 'lin', customerName: '', customerTier: 'vip' },
  });
  expect(settings).toMatchObject({ server: 'https://desk.example', language: 'en', colour: '#FF6A00', isOpen: true });
  expect(settings.customer).toEqual({ id: 'lin', tier: 'vip' });
});

it('tells what makes no sense and goes on without it', () => {
  const { settings, warnings } = read({ lang: 'klingon', colour: 'red;background:url(x)', side: 'top' });
  expect(settings).toMatchObject({ language: 'zh', side: 'right', colour: undefined });
  expect(warnings).toHaveLength(3);
  expect(warnings.join()).toContain('data-lang="klingon"');
});
