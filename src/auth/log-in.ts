import { type Account, nameKey } from '../domain/account.ts';
import type { AuthDeps } from './auth-deps.ts';
import { ADDRESS_RULE, NAME_RULE, SESSION_IDLE_MS, SESSION_LONGEST_MS } from './log-in-rules.ts';
import { hashPassword, isOutdated, verifyPassword } from './password-hash.ts';
import { hashToken, newToken } from './secret-token.ts';

/** How a log-in ends. `wrong` does not tell a wrong password from an unknown, disabled or deleted account. */
export type LogIn =
  | { readonly outcome: 'in'; readonly token: string; readonly account: Account }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'wait'; readonly ms: number };

/** What somebody logs in with, and from where. */
export interface LogInRequest {
  readonly name: string;
  readonly password: string;
  /** For the audit trail. */
  readonly address: string;
  /** Whom failures are counted for, such as the address's network; the address when absent. */
  readonly countedBy?: string;
}

/** Starts a session. Failures are counted by name and by address, and make both wait longer and longer. */
export async function logIn(deps: AuthDeps, { name, password, address, countedBy }: LogInRequest): Promise<LogIn> {
  const keys = { name: attemptKey('name', nameKey(name)), address: attemptKey('address', countedBy ?? address) };
  const found = await deps.accounts.findCredentials(name);
  const ms = await beginAttempt(deps, keys);
  if (ms > 0) {
    await record(deps, found?.account, 'session.delayed', address);
    return { outcome: 'wait', ms };
  }
  const isRight = await verifyPassword(password, found?.passwordHash, deps.passwordCost);
  if (!found || !isRight || found.account.disabled) {
    await record(deps, found?.account, 'session.refused', address);
    return { outcome: 'wrong' };
  }
  await deps.attempts.succeeded(keys.name, true);
  // One right password does not forgive all the wrong ones from the same place.
  await deps.attempts.succeeded(keys.address, false);
  const passwordHash = isOutdated(found.passwordHash, deps.passwordCost)
    ? await rehash(deps, found.account, password)
    : found.passwordHash;
  const token = await startSession(deps, found.account, passwordHash);
  if (!token) return { outcome: 'wrong' };
  await record(deps, found.account, 'session.started', address);
  return { outcome: 'in', token, account: found.account };
}

/** What attempts are counted by; hashed, so that no list of names and addresses comes to be. */
export function attemptKey(kind: 'name' | 'address', value: string): string {
  return hashToken(`${kind}:${value}`);
}

async function beginAttempt({ attempts, clock }: AuthDeps, keys: { name: string; address: string }): Promise<number> {
  const wait = await attempts.begin(keys.address, clock.now(), ADDRESS_RULE);
  return wait > 0 ? wait : attempts.begin(keys.name, clock.now(), NAME_RULE);
}

/** Undefined when the password was changed in this very moment. */
async function startSession(
  { accounts, attempts, clock }: AuthDeps,
  account: Account,
  passwordHash: string,
): Promise<string | undefined> {
  const now = clock.now();
  // Whoever comes in sweeps; nothing else must run for old rows to go.
  await accounts.deleteSessionsBefore(now - SESSION_LONGEST_MS, now - SESSION_IDLE_MS);
  await attempts.deleteBefore(now - NAME_RULE.forgetAfterMs);
  const token = newToken();
  const tokenHash = hashToken(token);
  const session = { tokenHash, accountId: account.id, createdAt: now, lastSeenAt: now };
  return (await accounts.createSession(session, passwordHash)) ? token : undefined;
}

/** A new password hash ends all sessions, so it comes before the new one begins. */
async function rehash({ accounts, passwordCost }: AuthDeps, account: Account, password: string): Promise<string> {
  const passwordHash = await hashPassword(password, passwordCost);
  await accounts.updateAccount(account.id, { passwordHash });
  return passwordHash;
}

/** The name that was typed is recorded only when it is an account's: people type passwords into the wrong field. */
async function record(deps: AuthDeps, account: Account | undefined, action: string, address: string): Promise<void> {
  const actor = account
    ? { kind: 'agent' as const, id: account.id, name: account.name }
    : { kind: 'nobody' as const, id: '', name: '' };
  await deps.audit.append({ at: deps.clock.now(), actor, action, address });
}
