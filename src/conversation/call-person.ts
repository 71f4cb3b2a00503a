import type { Desk } from '../desk/desk.ts';
import { type TicketContext, takeIn, takenInLine } from '../desk/take-in.ts';
import type { ConversationEvent, ConversationState } from '../domain/conversation.ts';
import type { HandoffDraft } from '../domain/decision.ts';
import type { NewId } from '../ports/clock.ts';
import { says } from './change-handoff.ts';

/** What calling a person needs. Without a desk, tickets carry only what the engine says, and the customer only hears the bot. */
export interface CallDeps {
  readonly newId: NewId;
  readonly desk?: Pick<Desk, 'settings' | 'snapshot'>;
}

/** A hand-off that a turn asked for, as events. */
export interface Call {
  readonly handoffId: string;
  readonly events: readonly ConversationEvent[];
}

/**
 * Opens a hand-off and tells the customer what happens next. A customer who needs a person again soon after one has
 * closed the case comes back to the same ticket. Pure but for the id.
 */
export function callPerson(
  draft: HandoffDraft,
  context: TicketContext & { readonly closedHandoff?: ConversationState['closedHandoff'] },
  { newId, desk }: CallDeps,
): Call {
  const { now: at, closedHandoff } = context;
  if (!desk) {
    const handoffId = newId();
    return { handoffId, events: [{ type: 'handoff_opened', at, handoffId, draft }] };
  }
  const { settings, snapshot } = desk;
  const ticket = takeIn(draft, context, settings);
  const told = says(takenInLine(ticket, context, settings, snapshot), at);
  const window = settings.waiting.reopenWithinHours * 3_600_000;
  if (closedHandoff && at - closedHandoff.at < window) {
    const handoffId = closedHandoff.id;
    const reopened: ConversationEvent = { type: 'handoff_reopened', at, handoffId, cause: 'customer', draft, ticket };
    return { handoffId, events: [reopened, told] };
  }
  const handoffId = newId();
  return { handoffId, events: [{ type: 'handoff_opened', at, handoffId, draft, ticket }, told] };
}
