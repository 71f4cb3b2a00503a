import type { ConversationEvent } from '../../domain/conversation.ts';
import type { Action } from '../../domain/decision.ts';
import { ConflictError } from '../../domain/errors.ts';
import { botOwns } from '../state/bot-owns.ts';
import { foldConversation } from '../state/fold-conversation.ts';
import type { LaneDeps } from './conversation-lane.ts';
import { burstText, burstTurn, type ReceivedMessage } from './customer-message.ts';
import { turnEvents } from './turn-events.ts';

/** What answering what was left needs. */
export type AnswerLeftDeps = Pick<LaneDeps, 'store' | 'engine' | 'notifier' | 'clock' | 'newId'>;

/** Unasked, the bot says what it knows: no small talk, no "I do not know", and no call for the agent who has just gone. */
const WORTH_SAYING: ReadonlySet<Action> = new Set(['answer', 'lookup']);
const ATTEMPTS = 10;

/**
 * Answers what the customer wrote while a person was called or there, and nobody answered, once the bot has the
 * conversation again. Once: as soon as anybody has said anything behind those words, there is nothing left.
 * @throws ConflictError when the conversation keeps changing.
 */
export async function answerLeft(deps: AnswerLeftDeps, conversationId: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const events = await deps.store.load(conversationId);
    const reply = await replyToLeft(deps, conversationId, events);
    if (!reply) return;
    try {
      await deps.store.append(conversationId, events.length, reply);
    } catch (error) {
      if (error instanceof ConflictError && attempt < ATTEMPTS) continue;
      throw error;
    }
    deps.notifier.notify(conversationId, reply);
    return;
  }
}

async function replyToLeft(
  { engine, clock, newId }: AnswerLeftDeps,
  conversationId: string,
  events: readonly ConversationEvent[],
): Promise<ConversationEvent[] | undefined> {
  const state = foldConversation(conversationId, events);
  const left = leftMessages(events);
  if (!botOwns(state) || left.length === 0) return undefined;
  const input = burstTurn(left, clock.now());
  const result = await engine.runTurn(state, input);
  if (!WORTH_SAYING.has(result.action)) return undefined;
  const inReplyTo = left.map(({ messageId }) => messageId);
  const turn = { inReplyTo, text: burstText(left), at: clock.now(), state, customer: input.customer };
  return turnEvents(result, turn, { newId });
}

/** Behind these, what the customer has written before is dealt with. */
const DEALT_WITH: ReadonlySet<ConversationEvent['type']> = new Set([
  'bot_replied',
  'agent_replied',
  'handoff_opened',
  'handoff_reopened',
]);

/** The customer's messages since a person was called, behind the last line of bot and agents. */
function leftMessages(events: readonly ConversationEvent[]): ReceivedMessage[] {
  const last = events.findLastIndex(({ type }) => DEALT_WITH.has(type));
  return events
    .slice(last + 1)
    .flatMap((event) => (event.type === 'customer_wrote' ? [{ ...event, receivedAt: event.at }] : []));
}
