import type { ConversationState, PastTurn } from '../domain/conversation.ts';

/** The last turn that was no small talk. */
export function lastSpoken({ turns }: Pick<ConversationState, 'turns'>): PastTurn | undefined {
  return turns.findLast(({ action }) => action !== 'smalltalk');
}
