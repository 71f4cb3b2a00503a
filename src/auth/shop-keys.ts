import type { Actor, Role, ShopKey } from '../domain/account.ts';
import type { AuthDeps } from './auth-deps.ts';
import { TOUCH_AFTER_MS } from './log-in-rules.ts';
import { hashToken, KEY_PREFIX, newShopKey } from './secret-token.ts';

/** Characters of a key that stay readable. */
const SHOWN = 9;

/** Makes a key. `secret` is told this once: only its hash is kept. */
export async function createShopKey(
  deps: AuthDeps,
  by: Actor,
  wanted: { readonly name: string; readonly roles: readonly Role[] },
): Promise<{ key: ShopKey; secret: string }> {
  const { accounts, audit, clock, newId } = deps;
  const secret = newShopKey();
  const key = { id: newId(), ...wanted, prefix: secret.slice(0, SHOWN), createdAt: clock.now() };
  await accounts.createKey(key, hashToken(secret));
  const details = { name: key.name, roles: key.roles };
  await audit.append({ at: clock.now(), actor: by, action: 'key.created', target: key.id, details });
  return { key, secret };
}

/** Makes a key useless, for good. @throws NotFoundError when there is no such key. */
export async function revokeShopKey({ accounts, audit, clock }: AuthDeps, by: Actor, id: string): Promise<ShopKey> {
  const key = await accounts.revokeKey(id, clock.now());
  const details = { name: key.name };
  await audit.append({ at: clock.now(), actor: by, action: 'key.revoked', target: id, details });
  return key;
}

/** Who a key speaks for; undefined when it is none of ours, or revoked. */
export async function identifyKey(
  { accounts, clock }: Pick<AuthDeps, 'accounts' | 'clock'>,
  secret: string,
): Promise<Actor | undefined> {
  if (!secret.startsWith(KEY_PREFIX)) return undefined;
  const key = await accounts.findKey(hashToken(secret));
  if (!key) return undefined;
  const now = clock.now();
  if (now - (key.lastUsedAt ?? 0) >= TOUCH_AFTER_MS) await accounts.touchKey(key.id, now);
  return { kind: 'key', id: key.id, name: key.name, roles: key.roles };
}
