import type { Account, Actor, Session } from '../domain/account.ts';
import type { AuthDeps } from './auth-deps.ts';
import { SESSION_IDLE_MS, SESSION_LONGEST_MS, TOUCH_AFTER_MS } from './log-in-rules.ts';
import { hashToken } from './secret-token.ts';

/** Whose session a token is; undefined when it is none's, or over. Using a session keeps it alive. */
export async function resumeSession(
  { accounts, clock }: Pick<AuthDeps, 'accounts' | 'clock'>,
  token: string,
): Promise<Account | undefined> {
  const tokenHash = hashToken(token);
  const found = await accounts.findSession(tokenHash);
  if (!found) return undefined;
  const { session, account } = found;
  const now = clock.now();
  if (isOver(session, now) || account.disabled || account.deletedAt !== undefined) {
    await accounts.deleteSession(tokenHash);
    return undefined;
  }
  if (now - session.lastSeenAt >= TOUCH_AFTER_MS) await accounts.touchSession(tokenHash, now);
  return account;
}

/** Ends a session. Ending one that is over already is fine. */
export async function endSession({ accounts, audit, clock }: AuthDeps, token: string, address: string): Promise<void> {
  const tokenHash = hashToken(token);
  const found = await accounts.findSession(tokenHash);
  if (!found) return;
  await accounts.deleteSession(tokenHash);
  await audit.append({ at: clock.now(), actor: actorOfAccount(found.account), action: 'session.ended', address });
}

/** Somebody logged in, as routes and the audit trail know them. */
export function actorOfAccount({ id, displayName, roles }: Account): Actor {
  return { kind: 'agent', id, name: displayName, roles };
}

function isOver({ createdAt, lastSeenAt }: Session, now: number): boolean {
  return now - createdAt >= SESSION_LONGEST_MS || now - lastSeenAt >= SESSION_IDLE_MS;
}
