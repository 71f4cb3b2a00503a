import type { ConversationEvent, Handoff } from '../domain/conversation.ts';
import { ConflictError } from '../domain/errors.ts';

/**
 * The state of a hand-off, derived from its conversation's events; undefined when they do not mention it.
 * Stores keep the same as a row, so that queues need not read conversations.
 * @throws ConflictError when the events contradict one another, such as two claims of one hand-off.
 */
export function projectHandoff(
  conversationId: string,
  events: readonly ConversationEvent[],
  handoffId: string,
): Handoff | undefined {
  const own = events.filter((event) => 'handoffId' in event && event.handoffId === handoffId);
  return own.reduce<Handoff | undefined>((handoff, event) => next(conversationId, handoff, event), undefined);
}

function next(conversationId: string, handoff: Handoff | undefined, event: ConversationEvent): Handoff | undefined {
  switch (event.type) {
    case 'handoff_opened':
      if (handoff) throw new ConflictError(`hand-off ${event.handoffId} was opened twice`);
      return { id: event.handoffId, conversationId, status: 'waiting', ...event.draft, openedAt: event.at };
    case 'handoff_claimed':
      return { ...open(handoff, ['waiting']), status: 'claimed', agentId: event.agentId, claimedAt: event.at };
    case 'handoff_resolved':
      return {
        ...open(handoff, ['waiting', 'claimed']),
        status: 'resolved',
        agentId: event.agentId,
        outcome: event.outcome,
        closedAt: event.at,
      };
    case 'handoff_returned':
      return {
        ...open(handoff, ['waiting', 'claimed']),
        status: 'returned',
        agentId: event.agentId,
        closedAt: event.at,
      };
    default:
      return handoff;
  }
}

function open(handoff: Handoff | undefined, allowed: readonly Handoff['status'][]): Handoff {
  if (handoff && allowed.includes(handoff.status)) return handoff;
  throw new ConflictError(`the hand-off is ${handoff?.status ?? 'unknown'}, not ${allowed.join(' or ')}`);
}
