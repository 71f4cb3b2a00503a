import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AuthApp, authApp } from '../../test/fakes/auth-app.ts';

let desk: AuthApp;
let boss: Awaited<ReturnType<AuthApp['logIn']>>;
beforeEach(async () => {
  desk = await authApp();
  await desk.add({ name: 'boss', roles: ['admin'] });
  boss = await desk.logIn('boss');
});
afterEach(() => desk.app.close());

const amy = { name: 'amy', password: 'a long way home', roles: ['agent'] };

describe('an admin', () => {
  it('makes, lists, changes and deletes accounts', async () => {
    const made = await boss.send('POST', '/v1/accounts', amy);
    expect(made.statusCode).toBe(201);
    expect(made.json()).toMatchObject({
      name: 'amy',
      displayName: 'amy',
      roles: ['agent'],
      teams: [],
      disabled: false,
    });
    expect(made.body).not.toMatch(/password|scrypt/i);
    const { id } = made.json();
    expect((await boss.get('/v1/accounts')).json().accounts).toHaveLength(2);
    const patched = await boss.send('PATCH', `/v1/accounts/${id}`, { displayName: '小爱', languages: ['zh', 'en'] });
    expect(patched.json()).toMatchObject({ displayName: '小爱', languages: ['zh', 'en'] });
    expect((await boss.send('DELETE', `/v1/accounts/${id}`)).statusCode).toBe(204);
    expect((await boss.send('DELETE', `/v1/accounts/${id}`)).statusCode).toBe(404);
    expect((await boss.get('/v1/accounts')).json().accounts).toHaveLength(1);
  });

  it.each([{ disabled: true }, { password: 'another long way' }])('logs a person out with %j', async (patch) => {
    const { id } = (await boss.send('POST', '/v1/accounts', amy)).json();
    const session = await desk.logIn('amy', amy.password);
    expect((await session.get('/v1/session')).statusCode).toBe(200);
    await boss.send('PATCH', `/v1/accounts/${id}`, patch);
    expect((await session.get('/v1/session')).statusCode).toBe(401);
  });

  it('changes roles at once', async () => {
    const { id } = (await boss.send('POST', '/v1/accounts', amy)).json();
    const session = await desk.logIn('amy', amy.password);
    await boss.send('PATCH', `/v1/accounts/${id}`, { roles: ['analyst'] });
    expect((await session.get('/v1/handoffs')).statusCode).toBe(403);
  });

  it('must stay one', async () => {
    const { id } = boss.response.json().agent;
    for (const [method, body] of [
      ['PATCH', { roles: ['agent'] }],
      ['PATCH', { disabled: true }],
      ['DELETE', undefined],
    ] as const) {
      expect((await boss.send(method, `/v1/accounts/${id}`, body)).statusCode).toBe(409);
    }
    expect((await boss.get('/v1/session')).statusCode).toBe(200);
  });

  it.each([
    ['a taken name', { ...amy, name: 'BOSS' }, 409, undefined],
    ['a short password', { ...amy, password: 'short' }, 400, 'password'],
    ['no role', { ...amy, roles: [] }, 400, 'roles'],
    ['an unknown role', { ...amy, roles: ['god'] }, 400, 'roles.0'],
    ['an unknown field', { ...amy, id: 'x' }, 400, 'id'],
    ['a name of two lines', { ...amy, name: 'a\nb' }, 400, 'name'],
  ])('is refused %s', async (_name, body, status, field) => {
    const response = await boss.send('POST', '/v1/accounts', body);
    expect(response.statusCode).toBe(status);
    if (field) expect(response.json().errors[0].field).toBe(field);
  });

  it('is the only one', async () => {
    const { id } = await desk.add({ name: 'ed', roles: ['agent', 'editor', 'analyst'] });
    const session = await desk.logIn('ed');
    const attempts = [
      session.get('/v1/accounts'),
      session.get('/v1/keys'),
      session.get('/v1/audit'),
      session.send('POST', '/v1/accounts', amy),
      session.send('PATCH', `/v1/accounts/${id}`, { roles: ['admin'] }),
      session.send('DELETE', `/v1/accounts/${id}`),
      session.send('POST', '/v1/keys', { name: 'x', roles: ['admin'] }),
      session.send('DELETE', '/v1/keys/x'),
    ];
    for (const response of await Promise.all(attempts)) expect(response.statusCode).toBe(403);
  });
});

