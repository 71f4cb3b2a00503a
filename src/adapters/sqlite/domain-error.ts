import SqliteDatabase from 'better-sqlite3';
import { ConflictError, OverloadedError } from '../../domain/errors.ts';

/**
 * What a failed query means to the caller: a taken key is a conflict, a lock held for longer than the busy timeout is
 * overload; anything else is returned as it is.
 */
export function toDomainError(error: unknown): unknown {
  if (!(error instanceof SqliteDatabase.SqliteError)) return error;
  if (error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || error.code === 'SQLITE_CONSTRAINT_UNIQUE') {
    return new ConflictError('another change came first, or the same id is already stored');
  }
  if (isBusy(error)) return new OverloadedError('the database is busy', error);
  return error;
}

/** Whether another process holds the lock that was needed. */
export function isBusy(error: unknown): boolean {
  return error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
