import type { ConversationEvent, HandoffMovement } from './conversation.ts';
import type { Priority } from './decision.ts';
import { ConflictError } from './errors.ts';
import { type Handoff, type HandoffStatus, isOpen } from './handoff.ts';

type Opened = Extract<ConversationEvent, { type: 'handoff_opened' }>;
type Reopened = Extract<HandoffMovement, { type: 'handoff_reopened' }>;

/** Score of a ticket that was opened before the desk gave scores; the desk's own starts from the same figures. */
export const PRIORITY_SCORE: Readonly<Record<Priority, number>> = { urgent: 100, high: 70, normal: 40, low: 20 };

const PREVIEW = 80;

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
  return events.reduce<Handoff | undefined>(
    (handoff, event) =>
      'handoffId' in event && event.handoffId !== undefined && event.handoffId !== handoffId
        ? handoff
        : nextHandoff(conversationId, handoff, event),
    undefined,
  );
}

/**
 * The hand-off after one more event of its conversation: of its own, or of no hand-off in particular.
 * @throws ConflictError when the hand-off is not in a state that allows the event.
 */
export function nextHandoff(
  conversationId: string,
  handoff: Handoff | undefined,
  event: ConversationEvent,
): Handoff | undefined {
  switch (event.type) {
    case 'handoff_opened':
      if (handoff) throw new ConflictError(`hand-off ${event.handoffId} was opened twice`);
      return opened(conversationId, event);
    case 'handoff_claimed': {
      const { at, agentId, agentName } = event;
      const present = withoutOffer(inState(handoff, 'waiting'));
      // Whoever takes it after all has not let it pass: should the connection be lost, it comes back to them.
      const passedBy = present.passedBy.filter((each) => each !== agentId);
      return { ...present, status: 'claimed', agentId, agentName, claimedAt: at, passedBy };
    }
    case 'handoff_resolved':
      return { ...closed(handoff, event), status: 'resolved', outcome: event.outcome };
    case 'handoff_returned':
      return { ...closed(handoff, event), status: 'returned' };
    case 'agent_replied':
      return afterAgentLine(inState(handoff, 'claimed'), event);
    case 'customer_wrote':
      if (!handoff || !isOpen(handoff)) return handoff;
      return { ...handoff, lastCustomerAt: event.at, preview: shorten(event.text) };
    case 'system_said':
      return handoff && isOpen(handoff) ? { ...handoff, toldAt: event.at, told: handoff.told + 1 } : handoff;
    case 'contact_left':
      return handoff && event.handoffId ? { ...handoff, contact: { ...handoff.contact, ...event.contact } } : handoff;
    case 'note_added':
      return inState(handoff, 'waiting', 'claimed', 'resolved', 'returned');
    case 'handoff_offered':
    case 'handoff_released':
    case 'handoff_transferred':
    case 'handoff_reopened':
    case 'handoff_rated':
    case 'handoff_breached':
      return moved(handoff, event);
    default:
      return handoff;
  }
}

function moved(handoff: Handoff | undefined, event: HandoffMovement): Handoff {
  switch (event.type) {
    case 'handoff_offered':
      return { ...inState(handoff, 'waiting'), offeredTo: event.agentId, offeredUntil: event.until };
    case 'handoff_released': {
      const present = inState(handoff, 'waiting', 'claimed');
      // Whoever lost the connection has not let it pass, and knows the customer best when back.
      const passedBy = event.cause === 'vanished' ? [] : [event.agentId];
      return { ...queued(present), passedBy: [...new Set([...present.passedBy, ...passedBy])] };
    }
    case 'handoff_transferred':
      return {
        ...queued(inState(handoff, 'waiting', 'claimed')),
        ...(event.team === undefined ? {} : { team: event.team }),
        offeredTo: event.toAgentId,
        offeredUntil: event.toAgentId === undefined ? undefined : event.until,
        offeredBy: event.toAgentId === undefined ? undefined : event.agentId,
        passedBy: [event.agentId],
      };
    case 'handoff_reopened':
      return reopened(inState(handoff, 'resolved', 'returned'), event);
    case 'handoff_rated': {
      const { score, orderValue, category } = event;
      const present = inState(handoff, 'waiting', 'claimed');
      return {
        ...present,
        score,
        orderValue: orderValue ?? present.orderValue,
        category: category ?? present.category,
      };
    }
    case 'handoff_breached': {
      const present = inState(handoff, 'waiting', 'claimed');
      return { ...present, score: event.score, breached: [...new Set([...present.breached, event.clock])] };
    }
  }
}

