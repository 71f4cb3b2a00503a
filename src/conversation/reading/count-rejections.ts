import type { ConversationState, PastTurn } from '../../domain/conversation.ts';
import type { Language } from '../../domain/understanding.ts';
import { lastSpoken } from '../state/last-spoken.ts';
import { rejectsAnswer, saysMisunderstood, triedInVain, withholdsNumber } from './rejects-answer.ts';
import { declinesOffer } from './reply-to-offer.ts';

/** Of so many turns before, what was said long ago is forgotten. */
const RECENT = 4;

/** What a message has to do with replies that did not help. */
export interface Rejections {
  /** Whether the message says no more than that the last answer did not help, or that no topic offered is meant. */
  readonly isOne: boolean;
  /** Whether it says that what the last answer told was done in vain. */
  readonly tried: boolean;
  /** How often the customer has said so lately, or that a number will not come, this time included; 0 when this message does not. */
  readonly all: number;
}

/** As many as call a person: where the bot had no more to say or asked what would help, and the next message is not answered either. */
const EXHAUSTED = 2;

/** The replies behind which the bot has no more to say: that this is all, and the question what would help. */
export interface LastWords {
  readonly noMore: string;
  readonly notHelpful: string;
}

/** Looks for a message that rejects the last answer, or will not give the number asked for, and counts those before it. Pure. */
export function countRejections(
  state: ConversationState,
  text: string,
  { language, noMore, notHelpful }: { readonly language: Language } & LastWords,
): Rejections {
  const last = lastSpoken(state);
  const isAsked = state.awaiting?.slot === 'order_number';
  const before = state.turns.filter(
    (turn, at) =>
      at >= state.turns.length - RECENT &&
      turn.action === 'clarify' &&
      (rejectsAnswer(turn.text, language, writtenIn(state.turns.slice(0, at))) || withholdsNumber(turn.text, language)),
  );
  const wasAnswered = last !== undefined && (last.action === 'answer' || before.includes(last));
  const written = writtenIn(state.turns);
  // Said of a question or a refusal as well: these miss the point, too.
  const isMissed = last !== undefined && saysMisunderstood(text, language);
  const rejects = isMissed || (wasAnswered && rejectsAnswer(text, language, written));
  const isOne = !isAsked && (rejects || declinesOffer(state, text));
  const isWithheld = isAsked && withholdsNumber(text, language);
  const all = isOne || isWithheld ? before.length + 1 : 0;
  const isExhausted = [noMore, notHelpful].some((reply) => last?.reply.endsWith(reply));
  const tried = !isAsked && last?.action === 'answer' && triedInVain(text, language, written);
  return { isOne, tried, all: isExhausted ? Math.max(all, EXHAUSTED) : all };
}

/** What the customer wrote in the last of these turns. */
function writtenIn(turns: readonly PastTurn[]): string {
  return turns
    .slice(-RECENT)
    .map(({ text }) => text)
    .join('\n');
}
