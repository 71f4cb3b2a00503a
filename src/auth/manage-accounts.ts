import { type Account, type AuditEntry, nameKey, type Role } from '../domain/account.ts';
import { InvalidFieldError, NotFoundError } from '../domain/errors.ts';
import type { AccountChanges } from '../ports/account-store.ts';
import type { AuthDeps } from './auth-deps.ts';
import { attemptKey } from './log-in.ts';
import { NAME_RULE } from './log-in-rules.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { passwordProblem } from './password-rules.ts';

/** What a new account is made of. */
export interface NewAccount {
  readonly name: string;
  readonly password: string;
  readonly displayName?: string;
  readonly roles: readonly Role[];
  readonly teams?: readonly string[];
  readonly languages?: readonly string[];
}

/** What an admin may change. */
export type AccountPatch = Omit<AccountChanges, 'passwordHash' | 'deletedAt'> & { readonly password?: string };

type By = AuditEntry['actor'];

/**
 * Makes an account.
 * @throws InvalidFieldError when the password will not do. @throws ConflictError when the name is taken.
 */
export async function createAccount(deps: AuthDeps, by: By, wanted: NewAccount): Promise<Account> {
  const { accounts, clock, newId } = deps;
  refuseWeak('password', wanted.password, wanted.name);
  const account: Account = {
    id: newId(),
    name: wanted.name,
    displayName: wanted.displayName ?? wanted.name,
    roles: wanted.roles,
    teams: wanted.teams ?? [],
    languages: wanted.languages ?? [],
    disabled: false,
    createdAt: clock.now(),
  };
  await accounts.createAccount(account, await hashPassword(wanted.password, deps.passwordCost));
  await record(deps, by, 'account.created', account.id, { name: account.name, roles: account.roles });
  return account;
}

/**
 * Changes an account. Whoever gets another password or is disabled is logged out everywhere.
 * @throws InvalidFieldError when the password will not do. @throws NotFoundError when there is no such account.
 * @throws ConflictError when no admin would be left.
 */
export async function changeAccount(deps: AuthDeps, by: By, id: string, patch: AccountPatch): Promise<Account> {
  const { password, ...changes } = patch;
  const present = await existing(deps, id);
  if (password !== undefined) refuseWeak('password', password, present.name);
  const passwordHash = password === undefined ? undefined : await hashPassword(password, deps.passwordCost);
  const changed = await deps.accounts.updateAccount(id, { ...changes, ...(passwordHash ? { passwordHash } : {}) });
  // Whoever forgot the password has used up the free attempts, and must not wait with the new one.
  if (passwordHash) await deps.attempts.succeeded(attemptKey('name', nameKey(present.name)), true);
  // Names of fields, and roles because they are power; a password's value never.
  const details = { fields: Object.keys(patch), ...(changes.roles ? { roles: changes.roles } : {}) };
  await record(deps, by, 'account.changed', id, details);
  return changed;
}

/** @throws NotFoundError when there is no such account. @throws ConflictError when no admin would be left. */
export async function deleteAccount(deps: AuthDeps, by: By, id: string): Promise<void> {
  await existing(deps, id);
  await deps.accounts.updateAccount(id, { deletedAt: deps.clock.now() });
  await record(deps, by, 'account.deleted', id);
}

/** How changing the own password ends; `wrong` is the present one. */
export type PasswordChange =
  | { readonly outcome: 'changed' }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'wait'; readonly ms: number };

/**
 * Somebody changes the own password, and is logged out everywhere. Wrong guesses count like failed log-ins: a borrowed
 * session must not be a way to find the password out.
 * @throws InvalidFieldError when the new one will not do.
 */
export async function changeOwnPassword(
  deps: AuthDeps,
  by: Account,
  { present, next }: { readonly present: string; readonly next: string },
): Promise<PasswordChange> {
  refuseWeak('newPassword', next, by.name);
  const key = attemptKey('name', nameKey(by.name));
  const ms = await deps.attempts.begin(key, deps.clock.now(), NAME_RULE);
  if (ms > 0) return { outcome: 'wait', ms };
  const found = await deps.accounts.findCredentials(by.name);
  if (!(await verifyPassword(present, found?.passwordHash, deps.passwordCost))) return { outcome: 'wrong' };
  await deps.attempts.succeeded(key, true);
  await deps.accounts.updateAccount(by.id, { passwordHash: await hashPassword(next, deps.passwordCost) });
  await record(deps, { kind: 'agent', id: by.id, name: by.displayName }, 'account.password_changed', by.id);
  return { outcome: 'changed' };
}

async function existing({ accounts }: AuthDeps, id: string): Promise<Account> {
  const account = await accounts.getAccount(id);
  if (!account || account.deletedAt !== undefined) throw new NotFoundError(`there is no account ${id}`);
  return account;
}

/** @param field as the request names it */
function refuseWeak(field: 'password' | 'newPassword', password: string, name: string): void {
  const problem = passwordProblem(password, name);
  if (problem) throw new InvalidFieldError(field, problem);
}

async function record(
  { audit, clock }: AuthDeps,
  { kind, id, name }: By,
  action: string,
  target: string,
  details?: AuditEntry['details'],
): Promise<void> {
  await audit.append({ at: clock.now(), actor: { kind, id, name }, action, target, details });
}
