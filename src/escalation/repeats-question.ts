import type { PastTurn } from '../domain/conversation.ts';
import { lettersOf } from '../text/letters.ts';
import { normalizeText } from '../text/normalize-text.ts';

/** Dice similarity of character trigrams from which two messages are the same question. */
const SAME = 0.8;
/** Shorter ones may be said as often as one likes: 亲在吗, ok, ???. In letters and characters. */
const SHORTEST = 4;
/** What was asked before so many turns is forgotten. */
const RECENT = 4;
/** Similarity from which a message says in other words what the bot could not settle before. */
const REWORDED = 0.6;
/** Order and tracking numbers share most of their digits. */
const NUMBER = /\d[\d*xX•-]{4,}/gu;
/** Words that wrap a question: 亲，我问的是…, hello, I asked… */
const WRAPPING =
  /请问|想问(?:一?下)?|我(?:刚才?|刚刚)?(?:是)?(?:问|说)(?:的|了)?(?:是)?|你(?:还)?没(?:有)?回(?:答)?(?:我)?|到底|究竟|[亲喂啊呀吧呢嘛吗么的了]|\b(?:hello|hi|so|please|pls|i asked|i said|i mean|again|just)\b/gu;

/**
 * Whether the customer asks again what the bot has not settled: the same words after a turn that did not help, or the
 * same words a third time whatever was said in between.
 */
export function repeatsQuestion(turns: readonly PastTurn[], text: string): boolean {
  const asked = letters(text);
  if (asked.length < SHORTEST) return false;
  const same = turns
    .slice(-RECENT)
    .filter(({ action }) => action !== 'smalltalk' && action !== 'silent')
    .filter((turn) => sameNumbers(turn.text, text) && trigramSimilarity(letters(turn.text), asked) >= SAME);
  return same.length >= 2 || same.some(({ action }) => action === 'clarify' || action === 'refuse');
}

/** Whether the message says again, in nearly the same words, what the bot failed to settle in one of the last turns. */
export function rewordsQuestion(turns: readonly PastTurn[], text: string): boolean {
  const asked = core(text);
  if (asked.length < SHORTEST) return false;
  return turns
    .slice(-RECENT)
    .filter(({ action }) => action === 'clarify' || action === 'refuse')
    .filter((turn) => sameNumbers(turn.text, text))
    .some((turn) => trigramSimilarity(core(turn.text), asked) >= REWORDED || core(turn.text).includes(asked));
}

/** Whoever sends another number asks about another order, or corrects the first. */
function sameNumbers(one: string, other: string): boolean {
  return numbers(one) === numbers(other);
}

function numbers(text: string): string {
  return (normalizeText(text).match(NUMBER) ?? []).sort().join();
}

function core(text: string): string {
  return letters(normalizeText(text).replace(WRAPPING, ''));
}

/** Dice coefficient of the two texts' character trigrams, 0 to 1; edges count, so that short texts have some. */
export function trigramSimilarity(one: string, other: string): number {
  const left = trigrams(one);
  const right = trigrams(other);
  let shared = 0;
  for (const gram of left) if (right.has(gram)) shared++;
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size);
}

function letters(text: string): string {
  return lettersOf(normalizeText(text));
}

function trigrams(text: string): Set<string> {
  const characters = [...`  ${text} `];
  return new Set(characters.slice(2).map((_, i) => characters.slice(i, i + 3).join('')));
}
