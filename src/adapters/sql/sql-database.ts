import type { Kysely } from 'kysely';
import type { Whispers } from '../../ports/whispers.ts';
import type { ChangeSignal } from './change-signal.ts';
import type { SqlEngine } from './sql-engine.ts';
import type { Tables } from './tables.ts';

/**
 * An open database at the present schema: all that stores need to know of an engine. Its queries fail with the errors
 * of the domain: `ConflictError` for a key that is taken, `OverloadedError` when the database is busy or out of reach.
 */
export interface SqlDatabase {
  readonly engine: SqlEngine;
  readonly db: Kysely<Tables>;
  readonly signal: ChangeSignal;
  /** On SQLite they stay within this process. */
  readonly whispers: Whispers;
  /** Ends waiting queries and connections; closing twice is harmless. */
  close(): Promise<void>;
}
