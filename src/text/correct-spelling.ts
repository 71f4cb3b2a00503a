import { chatMeaning } from './chat-spelling.ts';

/** Words as often as they occur in the shop's articles and examples: what a misspelt word may have meant. */
export type WordCounts = ReadonlyMap<string, number>;

/** Shorter words have too many neighbours. */
const SHORTEST = 4;
/** From this length on two slips are forgiven. */
const TWO_SLIPS = 7;
/** With its apostrophe: of mustn't, `mustn` is no misspelt must. */
const WORD = /[a-z]+(?:['’][a-z]+)?/g;

/**
 * Replaces English words the language model does not know by the nearest word of the shop, when one is near enough:
 * "shiping" becomes "shipping". Numbers, short words and known words stay as they are. The forms of chats are spelt out and
 * contractions stay, whatever the shop's words are: "cant" is near "can" and says the opposite.
 *
 * @param isKnown whether the model has a token of its own for the word; such words are never touched
 */
export function correctSpelling(text: string, words: WordCounts, isKnown: (word: string) => boolean): string {
  return text.replace(WORD, (word) => {
    const spelt = chatMeaning(word);
    if (spelt !== undefined) return spelt;
    if (word.length < SHORTEST || !/^[a-z]+$/.test(word) || words.has(word) || isKnown(word)) return word;
    return nearestWord(word, words) ?? word;
  });
}

/** Words the model has a token of their own for; a word in pieces (`ship ##ing ##g`) is one it has never seen. */
export function wholeWords(tokens: readonly string[]): (word: string) => boolean {
  const whole = new Set(
    tokens.filter((token, index) => !token.startsWith('##') && !tokens[index + 1]?.startsWith('##')),
  );
  return (word) => whole.has(word);
}

function nearestWord(word: string, words: WordCounts): string | undefined {
  const allowed = word.length >= TWO_SLIPS ? 2 : 1;
  let best: { word: string; slips: number; count: number } | undefined;
  for (const [candidate, count] of words) {
    if (Math.abs(candidate.length - word.length) > allowed || candidate.length < SHORTEST - 1) continue;
    // The first letter is hardly ever mistyped, and asking for it keeps far-fetched corrections out.
    if (candidate[0] !== word[0]) continue;
    const slips = slipsBetween(word, candidate, allowed);
    if (slips > allowed) continue;
    if (!best || slips < best.slips || (slips === best.slips && count > best.count))
      best = { word: candidate, slips, count };
  }
  return best?.word;
}

/**
 * Insertions, deletions, replacements and swaps of neighbours between two words (Damerau-Levenshtein, optimal string
 * alignment); anything above `limit` may come back as `limit + 1`.
 */
export function slipsBetween(one: string, other: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const replaced = last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      row[j] = Math.min(replaced, last[j] + 1, row[j - 1] + 1);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[other.length];
}
