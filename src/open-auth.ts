import { randomUUID } from 'node:crypto';
import type { AuthDeps } from './auth/auth-deps.ts';
import { ensureFirstAccount, FIRST_ACCOUNT } from './auth/first-account.ts';
import type { Stores } from './open-stores.ts';

/** Who may do what, over the stores that are open. */
export function authOver({ accounts, attempts, audit }: Stores): AuthDeps {
  return { accounts, attempts, audit, clock: { now: Date.now }, newId: randomUUID };
}

/**
 * Makes the first admin when there is no account, and shows its random password this once.
 * @param show writes to the terminal, past the log: a log is kept and shipped
 * @throws InvalidInputError when the password that was chosen will not do.
 */
export async function welcomeFirstAdmin(
  deps: AuthDeps,
  { adminPassword, url }: { readonly adminPassword?: string; readonly url: string },
  show: (text: string) => void,
): Promise<void> {
  const password = await ensureFirstAccount(deps, adminPassword);
  if (password === undefined) return;
  const lines = [
    'First start: an account was made for you.',
    '',
    `  Console    ${url}/console/`,
    `  Name       ${FIRST_ACCOUNT}`,
    `  Password   ${password}`,
    '',
    'The password is shown this once and stored nowhere. Lost it? xiaoer account password admin',
  ];
  const width = Math.max(...lines.map((line) => line.length));
  const frame = '-'.repeat(width);
  show(`\n${[frame, ...lines, frame].join('\n')}\n\n`);
}
