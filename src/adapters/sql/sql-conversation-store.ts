import type { Kysely, Transaction } from 'kysely';
import type { ConversationEvent } from '../../domain/conversation.ts';
import { ConflictError } from '../../domain/errors.ts';
import type { Handoff } from '../../domain/handoff.ts';
import type { ConversationStore } from '../../ports/conversation-store.ts';
import { listHandoffs } from './list-handoffs.ts';
import type { SqlDatabase } from './sql-database.ts';
import { storedEvent } from './stored-event.ts';
import { handoffFromRow } from './stored-handoff.ts';
import { readStored } from './stored-value.ts';
import type { Tables } from './tables.ts';
import { updateHandoffRows } from './update-handoff-rows.ts';

/** Conversations in a database. Several processes may share it. */
export function createSqlConversationStore(database: SqlDatabase): ConversationStore {
  const { db, signal } = database;
  return {
    load: (conversationId) => loadEvents(db, conversationId),
    async append(conversationId, expectedVersion, events) {
      if (events.length === 0) return;
      await db
        .transaction()
        .execute((transaction) => appendEvents(transaction, conversationId, expectedVersion, events));
      signal.committed();
    },
    listHandoffs: (filter) => listHandoffs(db, filter),
    getHandoff: (id) => getHandoff(db, id),
    async ping() {
      await db.selectFrom('schema_version').select('version').limit(1).execute();
    },
    close: () => database.close(),
  };
}

async function loadEvents(db: Kysely<Tables>, conversationId: string): Promise<ConversationEvent[]> {
  const rows = await db
    .selectFrom('conversation_event')
    .select(['position', 'data'])
    .where('conversation_id', '=', conversationId)
    .orderBy('position')
    .execute();
  return rows.map((row) => readStored(storedEvent, row.data, `event ${row.position} of ${conversationId}`));
}

async function appendEvents(
  transaction: Transaction<Tables>,
  conversationId: string,
  expectedVersion: number,
  events: readonly ConversationEvent[],
): Promise<void> {
  const sequence = await raiseCounter(transaction, events.length);
  const rows = events.map((event, index) => ({
    conversation_id: conversationId,
    position: expectedVersion + index + 1,
    type: event.type,
    at: event.at,
    message_id: 'messageId' in event ? event.messageId : null,
    data: JSON.stringify(event),
    sequence: sequence + index + 1,
  }));
  await transaction.insertInto('conversation_event').values(rows).execute();
  await refuseGap(transaction, conversationId, expectedVersion);
  await updateHandoffRows(transaction, conversationId, events);
}

/**
 * The sequence before the first of `count` new events. The row stays locked until the transaction ends, so appends of
 * all processes follow one another, nothing read after this is out of date, and sequences follow the commits.
 */
async function raiseCounter(transaction: Transaction<Tables>, count: number): Promise<number> {
  const { value } = await transaction
    .updateTable('change_counter')
    .set(({ eb }) => ({ value: eb('value', '+', count) }))
    .returning('value')
    .executeTakeFirstOrThrow();
  return value - count;
}

async function refuseGap(transaction: Transaction<Tables>, conversationId: string, expectedVersion: number) {
  if (expectedVersion === 0) return;
  const previous = await transaction
    .selectFrom('conversation_event')
    .select('position')
    .where('conversation_id', '=', conversationId)
    .where('position', '=', expectedVersion)
    .executeTakeFirst();
  if (!previous) throw new ConflictError(`conversation ${conversationId} has fewer than ${expectedVersion} events`);
}

async function getHandoff(db: Kysely<Tables>, id: string): Promise<Handoff | undefined> {
  const row = await db.selectFrom('handoff').select(['id', 'data']).where('id', '=', id).executeTakeFirst();
  return row && handoffFromRow(row);
}
