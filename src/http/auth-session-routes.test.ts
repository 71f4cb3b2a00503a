import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AuthApp, authApp, PASSWORD } from '../../test/fakes/auth-app.ts';
import { EventStreamClient } from '../../test/fakes/event-stream-client.ts';

const HOUR = 3_600_000;
let desk: AuthApp;
beforeEach(async () => {
  desk = await authApp();
  await desk.add({ name: 'boss', roles: ['admin'] });
  await desk.add({ name: 'Amy', displayName: '小爱', roles: ['agent'], teams: ['after_sales'], languages: ['zh'] });
});
afterEach(() => desk.app.close());

describe('logging in', () => {
  it('tells who one is and sets a cookie that neither scripts nor other sites can use', async () => {
    const { response, get } = await desk.logIn('amy');
    expect(response.statusCode).toBe(200);
    const { agent } = response.json();
    expect(agent).toEqual({
      id: expect.any(String),
      name: '小爱',
      login: 'Amy',
      roles: ['agent'],
      teams: ['after_sales'],
      languages: ['zh'],
    });
    const cookie = String(response.headers['set-cookie']);
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/', 'Max-Age=604800']) expect(cookie).toContain(part);
    expect(cookie).not.toContain('Secure');
    expect((await get('/v1/session')).json()).toEqual({ agent });
    expect((await get('/v1/handoffs')).statusCode).toBe(200);
    expect((await get('/v1/accounts')).statusCode).toBe(403);
  });

  it('sets a secure cookie behind a trusted proxy that speaks https', async () => {
    const proxied = await authApp({ trustProxy: (_address, hop) => hop < 1 });
    await proxied.add({ name: 'boss', roles: ['admin'] });
    const payload = { name: 'boss', password: PASSWORD };
    const headers = { 'x-forwarded-proto': 'https' };
    const response = await proxied.app.inject({ method: 'POST', url: '/v1/session', payload, headers });
    expect(response.headers['set-cookie']).toContain('Secure');
    await proxied.app.close();
  });

  it('stores neither the token nor the password', async () => {
    const { token = '' } = await desk.logIn('amy');
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await desk.auth.accounts.findSession(token)).toBeUndefined();
    const found = await desk.auth.accounts.findCredentials('amy');
    expect(found?.passwordHash).toMatch(/^\$scrypt\$ln=\d+,r=8,p=1\$/);
    expect(JSON.stringify(desk.auth.audit.entries)).not.toContain('horse');
  });

  it('does not tell a wrong password from an unknown or disabled account', async () => {
    const { id } = await desk.add({ name: 'bo', roles: ['agent'] });
    await desk.auth.accounts.updateAccount(id, { disabled: true });
    const answers = [];
    for (const [name, password] of [
      ['amy', 'wrong'],
      ['nobody', PASSWORD],
      ['bo', PASSWORD],
    ]) {
      const { response } = await desk.logIn(name, password);
      const { requestId: _, ...problem } = response.json();
      answers.push([response.statusCode, problem, response.headers['set-cookie']]);
    }
    expect(answers[0][0]).toBe(401);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('becomes slower with every failure, for known and unknown names alike, and recovers', async () => {
    for (const name of ['amy', 'nobody']) {
      for (let count = 0; count < 6; count += 1) {
        expect((await desk.logIn(name, 'wrong')).response.statusCode).toBe(401);
      }
      const { response } = await desk.logIn(name);
      expect([response.statusCode, response.headers['retry-after']]).toEqual([429, '1']);
      expect(response.json()).toMatchObject({ type: 'urn:xiaoer:problem:too-many-attempts' });
    }
    expect((await desk.logIn('boss')).response.statusCode).toBe(200);
    desk.time.now += 1000;
    expect((await desk.logIn('amy')).response.statusCode).toBe(200);
    expect((await desk.logIn('amy', 'wrong')).response.statusCode).toBe(401);
  });

  it('is refused to pages that are not ours', async () => {
    const payload = { name: 'amy', password: PASSWORD };
    for (const foreign of [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'same-site' }]) {
      const response = await desk.as(foreign as unknown as Record<string, string>).send('POST', '/v1/session', payload);
      expect([response.statusCode, response.headers['set-cookie']]).toEqual([403, undefined]);
    }
    const own = await desk.as({ origin: 'http://localhost:80' }).send('POST', '/v1/session', payload);
    expect(own.statusCode).toBe(200);
  });
});

