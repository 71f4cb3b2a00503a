import type { ConversationState, PastTurn } from '../../domain/conversation.ts';

type Turns = Pick<ConversationState, 'turns'>;

/** The turns that were no small talk, oldest first: thanks and the like neither end a topic nor settle anything. */
export function spokenTurns({ turns }: Turns): readonly PastTurn[] {
  return turns.filter(({ action }) => action !== 'smalltalk');
}

/** The last turn that was no small talk. */
export function lastSpoken(state: Turns): PastTurn | undefined {
  return spokenTurns(state).at(-1);
}

/** Before so many turns, what was said is forgotten. */
const RECENT = 3;

/** The bot's last replies that were no small talk, oldest first. */
export function lastReplies(state: Turns): readonly string[] {
  return spokenTurns(state)
    .slice(-RECENT)
    .map(({ reply }) => reply);
}