describe('a shop key', () => {
  const make = async (roles: string[]) => (await boss.send('POST', '/v1/keys', { name: 'ERP', roles })).json();
  const bearer = (secret: string) => desk.as({ authorization: `Bearer ${secret}` });

  it('is shown once, works by its roles, and tells when it was used', async () => {
    const { key, secret } = await make(['agent']);
    expect(secret).toMatch(/^xo_[\w-]{43}$/);
    expect(key).toEqual({
      id: key.id,
      name: 'ERP',
      prefix: secret.slice(0, 9),
      roles: ['agent'],
      createdAt: desk.time.now,
    });
    expect((await bearer(secret).get('/v1/handoffs')).statusCode).toBe(200);
    expect((await bearer(secret).get('/v1/keys')).statusCode).toBe(403);
    expect((await bearer(secret).get('/v1/session')).json().agent).toMatchObject({ id: key.id, roles: ['agent'] });
    const listed = await boss.get('/v1/keys');
    expect(listed.body).not.toContain(secret);
    expect(listed.json().keys[0]).toEqual({ ...key, lastUsedAt: desk.time.now });
  });

  it('is worth nothing once revoked', async () => {
    const { key, secret } = await make(['admin']);
    expect((await bearer(secret).send('DELETE', `/v1/keys/${key.id}`)).json()).toMatchObject({
      revokedAt: desk.time.now,
    });
    expect((await bearer(secret).get('/v1/keys')).statusCode).toBe(401);
  });

  it('that is wrong is not made good by a cookie', async () => {
    const { secret } = await make(['admin']);
    for (const wrong of [secret.slice(0, -1), `${secret}x`, 'xo_', 'Basic abc', '']) {
      const response = await boss.get('/v1/session', { authorization: `Bearer ${wrong}` });
      expect(response.statusCode).toBe(401);
    }
    expect((await boss.get('/v1/session', { authorization: 'Basic YTpi' })).statusCode).toBe(401);
  });

  it('needs no word on pages, which a browser would send', async () => {
    const { secret } = await make(['admin']);
    const response = await bearer(secret).send(
      'POST',
      '/v1/keys',
      { name: 'x', roles: [] },
      { origin: 'https://x.cn' },
    );
    expect(response.statusCode).toBe(201);
  });
});

describe('what admins do', () => {
  it('is in the audit trail, without secrets', async () => {
    const { id } = (await boss.send('POST', '/v1/accounts', amy)).json();
    await boss.send('PATCH', `/v1/accounts/${id}`, { password: 'another long way', roles: ['editor'] });
    await boss.send('DELETE', `/v1/accounts/${id}`);
    const { key, secret } = (await boss.send('POST', '/v1/keys', { name: 'ERP', roles: ['agent'] })).json();
    await boss.send('DELETE', `/v1/keys/${key.id}`);
    const answer = await boss.get('/v1/audit?limit=5');
    const { entries } = answer.json();
    expect(entries.map((entry: { action: string; target: string }) => [entry.action, entry.target])).toEqual([
      ['key.revoked', key.id],
      ['key.created', key.id],
      ['account.deleted', id],
      ['account.changed', id],
      ['account.created', id],
    ]);
    expect(entries[3]).toMatchObject({
      actor: { kind: 'agent', id: 'id-1', name: 'boss' },
      details: { fields: ['password', 'roles'], roles: ['editor'] },
    });
    for (const word of ['another long way', amy.password, secret]) expect(answer.body).not.toContain(word);
    const page = (await boss.get(`/v1/audit?limit=2&before=${entries[1].sequence}`)).json();
    expect(page.entries.map((entry: { action: string }) => entry.action)).toEqual([
      'account.deleted',
      'account.changed',
    ]);
    expect((await boss.get(`/v1/audit?target=${id}`)).json().entries).toHaveLength(3);
    expect((await boss.get('/v1/audit?action=DROP')).statusCode).toBe(400);
  });
});
