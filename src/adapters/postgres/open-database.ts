import { Kysely } from 'kysely';
import { Pool } from 'pg';
import { migrate, type SchemaTables } from '../sql/migrate.ts';
import type { SqlDatabase } from '../sql/sql-database.ts';
import type { Tables } from '../sql/tables.ts';
import { createChangeSignal } from './change-signal.ts';
import { type PostgresOptions, patientConnection, servingConnection } from './connection.ts';
import { createDialect } from './dialect.ts';
import { toDomainError } from './domain-error.ts';
import { lockMigrations } from './lock-migrations.ts';

/**
 * Connects to a PostgreSQL database and brings its schema up to date. Several processes may share it. A connection that
 * is lost fails the queries that used it with `OverloadedError`, and is replaced.
 * @param url postgres://user:password@host:port/database; `?options=-csearch_path%3Dshop` picks a schema
 * @throws OverloadedError when it cannot be reached
 */
export async function openPostgresDatabase(url: string, options: PostgresOptions = {}): Promise<SqlDatabase> {
  await migrateOnOwnConnection(url, options);
  const warn = (error: unknown) => options.warn?.(`connection to the database lost: ${describe(error)}`);
  const pool = new Pool({ ...servingConnection(url, options), max: options.maxConnections ?? 10 });
  survive(pool, warn);
  const db = new Kysely<Tables>({ dialect: createDialect(pool) });
  const signal = createChangeSignal(db, { connection: () => servingConnection(url, options), lost: warn });
  return {
    engine: 'postgres',
    db,
    signal,
    whispers: signal,
    async close() {
      await signal.close();
      await db.destroy();
    },
  };
}

/** Steps may take longer than any query of a request is allowed to. */
async function migrateOnOwnConnection(url: string, options: PostgresOptions): Promise<void> {
  const pool = new Pool({ ...patientConnection(url, options), max: 1 });
  survive(pool, () => {});
  const db = new Kysely<SchemaTables>({ dialect: createDialect(pool) });
  try {
    await migrate({ engine: 'postgres', db, lock: lockMigrations });
  } finally {
    await db.destroy();
  }
}

/**
 * The loss of a connection is an event that ends the process when nobody listens, be the connection idle in the pool or
 * between two statements of a transaction. Whoever uses the connection next gets the error.
 */
function survive(pool: Pool, warn: (error: unknown) => void): void {
  pool.on('error', warn);
  pool.on('connect', (client) => client.on('error', () => {}));
}

function describe(error: unknown): string {
  const meaning = toDomainError(error);
  return meaning instanceof Error ? meaning.message : String(meaning);
}
