import { type Kysely, sql, type Transaction } from 'kysely';
import { type Account, nameKey } from '../../domain/account.ts';
import { ConflictError, NotFoundError } from '../../domain/errors.ts';
import type { AccountChanges, AccountStore } from '../../ports/account-store.ts';
import type { SqlDatabase } from './sql-database.ts';
import { sessionsAndKeys } from './sql-sessions-and-keys.ts';
import { accountFromRow } from './stored-account.ts';
import type { Tables } from './tables.ts';

/** Accounts, sessions and shop keys in a database. Several processes may share it. */
export function createSqlAccountStore({ db, engine }: Pick<SqlDatabase, 'db' | 'engine'>): AccountStore {
  return {
    ...sessionsAndKeys(db),
    async listAccounts() {
      const rows = await db
        .selectFrom('account')
        .selectAll()
        .where('deleted_at', 'is', null)
        .orderBy('name_key')
        .execute();
      return rows.map(accountFromRow);
    },
    async getAccount(id) {
      const row = await db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
      return row && accountFromRow(row);
    },
    async findCredentials(name) {
      const row = await db
        .selectFrom('account')
        .selectAll()
        .where('name_key', '=', nameKey(name))
        .where('deleted_at', 'is', null)
        .executeTakeFirst();
      return row && { account: accountFromRow(row), passwordHash: row.password_hash };
    },
    createAccount: (account, passwordHash) => insert(db, account, passwordHash),
    updateAccount: (id, changes) =>
      db.transaction().execute(async (transaction) => {
        // Two admins who demote each other at the same moment must not both succeed.
        if (engine === 'postgres') await sql`LOCK TABLE account IN SHARE ROW EXCLUSIVE MODE`.execute(transaction);
        return update(transaction, id, changes);
      }),
  };
}

async function insert(db: Kysely<Tables>, account: Account, passwordHash: string): Promise<void> {
  try {
    await db
      .insertInto('account')
      .values({
        id: account.id,
        name: account.name,
        name_key: nameKey(account.name),
        display_name: account.displayName,
        password_hash: passwordHash,
        roles: JSON.stringify(account.roles),
        teams: JSON.stringify(account.teams),
        languages: JSON.stringify(account.languages),
        disabled: account.disabled ? 1 : 0,
        created_at: account.createdAt,
        deleted_at: account.deletedAt ?? null,
      })
      .execute();
  } catch (error) {
    throw error instanceof ConflictError ? new ConflictError(`the name ${account.name} is taken`) : error;
  }
}

async function update(db: Transaction<Tables>, id: string, changes: AccountChanges): Promise<Account> {
  const { displayName, roles, teams, languages, disabled, deletedAt, passwordHash } = changes;
  const row = await db
    .updateTable('account')
    .set({
      // Something is always set: an update of nothing is no statement.
      id,
      ...(displayName === undefined ? {} : { display_name: displayName }),
      ...(roles === undefined ? {} : { roles: JSON.stringify(roles) }),
      ...(teams === undefined ? {} : { teams: JSON.stringify(teams) }),
      ...(languages === undefined ? {} : { languages: JSON.stringify(languages) }),
      ...(disabled === undefined ? {} : { disabled: disabled ? 1 : 0 }),
      ...(deletedAt === undefined ? {} : { deleted_at: deletedAt }),
      ...(passwordHash === undefined ? {} : { password_hash: passwordHash }),
    })
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new NotFoundError(`there is no account ${id}`);
  if (roles || disabled || deletedAt !== undefined) await refuseLastAdmin(db);
  if (disabled || deletedAt !== undefined || passwordHash !== undefined) {
    await db.deleteFrom('session').where('account_id', '=', id).execute();
  }
  return accountFromRow(row);
}

async function refuseLastAdmin(db: Transaction<Tables>): Promise<void> {
  const rows = await db
    .selectFrom('account')
    .selectAll()
    .where('deleted_at', 'is', null)
    .where('disabled', '=', 0)
    .execute();
  if (rows.map(accountFromRow).some(({ roles }) => roles.includes('admin'))) return;
  throw new ConflictError('the last admin must stay one');
}
