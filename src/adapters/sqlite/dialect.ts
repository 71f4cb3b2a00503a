import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteDialect,
  SqliteDriver,
  type TransactionSettings,
} from 'kysely';
import { withDomainErrors } from '../sql/domain-error-dialect.ts';
import { isBusy, toDomainError } from './domain-error.ts';
import { keepStatements } from './keep-statements.ts';

/** Milliseconds between two attempts to get the write lock of another process. */
const RETRY_MS = 2;

/**
 * kysely over one open SQLite database: one connection, one transaction at a time.
 * @param busyTimeoutMs how long a transaction waits for another process's write before it fails
 */
export function createDialect(database: Database, busyTimeoutMs: number): Dialect {
  const sqlite = new SqliteDialect({ database });
  return withDomainErrors(
    {
      createAdapter: () => sqlite.createAdapter(),
      createDriver: () => new WritingSqliteDriver(database, busyTimeoutMs),
      createIntrospector: (db) => sqlite.createIntrospector(db),
      createQueryCompiler: () => sqlite.createQueryCompiler(),
    },
    toDomainError,
  );
}

class WritingSqliteDriver extends SqliteDriver {
  readonly #database: Database;
  readonly #busyTimeoutMs: number;

  constructor(database: Database, busyTimeoutMs: number) {
    super({ database: keepStatements(database) });
    this.#database = database;
    this.#busyTimeoutMs = busyTimeoutMs;
  }

  /**
   * Takes the write lock at once: a transaction that first reads and then writes would fail, however long it were
   * willing to wait, when another process wrote in between. Waits here, where others can go on, not in SQLite, where
   * the whole process would stand still.
   */
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
    const until = performance.now() + this.#busyTimeoutMs;
    for (;;) {
      try {
        await connection.executeQuery(CompiledQuery.raw(begin));
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() > until) throw error;
      }
      await pause(RETRY_MS);
    }
  }

  /** SQLite has rolled back by itself after some errors; a second time would hide them behind another. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}
