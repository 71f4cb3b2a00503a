import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { Kysely } from 'kysely';
import { InvalidInputError, XiaoerError } from '../../domain/errors.ts';
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
 * @throws InvalidInputError naming the file when it cannot be opened, written or read as a database
 */
export async function openSqliteDatabase(file: string, options: SqliteOptions = {}): Promise<SqlDatabase> {
  const busyTimeoutMs = options.busyTimeoutMs ?? 5000;
  const database = openFile(file, busyTimeoutMs);
  const db = new Kysely<Tables>({ dialect: createDialect(database, busyTimeoutMs) });
  try {
    makeDurable(database);
    await migrate({ engine: 'sqlite', db, lock: lockMigrations });
    database.pragma(`busy_timeout = ${STANDSTILL_MS}`);
  } catch (error) {
    database.close();
    throw error instanceof XiaoerError ? error : unusable(file, error);
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

function openFile(file: string, timeout: number): Database {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return new SqliteDatabase(file, { timeout });
  } catch (error) {
    throw unusable(file, error);
  }
}

/** What SQLite says does not name the file, and an operator who knows only settings would not know which it is. */
function unusable(file: string, cause: unknown): unknown {
  const { code = '', message } = cause as { code?: string; message: string };
  const cure = CURES.find(([pattern]) => pattern.test(code))?.[1];
  return cure ? new InvalidInputError(`database ${file}: ${message}; ${cure}`, cause) : cause;
}

const FOLDER = 'check the folder that XIAOER_DATA names and who may write there';
const CURES: readonly (readonly [code: RegExp, cure: string])[] = [
  [/^SQLITE_(NOTADB|CORRUPT)/, 'put a backup in its place, or move it away to begin anew'],
  [/^SQLITE_(FULL|IOERR)/, 'check the disk'],
  [/^(SQLITE_(CANTOPEN|READONLY|PERM)|EACCES|EPERM|EROFS|ENOTDIR|EEXIST)/, FOLDER],
];

/** A write-ahead log so that readers never wait, and a flush to disk on every commit so that a power cut loses nothing. */
function makeDurable(database: Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // What is erased is overwritten, and not just marked as free.
  database.pragma('secure_delete = ON');
}
