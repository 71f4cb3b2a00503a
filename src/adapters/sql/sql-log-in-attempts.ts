import type { Kysely } from 'kysely';
import { type AttemptRule, delayAfter, type LogInAttempts } from '../../ports/log-in-attempts.ts';
import type { Tables } from './tables.ts';

/** Failed log-ins in a database. Several processes may share it. */
export function createSqlLogInAttempts(db: Kysely<Tables>): LogInAttempts {
  return {
    begin: (key, now, rule) => begin(db, key, now, rule),
    async succeeded(key, forgive) {
      if (forgive) await db.deleteFrom('log_in_attempt').where('key', '=', key).execute();
      else {
        await db
          .updateTable('log_in_attempt')
          .set(({ eb }) => ({ failures: eb('failures', '-', 1), blocked_until: 0 }))
          .where('key', '=', key)
          .where('failures', '>', 0)
          .execute();
      }
    },
    async deleteBefore(lastAt) {
      await db.deleteFrom('log_in_attempt').where('last_at', '<', lastAt).execute();
    },
  };
}

async function begin(db: Kysely<Tables>, key: string, now: number, rule: AttemptRule): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    // Writing first takes the lock, so that of two attempts at once the second sees the first.
    const row = await transaction
      .insertInto('log_in_attempt')
      .values({ key, failures: 0, last_at: now, blocked_until: 0 })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ key }))
      .returningAll()
      .executeTakeFirstOrThrow();
    if (row.blocked_until > now) return row.blocked_until - now;
    const failures = (now - row.last_at >= rule.forgetAfterMs ? 0 : row.failures) + 1;
    await transaction
      .updateTable('log_in_attempt')
      .set({ failures, last_at: now, blocked_until: now + delayAfter(failures, rule) })
      .where('key', '=', key)
      .execute();
    return 0;
  });
}
