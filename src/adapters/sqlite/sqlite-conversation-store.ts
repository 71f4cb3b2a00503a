import { Kysely, SqliteDialect, type Transaction } from 'kysely';
import type { ConversationEvent, Handoff, HandoffStatus } from '../../domain/conversation.ts';
import { ConflictError } from '../../domain/errors.ts';
import type { ConversationStore } from '../../ports/conversation-store.ts';
import type { ConversationTables } from './conversation-tables.ts';
import { type DatabaseOptions, openDatabase } from './open-database.ts';
import { asStoreError } from './sqlite-error.ts';
import { storedEvent } from './stored-event.ts';
import { handoffFromRow } from './stored-handoff.ts';
import { readStored } from './stored-value.ts';
import { updateHandoffRow } from './update-handoff-row.ts';

/**
 * Conversations in one SQLite file. Several processes may share the file; a commit blocks this process for the length
 * of one disk flush.
 * @param file path of the database, created with its folder when absent
 */
export function openSqliteConversationStore(file: string, options: DatabaseOptions = {}): ConversationStore {
  const database = openDatabase(file, options);
  const tables = new Kysely<ConversationTables>({ dialect: new SqliteDialect({ database }) });
  return {
    load: (conversationId) => loadEvents(tables, conversationId),
    async append(conversationId, expectedVersion, events) {
      if (events.length === 0) return;
      await tables
        .transaction()
        .execute((transaction) => appendEvents(transaction, conversationId, expectedVersion, events))
        .catch((error: unknown) => {
          throw asStoreError(error, conversationId);
        });
    },
    listHandoffs: (filter) => listHandoffs(tables, filter),
    getHandoff: (id) => getHandoff(tables, id),
    async ping() {
      database.prepare('SELECT version FROM schema_version LIMIT 1').get();
    },
    async close() {
      await tables.destroy();
      // Kysely closes only a database it has used.
      if (database.open) database.close();
    },
  };
}

async function loadEvents(tables: Kysely<ConversationTables>, conversationId: string): Promise<ConversationEvent[]> {
  const rows = await tables
    .selectFrom('conversation_event')
    .select(['position', 'data'])
    .where('conversation_id', '=', conversationId)
    .orderBy('position')
    .execute();
  return rows.map((row) => readStored(storedEvent, row.data, `event ${row.position} of ${conversationId}`));
}

async function appendEvents(
  tables: Transaction<ConversationTables>,
  conversationId: string,
  expectedVersion: number,
  events: readonly ConversationEvent[],
): Promise<void> {
  // The insert comes first: it takes the write lock, so nothing read after it can be out of date.
  const rows = events.map((event, index) => ({
    conversation_id: conversationId,
    position: expectedVersion + index + 1,
    type: event.type,
    at: event.at,
    message_id: 'messageId' in event ? event.messageId : null,
    data: JSON.stringify(event),
  }));
  await tables.insertInto('conversation_event').values(rows).execute();
  await refuseGap(tables, conversationId, expectedVersion);
  for (const event of events) await updateHandoffRow(tables, conversationId, event);
}

async function refuseGap(tables: Transaction<ConversationTables>, conversationId: string, expectedVersion: number) {
  if (expectedVersion === 0) return;
  const previous = await tables
    .selectFrom('conversation_event')
    .select('position')
    .where('conversation_id', '=', conversationId)
    .where('position', '=', expectedVersion)
    .executeTakeFirst();
  if (!previous) throw new ConflictError(`conversation ${conversationId} has fewer than ${expectedVersion} events`);
}

async function listHandoffs(
  tables: Kysely<ConversationTables>,
  { status, limit = 200 }: { status?: HandoffStatus; limit?: number },
): Promise<Handoff[]> {
  const rows = await tables
    .selectFrom((from) =>
      from
        .selectFrom('handoff')
        .selectAll()
        .$if(status !== undefined, (query) => query.where('status', '=', status ?? ''))
        .orderBy('opened_at', 'desc')
        .orderBy('sequence', 'desc')
        .limit(limit)
        .as('newest'),
    )
    .selectAll()
    .orderBy('priority_rank')
    .orderBy('opened_at')
    .orderBy('sequence')
    .execute();
  return rows.map(handoffFromRow);
}

async function getHandoff(tables: Kysely<ConversationTables>, id: string): Promise<Handoff | undefined> {
  const row = await tables.selectFrom('handoff').selectAll().where('id', '=', id).executeTakeFirst();
  return row && handoffFromRow(row);
}
