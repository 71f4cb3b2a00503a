import type { Kysely } from 'kysely';
import type { Migration } from '../migration.ts';
import { runStatements } from '../run-statements.ts';

/** Points by priority, as they were when this step was written. */
const SCORE: Readonly<Record<string, number>> = { urgent: 100, high: 70, normal: 40, low: 20 };

/**
 * A hand-off is kept whole as JSON, with copies to search by: it has grown too many fields for a column each. Agents'
 * presence gets a table of its own.
 */
export const desk: Migration = {
  version: 3,
  async up(db, engine) {
    const big = engine === 'sqlite' ? 'INTEGER' : 'bigint';
    const text = engine === 'sqlite' ? 'TEXT' : 'text';
    const strict = engine === 'sqlite' ? ' STRICT' : '';
    await runStatements(db, [
      `ALTER TABLE handoff ADD COLUMN data ${text} NOT NULL DEFAULT '{}'`,
      `ALTER TABLE handoff ADD COLUMN queue_rank ${big} NOT NULL DEFAULT 0`,
      `ALTER TABLE handoff ADD COLUMN offered_to ${text}`,
      `ALTER TABLE handoff ADD COLUMN customer_id ${text}`,
    ]);
    await keepWhole(db);
    await runStatements(db, [
      ...['reason', 'priority', 'priority_rank', 'brief', 'outcome', 'claimed_at', 'closed_at'].map(
        (column) => `ALTER TABLE handoff DROP COLUMN ${column}`,
      ),
      'CREATE INDEX handoff_conversation ON handoff (conversation_id)',
      'CREATE INDEX handoff_queue ON handoff (status, queue_rank)',
      'CREATE INDEX handoff_customer ON handoff (customer_id) WHERE customer_id IS NOT NULL',
      `CREATE TABLE agent_presence (
        agent_id ${text} NOT NULL PRIMARY KEY,
        name ${text} NOT NULL,
        available ${big} NOT NULL,
        teams ${text} NOT NULL,
        languages ${text} NOT NULL,
        seen_at ${big} NOT NULL,
        since ${big} NOT NULL
      )${strict}`,
    ]);
  },
};

// biome-ignore lint/suspicious/noExplicitAny: the tables of the release before this step
async function keepWhole(db: Kysely<any>): Promise<void> {
  for (const row of await db.selectFrom('handoff').selectAll().execute()) {
    const score = SCORE[row.priority] ?? SCORE.normal;
    const openedAt = Number(row.opened_at);
    const time = (at: unknown) => (at === null ? undefined : Number(at));
    const handoff = {
      ...{ id: row.id, conversationId: row.conversation_id, status: row.status, reason: row.reason },
      ...{ priority: row.priority, team: row.team, skills: [row.team], score, brief: JSON.parse(row.brief) },
      ...{ agentId: row.agent_id ?? undefined, outcome: row.outcome ?? undefined, openedAt, queuedAt: openedAt },
      ...{ claimedAt: time(row.claimed_at), closedAt: time(row.closed_at) },
      ...{ reopened: 0, told: 0, passedBy: [], breached: [] },
    };
    await db
      .updateTable('handoff')
      .set({ data: JSON.stringify(handoff), queue_rank: score * 60_000 - openedAt })
      .where('id', '=', row.id)
      .execute();
  }
}
