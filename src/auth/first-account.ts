import { ConflictError, InvalidInputError } from '../domain/errors.ts';
import type { AuthDeps } from './auth-deps.ts';
import { createAccount } from './manage-accounts.ts';
import { passwordProblem } from './password-rules.ts';
import { newPassword } from './secret-token.ts';

/** The name of the account that is made when there is none. */
export const FIRST_ACCOUNT = 'admin';

/**
 * Makes an admin when there is no account at all, so that somebody can log in.
 * @param chosen the password; a random one when absent
 * @returns the random password, to be shown once; undefined when nothing was made or the password was chosen.
 * @throws InvalidInputError when the chosen password will not do.
 */
export async function ensureFirstAccount(deps: AuthDeps, chosen?: string): Promise<string | undefined> {
  if ((await deps.accounts.listAccounts()).length > 0) return undefined;
  const problem = chosen === undefined ? undefined : passwordProblem(chosen, FIRST_ACCOUNT);
  if (problem) throw new InvalidInputError(`XIAOER_ADMIN_PASSWORD ${problem}`);
  const password = chosen ?? newPassword();
  const by = { kind: 'system' as const, id: 'first-start', name: 'first start' };
  try {
    await createAccount(deps, by, { name: FIRST_ACCOUNT, password, roles: ['admin'] });
  } catch (error) {
    // Another process on the same database was faster, and has shown its password.
    if (error instanceof ConflictError) return undefined;
    throw error;
  }
  return chosen === undefined ? password : undefined;
}
