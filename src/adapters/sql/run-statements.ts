import { type Kysely, sql } from 'kysely';

/** Runs statements that take no parameters, one after the other. */
// biome-ignore lint/suspicious/noExplicitAny: raw statements know no tables
export async function runStatements(db: Kysely<any>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
