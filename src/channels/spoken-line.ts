import type { ConversationEvent } from '../domain/conversation.ts';

/** What an event says to the customer, as a channel sends it; undefined when it says nothing. */
export function spokenLine(event: ConversationEvent): string | undefined {
  switch (event.type) {
    case 'bot_replied':
      return event.reply === '' ? undefined : event.reply;
    case 'agent_replied':
    case 'system_said':
      return event.text;
    default:
      return undefined;
  }
}
