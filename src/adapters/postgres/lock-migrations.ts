import { sql, type Transaction } from 'kysely';
import type { SchemaTables } from '../sql/migrate.ts';

/** Waits until no other process migrates this schema; ends with the transaction. */
export async function lockMigrations(transaction: Transaction<SchemaTables>): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('xiaoer migrations'), hashtext(current_schema()))`.execute(
    transaction,
  );
}
