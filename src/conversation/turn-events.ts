import type { ConversationEvent } from '../domain/conversation.ts';
import type { TurnResult } from '../domain/turn.ts';
import type { NewId } from '../ports/clock.ts';

/**
 * The events that make one turn's result durable: the reply, and before it the hand-off when there is one.
 * Customer messages are events of their own, appended by the caller before these.
 *
 * @param inReplyTo message ids of the burst this result answers, in order
 */
export function turnEvents(
  result: TurnResult,
  turn: { inReplyTo: readonly string[]; text: string; at: number },
  newId: NewId,
): ConversationEvent[] {
  const handoffId = result.handoff ? newId() : undefined;
  const replied: ConversationEvent = {
    type: 'bot_replied',
    at: turn.at,
    inReplyTo: turn.inReplyTo,
    text: turn.text,
    reply: result.reply,
    action: result.action,
    language: result.language,
    intents: result.intents,
    sentiment: result.sentiment,
    citations: result.citations,
    awaiting: result.awaiting,
    handoffId,
  };
  if (!result.handoff || !handoffId) return [replied];
  return [replied, { type: 'handoff_opened', at: turn.at, handoffId, draft: result.handoff }];
}
