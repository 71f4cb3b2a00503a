import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { migrate } from './migrate.ts';

/** How a database file is opened. */
export interface DatabaseOptions {
  /** Milliseconds to wait for another process's write before giving up; 5000 when absent. */
  readonly busyTimeoutMs?: number;
}

/**
 * Opens (or creates, with its folder) a database file, ready to use: a write-ahead log so that readers never wait,
 * and a flush to disk on every commit so that a power cut loses nothing that was acknowledged.
 */
export function openDatabase(file: string, options: DatabaseOptions = {}): Database {
  mkdirSync(dirname(file), { recursive: true });
  const database = new SqliteDatabase(file, { timeout: options.busyTimeoutMs ?? 5000 });
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