function opened(conversationId: string, { at, handoffId, draft, ticket }: Opened): Handoff {
  const { reason, priority, team, brief } = draft;
  return {
    ...{ team, skills: [team], score: PRIORITY_SCORE[priority] },
    ...ticket,
    ...{ id: handoffId, conversationId, status: 'waiting', reason, priority, brief, openedAt: at, queuedAt: at },
    ...{ reopened: 0, told: 0, passedBy: [], breached: [], preview: previewOf(brief.transcript) },
  };
}

function reopened(handoff: Handoff, { at, cause, draft, ticket }: Reopened): Handoff {
  const { outcome, closedAt, answeredAt, ...rest } = queued(handoff);
  return {
    ...(cause === 'customer' ? askedAgain(rest, at, draft) : rest),
    ...(draft && { reason: draft.reason, priority: draft.priority, brief: draft.brief, team: draft.team }),
    ...ticket,
    ...{ queuedAt: at, reopened: handoff.reopened + 1, told: 0, passedBy: [], breached: [] },
  };
}

/** What was said before it was closed answers nothing that the customer asks now. */
function askedAgain({ lastAgentAt, ...rest }: Handoff, at: number, draft: Reopened['draft']): Handoff {
  return { ...rest, lastCustomerAt: at, preview: (draft && previewOf(draft.brief.transcript)) ?? rest.preview };
}

/** Back in the queue: whoever held it is remembered, and nothing is offered. */
function queued(handoff: Handoff): Handoff {
  const { agentId, agentName, claimedAt, ...rest } = withoutOffer(handoff);
  return {
    ...rest,
    status: 'waiting',
    told: agentId === undefined ? handoff.told : 0,
    lastAgentId: agentId ?? handoff.lastAgentId,
  };
}

function closed(handoff: Handoff | undefined, { at, agentId }: { at: number; agentId?: string }): Handoff {
  const present = inState(handoff, 'waiting', 'claimed');
  const agentName = present.agentId === agentId ? present.agentName : undefined;
  return { ...withoutOffer(present), agentId, agentName, closedAt: at };
}

function afterAgentLine(handoff: Handoff, { at, text }: { at: number; text: string }): Handoff {
  return { ...handoff, answeredAt: handoff.answeredAt ?? at, lastAgentAt: at, preview: shorten(text) };
}

function withoutOffer(handoff: Handoff): Handoff {
  const { offeredTo, offeredUntil, offeredBy, ...rest } = handoff;
  return rest;
}

function inState(handoff: Handoff | undefined, ...allowed: readonly HandoffStatus[]): Handoff {
  if (handoff && allowed.includes(handoff.status)) return handoff;
  throw new ConflictError(`the hand-off is ${handoff?.status ?? 'unknown'}, not ${allowed.join(' or ')}`);
}

function previewOf(transcript: Handoff['brief']['transcript']): string | undefined {
  const last = transcript.findLast(({ role }) => role === 'customer');
  return last && shorten(last.text);
}

function shorten(text: string): string {
  const line = [...text.replace(/\s+/g, ' ').trim()];
  return line.length <= PREVIEW ? line.join('') : `${line.slice(0, PREVIEW - 1).join('')}…`;
}
