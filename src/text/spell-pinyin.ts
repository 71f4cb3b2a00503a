import { EDGE, type PairModel } from './pair-model.ts';
import { pinyinWords } from './pinyin-words.ts';
import { charactersOf, isSyllabic, LONGEST_SYLLABLE } from './syllables.ts';

/** Of a word of everyday or of trade: bits that each character after its first is worth, and that each costs at most in a shop that never uses it. */
const WORD = { worth: 6, cost: 6 };
/** Ways kept at each letter: the characters that may stand there, the likeliest first. */
const MOST_WAYS = 16;
/** Bits each character may cost: a reading beyond is as good as made up. */
const MOST_BITS = 9;
/** Letters of the longest run that is read. */
const LONGEST_RUN = 120;
const LONGEST_WORD = 24;
const WORDS = /(?<![a-z0-9@._/-])[a-z]+(?![a-z0-9@_/-])/g;

interface Way {
  readonly text: readonly string[];
  /** Bits of likelihood. */
  readonly bits: number;
  /** The same with what its words are worth: by this ways are compared. */
  readonly worth: number;
}

/**
 * A message typed in pinyin, in the characters that the shop's texts make likeliest: wo xiang tuihuo becomes 我想退货. Runs that
 * cannot be read, or only by a guess, stay as they are. Pure.
 * @param text output of `normalizeText`
 */
export function spellPinyin(text: string, pairs: PairModel): string {
  return runsIn(text).reduceRight((spelt, [start, end]) => {
    const run = text.slice(start, end);
    return spelt.slice(0, start) + spellRun(run, pairs) + spelt.slice(end);
  }, text);
}

/** Where runs of syllables with nothing but spaces between them begin and end. */
function runsIn(text: string): [start: number, end: number][] {
  const runs: [start: number, end: number][] = [];
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    if (!isSyllabic(word)) continue;
    const last = runs.at(-1);
    if (last && /^[ ']$/.test(text.slice(last[1], index))) last[1] = index + word.length;
    else runs.push([index, index + word.length]);
  }
  return runs;
}

function spellRun(run: string, pairs: PairModel): string {
  if (run.length > LONGEST_RUN) return run;
  const way = likeliest(run, pairs);
  return way && -way.bits <= MOST_BITS * (way.text.length + 1) ? way.text.join('') : run;
}

/** The best way through the letters (Viterbi); undefined when there is none. */
function likeliest(run: string, pairs: PairModel): Way | undefined {
  const pieces = run.split(/[ ']/);
  const letters = pieces.join('');
  const breaks = new Set<number>();
  pieces.reduce((end, piece) => {
    breaks.add(end + piece.length);
    return end + piece.length;
  }, 0);
  const ways: Way[][] = [[{ text: [], bits: 0, worth: 0 }], ...Array.from(letters, () => [])];
  for (let at = 0; at < letters.length; at += 1) {
    const before = strongest(ways[at]);
    if (before.length === 0) continue;
    for (const step of stepsFrom(letters, at, breaks, pairs)) ways[step.end].push(best(before, step, pairs));
  }
  const last: Step = { end: letters.length, characters: [EDGE], isWord: false };
  if (ways[letters.length].length === 0) return undefined;
  const whole = best(ways[letters.length], last, pairs);
  return { ...whole, text: whole.text.slice(0, -1) };
}

/** The best of `before`, at least one, with the step taken from it. */
function best(before: readonly Way[], { characters, isWord }: Step, pairs: PairModel): Way {
  const bits = before.map(({ text }) => {
    const score = pairs.score([text.at(-1) ?? EDGE, ...characters]);
    return isWord ? Math.max(score, -WORD.cost * characters.length) : score;
  });
  const worth = isWord ? WORD.worth * (characters.length - 1) : 0;
  const sums = before.map((way, index) => way.worth + bits[index]);
  const chosen = sums.indexOf(Math.max(...sums));
  const way = before[chosen];
  return { text: [...way.text, ...characters], bits: way.bits + bits[chosen], worth: sums[chosen] + worth };
}

interface Step {
  readonly end: number;
  readonly characters: readonly string[];
  readonly isWord: boolean;
}

/** Characters and words that the letters from `at` on may stand for. What was typed apart belongs to different syllables. */
function stepsFrom(letters: string, at: number, breaks: ReadonlySet<number>, pairs: PairModel): Step[] {
  const steps: Step[] = [];
  for (let end = at + 1; end <= Math.min(letters.length, at + LONGEST_WORD); end += 1) {
    const typed = letters.slice(at, end);
    if (typed.length <= LONGEST_SYLLABLE && !crosses(breaks, at, [typed]))
      for (const character of charactersOf(typed))
        if (pairs.knows(character)) steps.push({ end, characters: [character], isWord: false });
    for (const { characters, syllables } of pinyinWords().get(typed) ?? [])
      if (!crosses(breaks, at, syllables)) steps.push({ end, characters, isWord: true });
  }
  return steps;
}

/** Whether a break falls inside one of the syllables. */
function crosses(breaks: ReadonlySet<number>, at: number, syllables: readonly string[]): boolean {
  let start = at;
  return syllables.some((syllable) => {
    const first = start;
    start += syllable.length;
    return Array.from({ length: syllable.length - 1 }, (_, index) => first + index + 1).some((place) =>
      breaks.has(place),
    );
  });
}

function strongest(ways: readonly Way[]): Way[] {
  return [...ways].sort((one, other) => other.worth - one.worth).slice(0, MOST_WAYS);
}
