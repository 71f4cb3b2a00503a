import type { ConversationEvent } from './conversation.ts';
import type { HandoffDraft } from './decision.ts';
import type { TicketFacts } from './handoff.ts';

/** What stands where words were. */
export const REDACTED = '…';

/**
 * The event without anything that tells who the customer is or what was said. That it happened, when, and what the bot
 * made of it stays, so that a conversation keeps its length and its state, and reports their figures.
 */
export function redactEvent(event: ConversationEvent): ConversationEvent {
  switch (event.type) {
    case 'customer_wrote': {
      const { customer: _, ...rest } = event;
      return { ...rest, text: REDACTED };
    }
    case 'bot_replied': {
      const { awaiting: _, ...rest } = event;
      return { ...rest, text: REDACTED, reply: event.reply === '' ? '' : REDACTED };
    }
    case 'handoff_opened':
      return { ...event, draft: redactDraft(event.draft), ...ticketOf(event) };
    case 'handoff_reopened':
      return { ...event, ...(event.draft ? { draft: redactDraft(event.draft) } : {}), ...ticketOf(event) };
    case 'handoff_transferred': {
      const { note: _, ...rest } = event;
      return rest;
    }
    case 'handoff_resolved': {
      const { outcome, ...rest } = event;
      // A code stays; what an agent wrote instead of one may name the customer.
      return outcome && /^[a-z_]{1,40}$/.test(outcome) ? event : rest;
    }
    case 'agent_replied':
    case 'note_added':
    case 'system_said':
      return { ...event, text: REDACTED };
    case 'contact_left':
      return { ...event, contact: {} };
    case 'feedback_given': {
      const { comment: _, ...rest } = event;
      return rest;
    }
    case 'handoff_claimed':
    case 'handoff_returned':
    case 'handoff_offered':
    case 'handoff_released':
    case 'handoff_rated':
    case 'handoff_breached':
      return event;
  }
}

function redactDraft(draft: HandoffDraft): HandoffDraft {
  return { ...draft, brief: { ...draft.brief, wants: REDACTED, orderNumbers: [], transcript: [] } };
}

function ticketOf({ ticket }: { readonly ticket?: TicketFacts }): { ticket?: TicketFacts } {
  if (!ticket) return {};
  const { customerId: _, customerName: __, ...rest } = ticket;
  return { ticket: rest };
}
