import type { ConversationEvent, ConversationStatus } from '../domain/conversation.ts';
import type { Action, Citation } from '../domain/decision.ts';
import { foldConversation } from './fold-conversation.ts';

/** One line of a conversation as it is shown. `at` is epoch milliseconds. */
export interface TranscriptLine {
  readonly role: 'customer' | 'bot' | 'agent';
  readonly text: string;
  readonly at: number;
  /** Set for what a person wrote. */
  readonly messageId?: string;
  /** Set for the bot's lines. */
  readonly action?: Action;
  readonly citations?: readonly Citation[];
}

/** A conversation as its customer may see it: no intents, no mood, no brief. */
export interface ConversationView {
  readonly id: string;
  readonly status: ConversationStatus;
  /** Oldest first. */
  readonly transcript: readonly TranscriptLine[];
}

/** What a page needs to show a conversation again. */
export function conversationView(id: string, events: readonly ConversationEvent[]): ConversationView {
  return { id, status: foldConversation(id, events).status, transcript: events.flatMap(lines) };
}

function lines(event: ConversationEvent): TranscriptLine[] {
  const { type, at } = event;
  if (type === 'customer_wrote') return [{ role: 'customer', text: event.text, at, messageId: event.messageId }];
  if (type === 'agent_replied') return [{ role: 'agent', text: event.text, at, messageId: event.messageId }];
  if (type !== 'bot_replied' || event.reply === '') return [];
  return [{ role: 'bot', text: event.reply, at, action: event.action, citations: event.citations }];
}
