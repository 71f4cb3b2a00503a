import type { ConversationEvent, ConversationStatus, SystemCode } from '../../domain/conversation.ts';
import type { Action, Citation, HandoffDraft } from '../../domain/decision.ts';
import { ConflictError } from '../../domain/errors.ts';
import type { IntentScore, SentimentLabel } from '../../domain/understanding.ts';
import { foldConversation } from '../state/fold-conversation.ts';

/** What the sender of a message is told. */
export interface MessageAnswer {
  /** Empty when the front desk stays silent. */
  readonly reply: string;
  readonly action: Action;
  readonly intents: readonly IntentScore[];
  readonly sentiment: { readonly label: SentimentLabel; readonly score: number };
  readonly citations: readonly Citation[];
  /** Set when this message called a person. */
  readonly handoff?: { readonly id: string } & Pick<HandoffDraft, 'reason' | 'priority' | 'team'>;
  /**
   * What the customer is told about it besides: the place in the queue, when the desk opens, or that the queue was left.
   * Show it after `reply`.
   */
  readonly notice?: { readonly code: SystemCode; readonly text: string };
  /** The status right after this message was dealt with. */
  readonly conversation: { readonly id: string; readonly status: ConversationStatus };
}

type Replied = Extract<ConversationEvent, { type: 'bot_replied' }>;
type Opened = Extract<ConversationEvent, { type: 'handoff_opened' | 'handoff_reopened' }>;

/**
 * The answer to a stored message, read from the events alone: whoever asks again gets what was said the first time,
 * whatever has happened since; where nobody answered it before an agent gave the conversation back, what was said then.
 * Undefined when the message is not stored.
 * @throws ConflictError when the id is stored with another text: answering with the old reply would lose new words.
 */
export function storedAnswer(
  conversationId: string,
  events: readonly ConversationEvent[],
  message: { readonly messageId: string; readonly text: string },
): MessageAnswer | undefined {
  const { messageId } = message;
  const written = events.findIndex((event) => 'messageId' in event && event.messageId === messageId);
  if (written < 0) return undefined;
  const event = events[written];
  if (event.type !== 'customer_wrote') throw new ConflictError(`messageId ${messageId} is already in use`);
  refuseOtherText(event.text, message);
  const replied = events.findIndex((other) => other.type === 'bot_replied' && other.inReplyTo.includes(messageId));
  // Nobody asked the bot: a person was in charge.
  if (replied < 0) return silence(conversationId, statusAfter(events, written));
  const reply = events[replied] as Replied;
  // Stored in one step with the reply: the hand-off follows it, and what is said about it follows that.
  const opened = events.findIndex((other, index) => index > replied && isOpening(other, reply.handoffId));
  const status = statusAfter(events, Math.max(replied, opened));
  // The last message of a burst carries the reply for all of it.
  if (reply.inReplyTo.at(-1) !== messageId) return silence(conversationId, status);
  if (opened < 0) return { ...answer(conversationId, status, reply), ...withdrawnNotice(events, replied) };
  return { ...answer(conversationId, status, reply, events[opened] as Opened), ...noticeIn(events[opened + 1]) };

  function statusAfter(all: readonly ConversationEvent[], index: number): ConversationStatus {
    return foldConversation(conversationId, all.slice(0, index + 1)).status;
  }
}

/** @throws ConflictError when a message that carries an id already in use says something else. */
export function refuseOtherText(known: string, message: { readonly messageId: string; readonly text: string }): void {
  if (known === message.text) return;
  throw new ConflictError(`messageId ${message.messageId} was already used for another text`);
}

function isOpening(event: ConversationEvent, handoffId: string | undefined): boolean {
  const opens = event.type === 'handoff_opened' || event.type === 'handoff_reopened';
  return opens && event.handoffId === handoffId;
}

/** A customer who took the request for a person back is told so after the reply. */
function withdrawnNotice(events: readonly ConversationEvent[], replied: number): Pick<MessageAnswer, 'notice'> {
  const before = events[replied - 1];
  const tookBack = before?.type === 'handoff_returned' && before.agentId === undefined;
  return tookBack ? noticeIn(events[replied + 1]) : {};
}

function noticeIn(event: ConversationEvent | undefined): Pick<MessageAnswer, 'notice'> {
  return event?.type === 'system_said' ? { notice: { code: event.code, text: event.text } } : {};
}

function silence(id: string, status: ConversationStatus): MessageAnswer {
  const sentiment = { label: 'neutral', score: 0 } as const;
  return { reply: '', action: 'silent', intents: [], sentiment, citations: [], conversation: { id, status } };
}

function answer(id: string, status: ConversationStatus, reply: Replied, opened?: Opened): MessageAnswer {
  const { reason, priority, team } = opened?.draft ?? ({} as Partial<HandoffDraft>);
  return {
    reply: reply.reply,
    action: reply.action,
    intents: reply.intents,
    sentiment: { label: reply.sentiment.label, score: reply.sentiment.score },
    citations: reply.citations,
    ...(opened && reason && priority && team ? { handoff: { id: opened.handoffId, reason, priority, team } } : {}),
    conversation: { id, status },
  };
}
