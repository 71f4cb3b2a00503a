import { type Kysely, sql, type Transaction } from 'kysely';
import type { ConversationEvent } from '../../domain/conversation.ts';
import { projectHandoff } from '../../domain/project-handoff.ts';
import { redactEvent } from '../../domain/redact-event.ts';
import type { Erased, Forgotten, PersonalDataStore } from '../../ports/personal-data-store.ts';
import type { SqlDatabase } from './sql-database.ts';
import type { SqlEngine } from './sql-engine.ts';
import { storedEvent } from './stored-event.ts';
import { readStored } from './stored-value.ts';
import type { Tables } from './tables.ts';
import { saveHandoff } from './update-handoff-rows.ts';

/** Events looked at in one step: few enough that customers do not notice the wait. */
const STEP = 100;
/** Below every engine's limit of parameters. */
const IDS_AT_ONCE = 500;

/** What is kept of customers in a database. */
export function createSqlPersonalDataStore({ db, engine }: Pick<SqlDatabase, 'db' | 'engine'>): PersonalDataStore {
  return {
    async conversationsOf(customerId) {
      const rows = await db
        .selectFrom('conversation_event')
        .select(['conversation_id', ({ fn }) => fn.min('sequence').as('first')])
        // Spelt out, so that the partial index is taken.
        .where('type', '=', sql.lit('customer_wrote'))
        .where(customerIdOf(engine), '=', customerId)
        .groupBy('conversation_id')
        .orderBy('first')
        .execute();
      return rows.map((row) => row.conversation_id);
    },
    async erase(conversationIds) {
      const total = { conversations: 0, events: 0, handoffs: 0 };
      for (let start = 0; start < conversationIds.length; start += IDS_AT_ONCE) {
        const ids = conversationIds.slice(start, start + IDS_AT_ONCE);
        const erased = await inLine(db, (transaction) => erase(transaction, ids));
        total.conversations += erased.conversations;
        total.events += erased.events;
        total.handoffs += erased.handoffs;
      }
      await emptyLog(db, engine);
      return total;
    },
    async forgetBefore(at) {
      const forgotten = await inLine(db, (transaction) => forget(transaction, at));
      if (!forgotten.more) await emptyLog(db, engine);
      return forgotten;
    },
  };
}

/**
 * SQLite's write-ahead log still holds the pages as they were before. A reader of another process may keep it from being
 * emptied now, as may an error; then the next time does it. What is erased is erased all the same.
 */
async function emptyLog(db: Kysely<Tables>, engine: SqlEngine): Promise<void> {
  if (engine !== 'sqlite') return;
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db).catch(() => {});
}

/** As the index spells it. */
function customerIdOf(engine: SqlEngine) {
  return engine === 'sqlite'
    ? sql<string>`CASE WHEN json_valid(data) THEN json_extract(data, '$.customer.id') END`
    : sql<string>`(data::json -> 'customer' ->> 'id')`;
}

/** Appends lock the counter first, and so does this: one comes wholly before the other. */
function inLine<T>(db: Kysely<Tables>, run: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('change_counter')
      .set(({ ref }) => ({ value: ref('value') }))
      .execute();
    return run(transaction);
  });
}

async function erase(transaction: Transaction<Tables>, ids: readonly string[]): Promise<Erased> {
  if (ids.length === 0) return { conversations: 0, events: 0, handoffs: 0 };
  const events = transaction.selectFrom('conversation_event').where('conversation_id', 'in', ids);
  const { count } = await events
    .select(({ fn }) => fn.count<number | string>('conversation_id').distinct().as('count'))
    .executeTakeFirstOrThrow();
  await transaction
    .deleteFrom('outbox_message')
    .where(({ eb, or }) => or([eb('lane', 'in', ids), eb('change_sequence', 'in', events.select('sequence'))]))
    .execute();
  await transaction.deleteFrom('channel_address').where('conversation_id', 'in', ids).execute();
  const gone = await transaction
    .deleteFrom('conversation_event')
    .where('conversation_id', 'in', ids)
    .executeTakeFirst();
  const tickets = await transaction.deleteFrom('handoff').where('conversation_id', 'in', ids).executeTakeFirst();
  return {
    conversations: Number(count),
    events: Number(gone.numDeletedRows),
    handoffs: Number(tickets.numDeletedRows),
  };
}

async function forget(transaction: Transaction<Tables>, before: number): Promise<Forgotten> {
  const old = await transaction
    .selectFrom('conversation_event as event')
    .select('conversation_id')
    .where('at', '<', before)
    .where('redacted', '=', sql.lit(0))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('handoff')
            .select('id')
            .whereRef('handoff.conversation_id', '=', 'event.conversation_id')
            .where('status', 'in', ['waiting', 'claimed']),
        ),
      ),
    )
    .orderBy('at')
    .limit(STEP)
    .execute();
  const ids = [...new Set(old.map((row) => row.conversation_id))];
  const goingOn = new Set(await activeSince(transaction, ids, before));
  const conversationIds = ids.filter((id) => !goingOn.has(id));
  await erase(transaction, conversationIds);
  let redactedEvents = 0;
  for (const id of goingOn) redactedEvents += await redact(transaction, id, before);
  return { conversationIds, redactedEvents, more: old.length === STEP };
}

async function activeSince(transaction: Transaction<Tables>, ids: readonly string[], at: number): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await transaction
    .selectFrom('conversation_event')
    .select('conversation_id')
    .distinct()
    .where('conversation_id', 'in', ids)
    .where('at', '>=', at)
    .execute();
  return rows.map((row) => row.conversation_id);
}

/** Rewrites the old events in their places, and the hand-offs as they follow from the events then. */
async function redact(transaction: Transaction<Tables>, conversationId: string, before: number): Promise<number> {
  const rows = await transaction
    .selectFrom('conversation_event')
    .select(['position', 'at', 'data', 'redacted'])
    .where('conversation_id', '=', conversationId)
    .orderBy('position')
    .execute();
  const events: ConversationEvent[] = [];
  let redacted = 0;
  for (const row of rows) {
    const event = readStored(storedEvent, row.data, `event ${row.position} of ${conversationId}`);
    const isOld = row.at < before && row.redacted === 0;
    const kept = isOld ? redactEvent(event) : event;
    events.push(kept);
    if (!isOld) continue;
    redacted += 1;
    await transaction
      .updateTable('conversation_event')
      .set({ data: JSON.stringify(kept), redacted: 1 })
      .where('conversation_id', '=', conversationId)
      .where('position', '=', row.position)
      .execute();
  }
  await projectAgain(transaction, conversationId, events);
  return redacted;
}

async function projectAgain(
  transaction: Transaction<Tables>,
  conversationId: string,
  events: readonly ConversationEvent[],
): Promise<void> {
  const rows = await transaction
    .selectFrom('handoff')
    .select('id')
    .where('conversation_id', '=', conversationId)
    .execute();
  for (const { id } of rows) {
    const handoff = projectHandoff(conversationId, events, id);
    if (handoff) await saveHandoff(transaction, handoff, false);
  }
}
