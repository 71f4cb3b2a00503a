import type { Desk } from '../../desk/desk.ts';
import { saysNobodyComes } from '../../desk/desk-lines.ts';
import { outlookAt } from '../../desk/queue-outlook.ts';
import { type TicketContext, takeIn, takenInLine } from '../../desk/take-in.ts';
import type { ConversationEvent, ConversationState } from '../../domain/conversation.ts';
import type { HandoffDraft } from '../../domain/decision.ts';
import type { NewId } from '../../ports/clock.ts';
import { says } from './change-handoff.ts';

/** What calling a person needs. Without a desk, tickets carry only what the engine says, and the customer only hears the bot. */
export interface CallDeps {
  readonly newId: NewId;
  readonly desk?: Pick<Desk, 'settings' | 'snapshot' | 'queueUp'>;
}

/** Whether a customer who is put into the queue now hears that nobody comes soon. @param now epoch milliseconds */
export function nobodyComes({ settings, snapshot }: Pick<Desk, 'settings' | 'snapshot'>, now: number): boolean {
  return saysNobodyComes(outlookAt(1, snapshot, settings, now));
}

/** A hand-off that a turn asked for, as events. */
export interface Call {
  readonly handoffId: string;
  readonly events: readonly ConversationEvent[];
}

/**
 * Opens a hand-off and tells the customer what happens next. A customer who needs a person again soon after one has
 * closed the case comes back to the same ticket. Pure but for the id and the place in the desk's queue.
 */
export function callPerson(
  draft: HandoffDraft,
  context: TicketContext & {
    readonly conversationId: string;
    readonly closedHandoff?: ConversationState['closedHandoff'];
  },
  { newId, desk }: CallDeps,
): Call {
  const { now: at, conversationId, closedHandoff } = context;
  if (!desk) {
    const handoffId = newId();
    return { handoffId, events: [{ type: 'handoff_opened', at, handoffId, draft }] };
  }
  const { settings, snapshot } = desk;
  const ticket = takeIn(draft, context, settings);
  const position = desk.queueUp({ conversationId, score: ticket.score, queuedAt: at });
  const told = says(takenInLine(position, context, settings, snapshot), at);
  const window = settings.waiting.reopenWithinHours * 3_600_000;
  if (closedHandoff && at - closedHandoff.at < window) {
    const handoffId = closedHandoff.id;
    const reopened: ConversationEvent = { type: 'handoff_reopened', at, handoffId, cause: 'customer', draft, ticket };
    return { handoffId, events: [reopened, told] };
  }
  const handoffId = newId();
  return { handoffId, events: [{ type: 'handoff_opened', at, handoffId, draft, ticket }, told] };
}
