import type { Language } from '../../domain/understanding.ts';
import type { Passage, PassagePart } from '../../retrieval/search-result.ts';
import { hasLetters } from '../../text/letters.ts';
import { newWords, ownWords } from '../reading/own-words.ts';
import { answer, askMore, askOnce, askWhatHelps, saying, textOf } from './decisions.ts';
import type { LanguageReplies } from './replies.ts';
import type { Decision, TurnFacts } from './turn-facts.ts';
import { wasSaidOnce } from './was-said.ts';

/** A part that is nearly all of what was shown says nothing else. */
const PART = 0.7;

/**
 * What follows an article that was just shown word for word: asks what more is wanted where nothing was asked, shows the
 * part that is nearest to a question, or once again the whole, and says at last that there is no more. Pure.
 */
export function sayOtherwise(facts: TurnFacts, replies: LanguageReplies, passages: readonly Passage[]): Decision {
  const { said = [], text } = facts;
  const asksNothing = facts.asksNothing || facts.resemblesSmalltalk;
  // ??? says that the answer was none.
  if (!hasLetters(text)) return askWhatHelps(facts, replies);
  const [passage] = passages;
  const citations = passages.map(({ citation }) => citation);
  const more = asksNothing ? askMore(citations, facts, replies) : undefined;
  if (more) return more;
  const part = asksNothing ? undefined : partToSay(passage, facts, said);
  if (part) return saying(part.text, [ofPart(passage, part)], facts, replies);
  // Another question may be answered by what was shown, too; one that it holds a word of surely is.
  const whole = textOf(passages, facts);
  if (!asksNothing && (holdsAny(whole, facts) || wasSaidOnce(whole, said))) return answer(facts, replies, passages);
  const ended = askOnce(replies.noMore, { slot: 'topic', text }, facts, replies);
  return ended.escalation ? ended : { ...ended, citations };
}

/** A passage that is cited for one of its parts. */
function ofPart(passage: Passage, { text, heading }: PassagePart): Passage {
  return { ...passage, text, citation: { ...passage.citation, heading } };
}

/**
 * The part of an article that was just shown which answers what is asked now: the one that holds most of its words, of
 * several the one whose first line is most like it, then the nearest. Undefined where no part holds any, or that part was a
 * reply to it already. Pure.
 * @param replies the bot's last replies
 */
export function partToSay(
  { text: shown, parts = [] }: Passage,
  { text, language }: { readonly text: string; readonly language: Language },
  replies: readonly string[],
): PassagePart | undefined {
  const asked = ownWords(text, language);
  const [part] = parts
    .filter((each) => each.text.length <= PART * shown.length)
    .map((each) => ({
      each,
      missing: newWords(asked, each.text, language).length,
      likeness: likeness(text, each.text),
    }))
    .filter(({ missing }) => missing < asked.length)
    .toSorted((one, other) => one.missing - other.missing || other.likeness - one.likeness);
  // The last section ends the whole article, too.
  const wasReply = (each: PassagePart) => replies.some((reply) => reply.endsWith(each.text) && !reply.includes(shown));
  return part && !wasReply(part.each) ? part.each : undefined;
}

/** Whether a text holds any of the words that a message is about. */
function holdsAny(whole: string, { text, language }: Pick<TurnFacts, 'text' | 'language'>): boolean {
  const asked = ownWords(text, language);
  return newWords(asked, whole, language).length < asked.length;
}

/** How many neighbouring characters of a text its first line shares: 已经发货了呢 is nearer to 已经发货 than to 还没发货. */
function likeness(text: string, part: string): number {
  const [first = ''] = part.split('\n');
  return [...text].filter((_, at) => at + 1 < text.length && first.includes(text.slice(at, at + 2))).length;
}
