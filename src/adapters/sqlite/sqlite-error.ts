import SqliteDatabase from 'better-sqlite3';
import { ConflictError, OverloadedError } from '../../domain/errors.ts';

/**
 * What a failed append means to the caller: a taken position or message id is a conflict, a lock held for longer than
 * the busy timeout is overload; anything else is returned as it is.
 */
export function asStoreError(error: unknown, conversationId: string): unknown {
  if (!(error instanceof SqliteDatabase.SqliteError)) return error;
  if (error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || error.code === 'SQLITE_CONSTRAINT_UNIQUE') {
    return new ConflictError(`conversation ${conversationId} has changed, or the message id is already stored`);
  }
  if (error.code.startsWith('SQLITE_BUSY')) return new OverloadedError('the database is busy');
  return error;
}
