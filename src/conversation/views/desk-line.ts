import type { ConversationEvent } from '../../domain/conversation.ts';
import type { IntentScore, Sentiment } from '../../domain/understanding.ts';
import { customerLine, type TranscriptLine } from './conversation-view.ts';

/** One line as an agent sees it: what the bot made of the customer's words, and what colleagues noted, besides. */
export interface DeskLine extends TranscriptLine {
  /** With the bot's lines: the messages it answered. */
  readonly inReplyTo?: readonly string[];
  /** With the bot's lines: what it understood, best first. */
  readonly intents?: readonly IntentScore[];
  readonly sentiment?: Sentiment;
  /** With agents' lines and notes. */
  readonly agentId?: string;
  /** The customer never sees it. */
  readonly note?: true;
  readonly noteId?: string;
}

/**
 * The line that an event adds to what agents see; undefined when it adds none.
 * @param position of the event in its conversation, from 1
 */
export function deskLine(event: ConversationEvent, position: number): DeskLine | undefined {
  if (event.type === 'note_added') {
    const { at, text, agentId, agentName, noteId } = event;
    return { position, role: 'agent', text, at, agentId, agentName, note: true, noteId };
  }
  if (event.type === 'handoff_transferred' && event.note !== undefined) {
    return { position, role: 'agent', text: event.note, at: event.at, agentId: event.agentId, note: true };
  }
  const line = customerLine(event, position);
  if (line && event.type === 'bot_replied') {
    return { ...line, inReplyTo: event.inReplyTo, intents: event.intents, sentiment: event.sentiment };
  }
  return line && event.type === 'agent_replied' ? { ...line, agentId: event.agentId } : line;
}
