import type { Transaction } from 'kysely';
import type { ConversationEvent, HandoffStatus } from '../../domain/conversation.ts';
import { PRIORITIES } from '../../domain/decision.ts';
import { ConflictError } from '../../domain/errors.ts';
import type { Tables } from './tables.ts';

type Opened = Extract<ConversationEvent, { type: 'handoff_opened' }>;

/**
 * Brings the hand-off rows up to date with one event, inside the transaction that stores the event.
 * @throws ConflictError when the hand-off is not in a state that allows it; the transaction must then be rolled back.
 */
export async function updateHandoffRow(
  transaction: Transaction<Tables>,
  conversationId: string,
  event: ConversationEvent,
): Promise<void> {
  switch (event.type) {
    case 'handoff_opened':
      return insert(transaction, conversationId, event);
    case 'handoff_claimed':
      return change(transaction, event.handoffId, ['waiting'], {
        status: 'claimed',
        agent_id: event.agentId,
        claimed_at: event.at,
      });
    case 'handoff_resolved':
      return change(transaction, event.handoffId, ['waiting', 'claimed'], {
        status: 'resolved',
        agent_id: event.agentId,
        outcome: event.outcome ?? null,
        closed_at: event.at,
      });
    case 'handoff_returned':
      return change(transaction, event.handoffId, ['waiting', 'claimed'], {
        status: 'returned',
        agent_id: event.agentId,
        closed_at: event.at,
      });
  }
}

async function insert(transaction: Transaction<Tables>, conversationId: string, event: Opened): Promise<void> {
  const { reason, priority, team, brief } = event.draft;
  await transaction
    .insertInto('handoff')
    .values({
      id: event.handoffId,
      conversation_id: conversationId,
      status: 'waiting',
      reason,
      priority,
      priority_rank: PRIORITIES.indexOf(priority),
      team,
      brief: JSON.stringify(brief),
      opened_at: event.at,
    })
    .execute();
}

async function change(
  transaction: Transaction<Tables>,
  id: string,
  from: readonly HandoffStatus[],
  set: { status: HandoffStatus; agent_id: string; outcome?: string | null; claimed_at?: number; closed_at?: number },
): Promise<void> {
  const result = await transaction
    .updateTable('handoff')
    .set(set)
    .where('id', '=', id)
    .where('status', 'in', from)
    .executeTakeFirstOrThrow();
  if (result.numUpdatedRows !== 1n) throw new ConflictError(`hand-off ${id} is no longer ${from.join(' or ')}`);
}
