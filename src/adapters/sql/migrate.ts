import { type Kysely, sql, type Transaction } from 'kysely';
import { XiaoerError } from '../../domain/errors.ts';
import type { Migration } from './migration.ts';
import { MIGRATIONS } from './migrations.ts';
import type { SqlEngine } from './sql-engine.ts';

/** The table that says how far the schema is, as kysely sees it. */
export interface SchemaTables {
  schema_version: { version: number; applied_at: string };
}

/** What migrating needs of an engine. */
export interface MigrationTarget {
  readonly engine: SqlEngine;
  readonly db: Kysely<SchemaTables>;
  /** Lets only one process at a time go on; released with the transaction. */
  lock(transaction: Transaction<SchemaTables>): Promise<void>;
}

/**
 * Brings the schema up to the last migration, all steps in one transaction; a second process waits for the first.
 * @throws XiaoerError `schema_too_new` when a later release wrote the database: going on could lose its data.
 */
export async function migrate(
  { engine, db, lock }: MigrationTarget,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await lock(transaction);
    const applied = await appliedVersions(transaction);
    const present = Math.max(0, ...applied);
    const newest = migrations.at(-1)?.version ?? 0;
    if (present > newest) {
      throw new XiaoerError('schema_too_new', `database schema is version ${present}, this release knows ${newest}`);
    }
    for (const step of migrations.filter(({ version }) => !applied.includes(version))) {
      await step.up(transaction, engine);
      const applied_at = sql<string>`cast(current_timestamp AS text)`;
      await transaction.insertInto('schema_version').values({ version: step.version, applied_at }).execute();
    }
  });
}

async function appliedVersions(transaction: Transaction<SchemaTables>): Promise<number[]> {
  await transaction.schema
    .createTable('schema_version')
    .ifNotExists()
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .addColumn('applied_at', 'text', (column) => column.notNull())
    .execute();
  const rows = await transaction.selectFrom('schema_version').select('version').execute();
  return rows.map(({ version }) => version);
}
