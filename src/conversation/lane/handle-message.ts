import { OverloadedError } from '../../domain/errors.ts';
import { ConversationLane, type LaneDeps } from './conversation-lane.ts';
import type { CustomerMessage } from './customer-message.ts';
import type { MessageAnswer } from './message-answer.ts';
import { type MessageLimits, messageLimits } from './message-limits.ts';

/** Takes customers' messages; one per process and store. */
export interface MessageHandler {
  /**
   * Answers one message. When the promise resolves, the message, the reply and any hand-off are on disk.
   *
   * - The same `messageId` again gives the same answer and does nothing twice: while the first is under way, after it,
   *   and after a restart.
   * - Messages of one conversation are dealt with one burst at a time, in the order of the calls. Fragments sent within
   *   a moment are answered once: the last message's answer carries the reply, the others are silent.
   * - While a person is in charge the message is kept, the answer is silent and the engine is not asked.
   *
   * @param accepted called when the message has its place: what is handled from then on comes after it
   * @throws ConflictError when the `messageId` was used for another text.
   * @throws TooEarlyError when the message it follows has not arrived; nothing was stored.
   * @throws OverloadedError when too many messages are unanswered; nothing was stored, the same call may be repeated.
   */
  handle(conversationId: string, message: CustomerMessage, accepted?: () => void): Promise<MessageAnswer>;
  /** Messages accepted and not answered yet. */
  inFlight(): number;
  /** Resolves when every message accepted so far has been answered. */
  drain(): Promise<void>;
}

/** Builds the handler; `limits` override the defaults one by one. */
export function createMessageHandler(deps: LaneDeps, limits: Partial<MessageLimits> = {}): MessageHandler {
  const bounds = messageLimits(limits);
  const lanes = new Map<string, { readonly lane: ConversationLane; readonly done: Promise<void> }>();

  const inFlight = () => [...lanes.values()].reduce((sum, { lane }) => sum + lane.size, 0);

  function start(conversationId: string, message: CustomerMessage): Promise<MessageAnswer> {
    const lane = new ConversationLane(conversationId, deps, bounds);
    const answer = lane.add(message);
    const done = lane.run(() => lanes.delete(conversationId));
    lanes.set(conversationId, { lane, done });
    return answer;
  }

  function accept(conversationId: string, message: CustomerMessage): Promise<MessageAnswer> {
    const lane = lanes.get(conversationId)?.lane;
    const known = lane?.find(message);
    if (known) return known;
    if (inFlight() >= bounds.maxInFlight) throw new OverloadedError('too many messages are waiting for an answer');
    if (!lane) return start(conversationId, message);
    if (lane.size >= bounds.maxPerConversation) throw new OverloadedError('too many unanswered messages');
    return lane.add(message);
  }

  return {
    inFlight,
    async handle(conversationId, message, accepted = () => {}) {
      const answer = accept(conversationId, message);
      accepted();
      return answer;
    },
    async drain() {
      while (lanes.size > 0) await Promise.all([...lanes.values()].map(({ done }) => done));
    },
  };
}
