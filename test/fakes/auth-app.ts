import type { AppDeps } from '../../src/app.ts';
import { createAccount, type NewAccount } from '../../src/auth/manage-accounts.ts';
import { createGuard } from '../../src/http/auth-session-guard.ts';
import { InMemoryAccountStore } from './in-memory-account-store.ts';
import { InMemoryAuditTrail } from './in-memory-audit-trail.ts';
import { InMemoryLogInAttempts } from './in-memory-log-in-attempts.ts';
import { testApp } from './test-app.ts';

/** The password of every account made here. */
export const PASSWORD = 'correct horse battery';

/** A fresh app with real log-in over fakes, one account a role, and a clock one sets: `time.now`. */
export async function authApp(deps: Partial<Omit<AppDeps, 'engine'>> = {}, live: Partial<AppDeps['desk']> = {}) {
  const time = { now: Date.UTC(2026, 10, 28) };
  let ids = 0;
  const auth = {
    accounts: new InMemoryAccountStore(),
    attempts: new InMemoryLogInAttempts(),
    audit: new InMemoryAuditTrail(),
    clock: { now: () => time.now },
    passwordCost: { logN: 4, r: 8, p: 1 },
    newId: () => `id-${++ids}`,
  };
  const by = { kind: 'system' as const, id: 'test', name: 'test' };
  const add = (account: Partial<NewAccount> & Pick<NewAccount, 'name' | 'roles'>) =>
    createAccount(auth, by, { password: PASSWORD, ...account });
  const desk = await testApp({ guard: createGuard(auth), auth, clock: auth.clock, ...deps }, live);

  /** A client that sends these headers with everything, such as a cookie. */
  const as = (headers: Record<string, string>) => ({
    get: (url: string, more = {}) => desk.app.inject({ url, headers: { ...headers, ...more } }),
    send: (method: 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object, more = {}) =>
      desk.app.inject({ method, url, payload, headers: { ...headers, ...more } }),
  });
  const logIn = async (name: string, password = PASSWORD) => {
    const response = await desk.post('/v1/session', { name, password });
    const token = response.cookies.find((cookie) => cookie.name === 'xiaoer_session')?.value;
    return { response, token, ...as({ cookie: `xiaoer_session=${token}` }) };
  };
  return { ...desk, auth, time, add, as, logIn };
}

/** The app of `authApp` with its fakes. */
export type AuthApp = Awaited<ReturnType<typeof authApp>>;
