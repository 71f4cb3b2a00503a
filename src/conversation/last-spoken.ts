import type { ConversationState, PastTurn } from '../domain/conversation.ts';

/** The last turn that was no small talk. */
export function lastSpoken({ turns }: Pick<ConversationState, 'turns'>): PastTurn | undefined {
  return turns.findLast(({ action }) => action !== 'smalltalk');
}

/** Before so many turns, what was said is forgotten. */
const RECENT = 3;

/** The bot's last replies that were no small talk, oldest first. */
export function lastReplies({ turns }: Pick<ConversationState, 'turns'>): readonly string[] {
  return turns
    .filter(({ action }) => action !== 'smalltalk')
    .slice(-RECENT)
    .map(({ reply }) => reply);
}
