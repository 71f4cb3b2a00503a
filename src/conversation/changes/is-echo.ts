import type { ConversationEvent } from '../../domain/conversation.ts';
import { customerLine } from '../views/conversation-view.ts';

/** A line that a channel reports as said by the shop's side. */
export interface ReportedLine {
  readonly messageId?: string;
  readonly text?: string;
  readonly echoOf?: string;
}

/** Channels that name no id report a line back within seconds; the same words later are somebody's own. */
const ECHO_WINDOW_MS = 60_000;

/**
 * The id under which a line of ours goes out to a channel: what comes back with it is an echo.
 * @param position of the line's event in the conversation, from 1
 */
export function lineId(conversationId: string, position: number): string {
  return `${conversationId}:${position}`;
}

/**
 * Whether a reported line is one that is stored already: it carries the id of a stored line, or, where the channel
 * keeps no ids, it repeats what bot or system said a moment ago, word for word.
 * @param now epoch milliseconds
 */
export function isEcho(events: readonly ConversationEvent[], reported: ReportedLine, now: number): boolean {
  const { messageId, echoOf } = reported;
  const isKnown = (id: string | undefined) =>
    id !== undefined && events.some((event) => 'messageId' in event && event.messageId === id);
  if (isKnown(messageId) || isKnown(echoOf)) return true;
  if (echoOf !== undefined && isLine(events, Number(echoOf.slice(echoOf.lastIndexOf(':') + 1)))) return true;
  const text = reported.text?.trim();
  return (
    text !== undefined && events.some((event) => now - event.at <= ECHO_WINDOW_MS && automaticText(event) === text)
  );
}

function isLine(events: readonly ConversationEvent[], position: number): boolean {
  const event = Number.isInteger(position) ? events[position - 1] : undefined;
  return event !== undefined && customerLine(event, position) !== undefined;
}

function automaticText(event: ConversationEvent): string | undefined {
  if (event.type === 'bot_replied' && event.reply !== '') return event.reply.trim();
  return event.type === 'system_said' ? event.text.trim() : undefined;
}
