import { DatabaseError } from 'pg';
import { ConflictError, OverloadedError, XiaoerError } from '../../domain/errors.ts';

/**
 * What a failed query means to the caller: a taken key is a conflict; a lock not had in time, a database that is
 * stopping, full or cannot be reached is overload. What remains is a fault, named without the values it was about.
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function toDomainError(error: unknown): unknown {
  if (error instanceof DatabaseError) return ofServer(error);
  if (error instanceof Error && isConnectionTrouble(error)) {
    return new OverloadedError(`the database is out of reach: ${nameOf(error)}`);
  }
  return error;
}

/** Unique violation. */
const TAKEN = '23505';

/**
 * Classes 08 (connection), 40 (serialisation, deadlock), 53 (resources) and 57 (cancelled, stopping); a lock timeout,
 * and a transaction or session that was idle for too long.
 */
const TRY_AGAIN = /^(?:08|40|53|57)|^55P03$|^25P0[34]$/;

function ofServer({ code = 'unknown', table, constraint, message }: DatabaseError): XiaoerError {
  if (code === TAKEN) return new ConflictError('another change came first, or the same id is already stored');
  if (TRY_AGAIN.test(code)) return new OverloadedError(`the database is busy: ${code}`);
  // Class 42 speaks of the statement; other messages may quote what a customer wrote.
  const about = code.startsWith('42') ? message : [table, constraint].filter(Boolean).join(', ');
  return new XiaoerError('database_error', `PostgreSQL ${code} ${about}`.trim());
}

/** What `pg` says without a code when a connection is gone or cannot be had. */
const LOST = /^(?:Connection (?:terminated|ended)|timeout exp|timeout exceeded|Client (?:has encountered|was closed))/;

function isConnectionTrouble(error: Error): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return LOST.test(error.message) || (typeof code === 'string' && /^E[A-Z_]+$/.test(code));
}

function nameOf(error: Error): string {
  return (error as NodeJS.ErrnoException).code ?? error.message;
}
