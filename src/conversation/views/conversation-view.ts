import type { ConversationEvent, ConversationStatus, SystemCode } from '../../domain/conversation.ts';
import type { Action, Citation } from '../../domain/decision.ts';
import { foldConversation } from '../state/fold-conversation.ts';

/** One line of a conversation as it is shown. `at` is epoch milliseconds. */
export interface TranscriptLine {
  /** Place of the line's event in the conversation, from 1: lines are ordered by it and known again by it. */
  readonly position: number;
  readonly role: 'customer' | 'bot' | 'agent' | 'system';
  readonly text: string;
  readonly at: number;
  /** Set for what a person wrote. */
  readonly messageId?: string;
  /** Set for an agent's lines, when the name is known. */
  readonly agentName?: string;
  /** Set for the bot's lines. */
  readonly action?: Action;
  readonly citations?: readonly Citation[];
  /** Set for the system's lines. */
  readonly code?: SystemCode;
}

/** A conversation as its customer may see it: no intents, no mood, no brief, no notes. */
export interface ConversationView {
  readonly id: string;
  readonly status: ConversationStatus;
  /** Oldest first. */
  readonly transcript: readonly TranscriptLine[];
}

/** What a page needs to show a conversation again. */
export function conversationView(id: string, events: readonly ConversationEvent[]): ConversationView {
  const transcript = events.flatMap((event, index) => customerLine(event, index + 1) ?? []);
  return { id, status: foldConversation(id, events).status, transcript };
}

/**
 * The line that an event adds to what the customer sees; undefined when it adds none.
 * @param position of the event in its conversation, from 1
 */
export function customerLine(event: ConversationEvent, position: number): TranscriptLine | undefined {
  const { at } = event;
  switch (event.type) {
    case 'customer_wrote':
      return { position, role: 'customer', text: event.text, at, messageId: event.messageId };
    case 'agent_replied': {
      const { text, messageId, agentName } = event;
      return { position, role: 'agent', text, at, messageId, ...(agentName === undefined ? {} : { agentName }) };
    }
    case 'bot_replied':
      if (event.reply === '') return undefined;
      return { position, role: 'bot', text: event.reply, at, action: event.action, citations: event.citations };
    case 'system_said':
      return { position, role: 'system', text: event.text, at, code: event.code };
    default:
      return undefined;
  }
}
