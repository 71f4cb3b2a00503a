import type { ConversationEvent, ConversationStatus } from '../../domain/conversation.ts';
import { InvalidFieldError, NotFoundError } from '../../domain/errors.ts';
import { foldConversation } from '../state/fold-conversation.ts';
import { type ChangeDeps, changeConversation } from './change-conversation.ts';

/** What the customer thought of the conversation, or of one of the bot's answers. */
export interface Feedback {
  /** 1 (bad) to 5 (good). */
  readonly score: number;
  readonly resolved?: boolean;
  readonly comment?: string;
  /** Position of the answer that is meant; the whole conversation when absent. */
  readonly answer?: number;
}

/**
 * Keeps the customer's feedback; a later one of the same answer, or of the whole conversation, counts instead of an earlier
 * one, and the very same again is not stored.
 * @throws InvalidFieldError when there is no answer of the bot at the position.
 * @throws NotFoundError when nobody has written in the conversation.
 */
export async function giveFeedback(
  deps: ChangeDeps,
  conversationId: string,
  feedback: Feedback,
): Promise<{ readonly id: string; readonly status: ConversationStatus }> {
  const { score, resolved, comment, answer } = feedback;
  const events = await changeConversation(deps, conversationId, (events) => {
    if (events.length === 0) throw new NotFoundError(`there is no conversation ${conversationId}`);
    if (answer !== undefined && events[answer - 1]?.type !== 'bot_replied') {
      throw new InvalidFieldError('answer', `must be a position at which the bot speaks, not ${answer}`);
    }
    const last = events.findLast((event) => event.type === 'feedback_given' && event.answer === answer);
    if (last?.type === 'feedback_given' && isSame(last, feedback)) return undefined;
    return { type: 'feedback_given', at: deps.clock.now(), score, resolved, comment, answer };
  });
  return { id: conversationId, status: foldConversation(conversationId, events).status };
}

function isSame(given: Extract<ConversationEvent, { type: 'feedback_given' }>, feedback: Feedback): boolean {
  return given.score === feedback.score && given.resolved === feedback.resolved && given.comment === feedback.comment;
}
