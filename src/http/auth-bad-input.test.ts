import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuthApp, authApp } from '../../test/fakes/auth-app.ts';

let desk: AuthApp;
let boss: Awaited<ReturnType<AuthApp['logIn']>>;
beforeAll(async () => {
  desk = await authApp();
  await desk.add({ name: 'boss', roles: ['admin'] });
  boss = await desk.logIn('boss');
});
afterAll(() => desk.app.close());

const CHANGES = [
  ['POST', '/v1/session'],
  ['POST', '/v1/session/password'],
  ['POST', '/v1/accounts'],
  ['PATCH', '/v1/accounts/id-1'],
  ['PATCH', '/v1/accounts/nobody'],
  ['POST', '/v1/keys'],
] as const;

const word = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'boss', '\u0000', '\ud800', 'a\nb'),
);
const anything = fc.oneof(word, fc.anything({ maxDepth: 1 }));
const almost = fc.record(
  {
    ...{ name: anything, password: anything, newPassword: anything, displayName: anything },
    roles: fc.oneof(anything, fc.array(fc.oneof(fc.constantFrom('agent', 'god', ''), anything))),
    ...{ teams: fc.oneof(anything, fc.array(word)), languages: anything, disabled: anything, id: anything },
  },
  { requiredKeys: [] },
);
const body = fc.oneof(
  fc.json().map((text) => Buffer.from(text)),
  almost.map((value) => Buffer.from(JSON.stringify(value) ?? '')),
  fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
);

describe('any body at all', () => {
  it('gets a 4xx from the routes of accounts, sessions and keys, or is right, and the server lives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CHANGES), body, fc.boolean(), async ([method, url], payload, isLoggedIn) => {
        const headers = {
          'content-type': 'application/json',
          ...(isLoggedIn ? { cookie: `xiaoer_session=${boss.token}` } : {}),
        };
        const { statusCode, body: answer } = await desk.app.inject({ method, url, payload, headers });
        expect([200, 201].includes(statusCode) || (statusCode >= 400 && statusCode < 500)).toBe(true);
        if (!isLoggedIn && url !== '/v1/session') expect(statusCode).toBe(401);
        expect(answer).not.toMatch(/scrypt|at file:/);
      }),
      { numRuns: 1000 },
    );
    expect((await desk.get('/livez')).statusCode).toBe(200);
    expect((await boss.get('/v1/session')).statusCode).toBe(200);
  });

  it('or query, path, cookie and header', async () => {
    const text = fc.oneof(word, fc.constantFrom('%zz', '../..', "' OR 1=1 --", '-1', '1e99', 'null'));
    const urls = [
      (value: string) => `/v1/audit?before=${value}`,
      (value: string) => `/v1/audit?action=${value}&limit=${value}`,
      (value: string) => `/v1/audit?${value}`,
      (value: string) => `/v1/keys?${value}`,
      (value: string) => `/v1/accounts/${value}`,
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...urls), text, fc.boolean(), async (url, value, isEscaped) => {
        const path = url(
          isEscaped ? encodeURIComponent(value.replace(/\p{Cs}/gu, '_')) : value.replace(/[^\x21-\x7e]/g, '_'),
        );
        const { statusCode } = await boss.get(path.replaceAll('#', ''));
        expect(statusCode === 200 || (statusCode >= 400 && statusCode < 500)).toBe(true);
      }),
      { numRuns: 500 },
    );
    const header = fc.oneof(fc.string(), fc.constantFrom('Bearer', 'Bearer xo_', 'Bearer  ', 'Basic x', 'xo_'));
    await fc.assert(
      fc.asyncProperty(header, header, async (authorization, cookie) => {
        const { statusCode } = await desk.as({ authorization, cookie }).get('/v1/handoffs');
        expect(statusCode).toBe(401);
      }),
      { numRuns: 300 },
    );
  });
});