describe('a session', () => {
  it('ends when one logs out, and logging out twice is fine', async () => {
    const { get, send } = await desk.logIn('amy');
    const out = await send('DELETE', '/v1/session');
    expect(out.statusCode).toBe(204);
    expect(String(out.headers['set-cookie'])).toMatch(/xiaoer_session=;.*(Expires|Max-Age=0)/);
    expect((await get('/v1/session')).statusCode).toBe(401);
    expect((await send('DELETE', '/v1/session')).statusCode).toBe(204);
  });

  it('lives on while it is used, and ends after twelve idle hours', async () => {
    const { get } = await desk.logIn('amy');
    for (let count = 0; count < 5; count += 1) {
      desk.time.now += 11 * HOUR;
      expect((await get('/v1/session')).statusCode).toBe(200);
    }
    desk.time.now += 12 * HOUR;
    expect((await get('/v1/session')).statusCode).toBe(401);
  });

  it('ends after seven days however much it is used', async () => {
    const { get } = await desk.logIn('amy');
    for (let hours = 0; hours < 7 * 24 - 6; hours += 6) {
      desk.time.now += 6 * HOUR;
      expect((await get('/v1/session')).statusCode).toBe(200);
    }
    desk.time.now += 6 * HOUR;
    expect((await get('/v1/session')).statusCode).toBe(401);
  });

  it('cannot be used by a foreign page to change anything', async () => {
    const { get, send } = await desk.logIn('boss');
    const key = { name: 'ERP', roles: [] };
    for (const foreign of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'http://localhost:8080' }]) {
      expect((await send('POST', '/v1/keys', key, foreign)).statusCode).toBe(403);
    }
    for (const own of [{ 'sec-fetch-site': 'same-origin' }, { origin: 'http://localhost' }]) {
      expect((await send('POST', '/v1/keys', key, own)).statusCode).toBe(201);
    }
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await send('POST', '/v1/keys', 'name=x' as unknown as object, form)).statusCode).toBe(415);
    expect((await get('/v1/keys')).json().keys).toHaveLength(2);
  });

  it('that ends also ends the live view of the desk', async () => {
    const live = await authApp({}, { limits: { beatMs: 30 } });
    await live.add({ name: 'amy', roles: ['admin'] });
    const address = await live.app.listen({ host: '127.0.0.1', port: 0 });
    const { token, send } = await live.logIn('amy');
    const view = await EventStreamClient.open(`${address}/v1/desk/events`, { cookie: `xiaoer_session=${token}` });
    await expect.poll(() => view.raw.match(/\n:\n/g)?.length ?? 0).toBeGreaterThan(2);
    await send('DELETE', '/v1/session');
    await view.ended;
    await expect(
      EventStreamClient.open(`${address}/v1/desk/events`, { cookie: `xiaoer_session=${token}` }),
    ).rejects.toThrow('401');
    await live.app.close();
  });

  it.each(['', 'nonsense', 'x'.repeat(99)])('is none with the cookie %j', async (token) => {
    const { get } = desk.as({ cookie: `xiaoer_session=${token}` });
    expect((await get('/v1/session')).statusCode).toBe(401);
  });
});

describe('changing the own password', () => {
  const NEXT = 'staple of battery horses';

  it('logs out everywhere else, and the old one is worth nothing', async () => {
    const [here, elsewhere] = [await desk.logIn('amy'), await desk.logIn('amy')];
    const changed = await here.send('POST', '/v1/session/password', { password: PASSWORD, newPassword: NEXT });
    expect(changed.statusCode).toBe(200);
    const token = changed.cookies[0].value;
    expect((await desk.as({ cookie: `xiaoer_session=${token}` }).get('/v1/session')).statusCode).toBe(200);
    expect((await here.get('/v1/session')).statusCode).toBe(401);
    expect((await elsewhere.get('/v1/session')).statusCode).toBe(401);
    expect((await desk.logIn('amy')).response.statusCode).toBe(401);
    expect((await desk.logIn('amy', NEXT)).response.statusCode).toBe(200);
  });

  it('takes the present one, and refuses weak ones in words', async () => {
    const { send } = await desk.logIn('amy');
    const change = (password: string, newPassword: string) =>
      send('POST', '/v1/session/password', { password, newPassword });
    for (const weak of ['short', '1234567890', 'aaaaaaaaaaaa', 'amyamyamyamy']) {
      const response = await change(PASSWORD, weak);
      expect([weak, response.statusCode]).toEqual([weak, 400]);
      expect(response.json().errors).toEqual([{ field: 'newPassword', message: expect.stringMatching(/^must /) }]);
    }
    for (let count = 0; count < 6; count += 1) expect((await change('wrong', NEXT)).statusCode).toBe(403);
    expect((await change(PASSWORD, NEXT)).statusCode).toBe(429);
  });
});

describe('the audit trail', () => {
  it('knows who came, who failed and who left, and no password typed as a name', async () => {
    const { send } = await desk.logIn('amy');
    await desk.logIn('amy', 'wrong');
    await desk.logIn('my secret password', 'amy');
    await send('DELETE', '/v1/session');
    const boss = await desk.logIn('boss');
    const { entries } = (await boss.get('/v1/audit?action=session.')).json();
    expect(entries.map((entry: { action: string; actor: object }) => [entry.action, entry.actor])).toEqual([
      ['session.started', { kind: 'agent', id: 'id-1', name: 'boss' }],
      ['session.ended', { kind: 'agent', id: 'id-2', name: '小爱' }],
      ['session.refused', { kind: 'nobody', id: '', name: '' }],
      ['session.refused', { kind: 'agent', id: 'id-2', name: 'Amy' }],
      ['session.started', { kind: 'agent', id: 'id-2', name: 'Amy' }],
    ]);
    expect(entries[0].address).toBe('127.0.0.1');
    expect(JSON.stringify(entries)).not.toContain('secret');
  });
});

it('neither passwords nor tokens are in the log, at any level', async () => {
  const lines: string[] = [];
  const logged = await authApp({
    logger: { level: 'trace', stream: { write: (line: string) => void lines.push(line) } },
  });
  await logged.add({ name: 'amy', roles: ['admin'] });
  const { token = '', send, get } = await logged.logIn('amy');
  await logged.logIn('amy', 'wrong secret');
  const { secret } = (await send('POST', '/v1/keys', { name: 'ERP', roles: [] })).json();
  await send('POST', '/v1/session/password', { password: PASSWORD, newPassword: 'another secret' });
  await get('/v1/session', { authorization: `Bearer ${secret}` });
  await logged.app.close();
  expect(lines.length).toBeGreaterThan(4);
  for (const word of [PASSWORD, 'secret', token, secret, 'xiaoer_session']) expect(lines.join('')).not.toContain(word);
});
