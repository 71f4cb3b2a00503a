import type { Kysely } from 'kysely';
import type { SqlEngine } from './sql-engine.ts';

/** A forward-only step of the database schema. Once released, a step is never edited: a change is a new step. */
export interface Migration {
  /** Counts from 1 without gaps. */
  readonly version: number;
  /** Runs inside the transaction of all steps. It must not rely on table types: they describe a later schema. */
  // biome-ignore lint/suspicious/noExplicitAny: the tables are those of the release before this step
  up(db: Kysely<any>, engine: SqlEngine): Promise<void>;
}
