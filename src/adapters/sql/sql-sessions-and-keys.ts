import type { Kysely } from 'kysely';
import { NotFoundError } from '../../domain/errors.ts';
import type { AccountStore } from '../../ports/account-store.ts';
import { accountFromRow, keyFromRow } from './stored-account.ts';
import type { Tables } from './tables.ts';

/** The part of the account store that is asked with every request. */
export function sessionsAndKeys(
  db: Kysely<Tables>,
): Omit<AccountStore, 'listAccounts' | 'getAccount' | 'findCredentials' | 'createAccount' | 'updateAccount'> {
  return { ...sessions(db), ...keys(db) };
}

function sessions(db: Kysely<Tables>) {
  return {
    createSession: (session, passwordHash) =>
      db.transaction().execute(async (transaction) => {
        // The update takes the row's lock, so that a change of the password comes wholly before or wholly after.
        const { numUpdatedRows } = await transaction
          .updateTable('account')
          .set({ password_hash: passwordHash })
          .where('id', '=', session.accountId)
          .where('password_hash', '=', passwordHash)
          .where('deleted_at', 'is', null)
          .where('disabled', '=', 0)
          .executeTakeFirstOrThrow();
        if (numUpdatedRows === 0n) return false;
        await transaction
          .insertInto('session')
          .values({
            token_hash: session.tokenHash,
            account_id: session.accountId,
            created_at: session.createdAt,
            last_seen_at: session.lastSeenAt,
          })
          .execute();
        return true;
      }),
    async findSession(tokenHash) {
      const row = await db
        .selectFrom('session')
        .innerJoin('account', 'account.id', 'session.account_id')
        .selectAll('account')
        .select(['session.created_at as session_created_at', 'session.last_seen_at'])
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      if (!row) return undefined;
      const { session_created_at: createdAt, last_seen_at: lastSeenAt, ...account } = row;
      return { session: { tokenHash, accountId: row.id, createdAt, lastSeenAt }, account: accountFromRow(account) };
    },
    async touchSession(tokenHash, lastSeenAt) {
      await db.updateTable('session').set({ last_seen_at: lastSeenAt }).where('token_hash', '=', tokenHash).execute();
    },
    async deleteSession(tokenHash) {
      await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
    },
    async deleteSessionsBefore(createdAt, lastSeenAt) {
      await db
        .deleteFrom('session')
        .where(({ eb, or }) => or([eb('created_at', '<', createdAt), eb('last_seen_at', '<', lastSeenAt)]))
        .execute();
    },
  } satisfies Partial<AccountStore>;
}

function keys(db: Kysely<Tables>) {
  return {
    async listKeys() {
      const rows = await db.selectFrom('shop_key').selectAll().orderBy('created_at', 'desc').orderBy('id').execute();
      return rows.map(keyFromRow);
    },
    async createKey(key, secretHash) {
      await db
        .insertInto('shop_key')
        .values({
          id: key.id,
          name: key.name,
          prefix: key.prefix,
          secret_hash: secretHash,
          roles: JSON.stringify(key.roles),
          created_at: key.createdAt,
          last_used_at: null,
          revoked_at: null,
        })
        .execute();
    },
    async findKey(secretHash) {
      const row = await db
        .selectFrom('shop_key')
        .selectAll()
        .where('secret_hash', '=', secretHash)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return row && keyFromRow(row);
    },
    async touchKey(id, lastUsedAt) {
      await db.updateTable('shop_key').set({ last_used_at: lastUsedAt }).where('id', '=', id).execute();
    },
    async revokeKey(id, at) {
      const row = await db
        .updateTable('shop_key')
        .set(({ fn, val }) => ({ revoked_at: fn.coalesce('revoked_at', val(at)) }))
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      if (!row) throw new NotFoundError(`there is no shop key ${id}`);
      return keyFromRow(row);
    },
  } satisfies Partial<AccountStore>;
}
