import type { Transaction } from 'kysely';
import type { ConversationEvent } from '../../domain/conversation.ts';
import { type Handoff, queueRank } from '../../domain/handoff.ts';
import { nextHandoff } from '../../domain/project-handoff.ts';
import { handoffFromRow } from './stored-handoff.ts';
import type { Tables } from './tables.ts';

/**
 * Brings the hand-off rows of a conversation up to date with its new events, inside the transaction that stores them.
 * The rule is the domain's own, so that a row is what the events say.
 * @throws ConflictError when a hand-off is not in a state that allows an event; the transaction must then be rolled back.
 */
export async function updateHandoffRows(
  transaction: Transaction<Tables>,
  conversationId: string,
  events: readonly ConversationEvent[],
): Promise<void> {
  const rows = await transaction
    .selectFrom('handoff')
    .select(['id', 'data'])
    .where('conversation_id', '=', conversationId)
    .execute();
  const before = new Map<string, Handoff | undefined>(rows.map((row) => [row.id, handoffFromRow(row)]));
  const after = new Map(before);
  for (const event of events) {
    const named = 'handoffId' in event && event.type !== 'bot_replied' ? event.handoffId : undefined;
    for (const id of named === undefined ? [...after.keys()] : [named]) {
      after.set(id, nextHandoff(conversationId, after.get(id), event));
    }
  }
  for (const [id, handoff] of after) {
    if (handoff && handoff !== before.get(id)) await saveHandoff(transaction, handoff, !before.has(id));
  }
}

/** Writes a hand-off's row, and the columns to search by as the hand-off says. */
export async function saveHandoff(transaction: Transaction<Tables>, handoff: Handoff, isNew: boolean): Promise<void> {
  const { id, conversationId, status, team, agentId, offeredTo, customerId, openedAt } = handoff;
  const copies = {
    status,
    team,
    agent_id: agentId ?? null,
    offered_to: offeredTo ?? null,
    customer_id: customerId ?? null,
    queue_rank: queueRank(handoff),
    data: JSON.stringify(handoff),
  };
  if (!isNew) {
    await transaction.updateTable('handoff').set(copies).where('id', '=', id).execute();
    return;
  }
  const row = { id, conversation_id: conversationId, opened_at: openedAt, ...copies };
  await transaction.insertInto('handoff').values(row).execute();
}
