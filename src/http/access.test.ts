import { afterEach, describe, expect, it } from 'vitest';
import { authApp } from '../../test/fakes/auth-app.ts';
import { type TestApp, testApp } from '../../test/fakes/test-app.ts';

let desk: TestApp | undefined;
afterEach(() => desk?.app.close());
const open = async (deps: Parameters<typeof testApp>[0]) => {
  desk = await testApp(deps);
  return desk;
};
const say = (id: string, messageId: string, headers = {}) =>
  desk?.post(`/v1/conversations/${id}/messages`, { messageId, text: 'hello' }, headers);
const NONE = { requests: 0, conversation: 0, unknownConversations: 0 };

describe('rate limits', () => {
  it('count by address and answer with a problem and Retry-After', async () => {
    const { get, app } = await open({ access: { limits: { ...NONE, requests: 3 } } });
    for (let count = 0; count < 3; count += 1) expect((await get('/v1/handoffs')).statusCode).toBe(200);
    const refused = await get('/v1/handoffs');
    expect([refused.statusCode, refused.headers['content-type']]).toEqual([
      429,
      'application/problem+json; charset=utf-8',
    ]);
    expect(refused.json().type).toBe('urn:xiaoer:problem:too-many-requests');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await app.inject({ url: '/v1/handoffs', remoteAddress: '10.0.0.2' })).statusCode).toBe(200);
    expect((await get('/livez')).statusCode).toBe(200);
    expect((await get('/')).statusCode).toBe(200);
  });

  it('count a whole IPv6 network as one', async () => {
    const { app } = await open({ access: { limits: { ...NONE, requests: 1 } } });
    const from = (remoteAddress: string) => app.inject({ url: '/v1/handoffs', remoteAddress });
    expect((await from('2001:db8:1:2::1')).statusCode).toBe(200);
    expect((await from('2001:db8:1:2:ffff::9')).statusCode).toBe(429);
    expect((await from('2001:db8:1:3::1')).statusCode).toBe(200);
  });

  it('count the messages of one conversation, whoever sends them', async () => {
    const { app, get } = await open({ access: { limits: { ...NONE, conversation: 2 } } });
    expect((await say('c1', 'm1'))?.statusCode).toBe(200);
    expect((await say('c1', 'm2'))?.statusCode).toBe(200);
    const third = await app.inject({
      ...{ method: 'POST', url: '/v1/conversations/c1/messages', remoteAddress: '10.0.0.2' },
      payload: { messageId: 'm3', text: 'hello' },
    });
    expect(third.statusCode).toBe(429);
    expect((await say('c2', 'm1'))?.statusCode).toBe(200);
    expect((await get('/v1/conversations/c1')).statusCode).toBe(200);
  });

  it('end the guessing of conversations', async () => {
    const { get, app } = await open({ access: { limits: { ...NONE, unknownConversations: 3 } } });
    await say('c1', 'm1');
    for (let guess = 0; guess < 4; guess += 1) expect((await get(`/v1/conversations/g${guess}`)).statusCode).toBe(404);
    expect((await get('/v1/conversations/g5')).statusCode).toBe(429);
    expect((await get('/v1/conversations/c1')).statusCode).toBe(429);
    expect((await app.inject({ url: '/v1/conversations/c1', remoteAddress: '10.0.0.2' })).statusCode).toBe(200);
  });

  it('count a valid shop key by itself, and an invented one by its address', async () => {
    const keyed = await authApp({ access: { limits: { ...NONE, requests: 3 } } });
    await keyed.add({ name: 'boss', roles: ['admin'] });
    const boss = await keyed.logIn('boss');
    const { secret } = (await boss.send('POST', '/v1/keys', { name: 'ERP', roles: ['agent'] })).json();
    const bearer = (key: string) => keyed.as({ authorization: `Bearer ${key}` }).get('/v1/handoffs');
    const statuses = [];
    for (const key of ['xo_1', 'xo_2', secret, secret]) statuses.push((await bearer(key)).statusCode);
    expect(statuses).toEqual([401, 429, 200, 200]);
    await keyed.app.close();
  });
});

