import type { ConversationEvent, ConversationStatus } from '../domain/conversation.ts';
import { NotFoundError } from '../domain/errors.ts';
import { type ChangeDeps, changeConversation } from './change-conversation.ts';
import { foldConversation } from './fold-conversation.ts';

/** What the customer thought of the conversation. */
export interface Feedback {
  /** 1 (bad) to 5 (good). */
  readonly score: number;
  readonly resolved?: boolean;
  readonly comment?: string;
}

/**
 * Keeps the customer's feedback; a later one counts instead of an earlier one, and the very same again is not stored.
 * @throws NotFoundError when nobody has written in the conversation.
 */
export async function giveFeedback(
  deps: ChangeDeps,
  conversationId: string,
  feedback: Feedback,
): Promise<{ readonly id: string; readonly status: ConversationStatus }> {
  const { score, resolved, comment } = feedback;
  const events = await changeConversation(deps, conversationId, (events) => {
    if (events.length === 0) throw new NotFoundError(`there is no conversation ${conversationId}`);
    const last = events.findLast((event) => event.type === 'feedback_given');
    if (last && isSame(last, feedback)) return undefined;
    return { type: 'feedback_given', at: deps.clock.now(), score, resolved, comment };
  });
  return { id: conversationId, status: foldConversation(conversationId, events).status };
}

function isSame(given: Extract<ConversationEvent, { type: 'feedback_given' }>, feedback: Feedback): boolean {
  return given.score === feedback.score && given.resolved === feedback.resolved && given.comment === feedback.comment;
}
