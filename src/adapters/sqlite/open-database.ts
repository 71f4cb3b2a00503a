import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { Kysely } from 'kysely';
import { createWhispers } from '../../ports/whispers.ts';
import { migrate } from '../sql/migrate.ts';
import type { SqlDatabase } from '../sql/sql-database.ts';
import type { Tables } from '../sql/tables.ts';
import { createChangeSignal } from './change-signal.ts';
import { createDialect } from './dialect.ts';
import { lockMigrations } from './lock-migrations.ts';

/** How a database file is opened. */
export interface SqliteOptions {
  /** Milliseconds to wait for another process's write before giving up; 5000 when absent. */
  readonly busyTimeoutMs?: number;
  /** How often other processes' commits are looked for while anybody listens; 100 ms when absent. */
  readonly pollMs?: number;
}

/** How long, once open, a single statement may stop the process to wait for another one, such as the recovery after a crash. */
const STANDSTILL_MS = 20;

/**
 * Opens (or creates, with its folder) a database file and brings its schema up to date. Several processes may share the
 * file; a commit blocks this process for the length of one disk flush.
 * @param file path, or `:memory:` for a database that ends with the process
 */
export async function openSqliteDatabase(file: string, options: SqliteOptions = {}): Promise<SqlDatabase> {
  mkdirSync(dirname(file), { recursive: true });
  const busyTimeoutMs = options.busyTimeoutMs ?? 5000;
  const database = new SqliteDatabase(file, { timeout: busyTimeoutMs });
  const db = new Kysely<Tables>({ dialect: createDialect(database, busyTimeoutMs) });
  try {
    makeDurable(database);
    await migrate({ engine: 'sqlite', db, lock: lockMigrations });
    database.pragma(`busy_timeout = ${STANDSTILL_MS}`);
  } catch (error) {
    database.close();
    throw error;
  }
  const signal = createChangeSignal(database, options.pollMs);
  return {
    engine: 'sqlite',
    db,
    signal,
    whispers: createWhispers(),
    async close() {
      await signal.close();
      await db.destroy();
    },
  };
}

/** A write-ahead log so that readers never wait, and a flush to disk on every commit so that a power cut loses nothing. */
function makeDurable(database: Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // What is erased is overwritten, and not just marked as free.
  database.pragma('secure_delete = ON');
}