describe('pages of other origins', () => {
  const ask = (url: string, origin: string, method: 'GET' | 'OPTIONS' = 'GET') =>
    desk?.app.inject({ url, method, headers: { origin, 'access-control-request-method': 'POST' } });
  const allowed = async (url: string, origin: string, method?: 'GET' | 'OPTIONS') =>
    (await ask(url, origin, method))?.headers['access-control-allow-origin'];

  it('may read what the widget shows everybody, and nothing else by default', async () => {
    await open({});
    for (const url of ['/v1/widget', '/v1/widget/search?q=a']) {
      const response = await ask(url, 'https://shop.example');
      expect(response?.headers['access-control-allow-origin']).toBe('*');
      expect(response?.headers['cross-origin-resource-policy']).toBe('cross-origin');
    }
    for (const url of ['/v1/conversations/c', '/v1/handoffs', '/', '/openapi.json', '/v1/widgets', '/nothing']) {
      expect(await allowed(url, 'https://shop.example')).toBeUndefined();
    }
  });

  it('may talk when they are listed, without cookies', async () => {
    await open({ access: { origins: ['https://shop.example'] } });
    const preflight = await ask('/v1/conversations/c/messages', 'https://shop.example', 'OPTIONS');
    expect(preflight?.statusCode).toBe(204);
    expect(preflight?.headers).toMatchObject({
      'access-control-allow-origin': 'https://shop.example',
      'access-control-allow-methods': expect.stringContaining('POST'),
      'access-control-allow-headers': expect.stringContaining('content-type'),
      vary: expect.stringContaining('Origin'),
    });
    expect(preflight?.headers['access-control-allow-credentials']).toBeUndefined();
    expect(await allowed('/v1/conversations/c', 'https://shop.example')).toBe('https://shop.example');
    for (const other of ['https://shop.example.evil', 'http://shop.example', 'null']) {
      expect(await allowed('/v1/conversations/c', other)).toBeUndefined();
      expect(await allowed('/v1/conversations/c/messages', other, 'OPTIONS')).toBeUndefined();
    }
    for (const url of ['/v1/handoffs', '/v1/session', '/v1/accounts']) {
      expect(await allowed(url, 'https://shop.example')).toBeUndefined();
      expect(await allowed(url, 'https://shop.example', 'OPTIONS')).toBeUndefined();
    }
  });

  it('may be any, if the shop says so', async () => {
    await open({ access: { origins: ['*'] } });
    expect(await allowed('/v1/conversations/c', 'https://any.example')).toBe('https://any.example');
  });

  it('can read that they asked for too much', async () => {
    await open({ access: { origins: ['https://shop.example'], limits: { ...NONE, conversation: 1 } } });
    await say('c1', 'm1');
    const refused = await say('c1', 'm2', { origin: 'https://shop.example' });
    expect(refused?.statusCode).toBe(429);
    expect(refused?.headers['access-control-allow-origin']).toBe('https://shop.example');
    expect(refused?.headers['access-control-expose-headers']).toContain('retry-after');
  });
});

describe('customers with keys', () => {
  it('are let in by any valid key, or a session, and by nothing else', async () => {
    const keyed = await authApp({ access: { customerKeyRequired: true } });
    await keyed.add({ name: 'boss', roles: ['admin'] });
    const boss = await keyed.logIn('boss');
    const { secret } = (await boss.send('POST', '/v1/keys', { name: 'shop server', roles: [] })).json();
    const message = { messageId: 'm1', text: 'hello' };
    const speak = (headers: Record<string, string>) =>
      keyed.as(headers).send('POST', '/v1/conversations/c/messages', message);
    expect((await speak({})).statusCode).toBe(401);
    expect((await speak({ authorization: 'Bearer xo_wrong' })).statusCode).toBe(401);
    expect((await speak({ authorization: `Bearer ${secret}` })).statusCode).toBe(200);
    expect((await keyed.get('/v1/conversations/c')).statusCode).toBe(401);
    expect((await boss.get('/v1/conversations/c')).statusCode).toBe(200);
    expect((await keyed.as({ authorization: `Bearer ${secret}` }).get('/v1/handoffs')).statusCode).toBe(403);
    await keyed.app.close();
  });
});

describe('the content security policy', () => {
  const policy = async (url: string) => String((await desk?.get(url))?.headers['content-security-policy']);

  it('fits the page', async () => {
    await open({});
    expect(await policy('/')).toMatch(/script-src 'self';.*frame-ancestors 'self'$/);
    expect(await policy('/console/')).toMatch(/script-src 'self';.*frame-ancestors 'none'$/);
    expect(await policy('/v1/handoffs')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(await policy('/docs/static/index.html')).not.toMatch(/upgrade-insecure|https:|swagger\.io/);
    expect((await desk?.get('/v1/handoffs'))?.headers['cache-control']).toBe('no-store');
  });
});
