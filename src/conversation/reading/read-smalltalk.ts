import { CROSS_FACES } from '../../text/cross-faces.ts';
import { hasLetters } from '../../text/letters.ts';
import { normalizeTyped } from '../../text/normalize-text.ts';
import { FILLER, FORMULAS, NO } from './smalltalk-lexicon.ts';

// Sticky, so that a formula may look at what stands before it.
const KINDS = FORMULAS.map(([kind, formula]) => ({ kind, only: wholeWords(formula) }));
const FILLERS = wholeWords(FILLER);
const NOISE = /[^\p{L}\p{N}]+/uy;
/** Nobody says ok with these alone. */
const DISPLEASED = new RegExp(`[${CROSS_FACES}😭]`, 'u');
/** 好的？ and "right?" doubt what they would acknowledge. */
const DOUBTS = /\?[^\p{L}\p{N}]*$/u;
const DOUBTED: ReadonlySet<string> = new Set(['acknowledge', 'wait_moment']);
/** Nobody greets, thanks and takes leave in more than this. */
const LONGEST = 60;

/**
 * The small-talk intent of a message made up of nothing but formulas, emoji and forms of address; undefined for any other.
 * Emoji alone acknowledge, unless they show displeasure. A question mark acknowledges nothing. Pure.
 */
export function readSmalltalk(raw: string): string | undefined {
  const found = formulasIn(raw);
  if (!found) return undefined;
  // "no 😡" says no more than 😡.
  const hardlySpoken = [...found].every((kind) => kind === NO);
  if (hardlySpoken && DISPLEASED.test(raw)) return undefined;
  const kind = kindOf(found, raw);
  return kind && DOUBTED.has(kind) && DOUBTS.test(normalizeTyped(raw)) ? undefined : kind;
}

/** What a message of these formulas is; of none, what its emoji say. */
function kindOf(found: ReadonlySet<string>, raw: string): string | undefined {
  if (found.size === 0) return /\p{Extended_Pictographic}/u.test(raw) ? 'acknowledge' : undefined;
  const kind = KINDS.find((each) => found.has(each.kind))?.kind;
  return kind === NO ? 'acknowledge' : kind;
}

/** Where a sentence may end and the next one begin. */
const SENTENCE_END = /[,，。.!！~～;；、\n]+|(?<=\p{Script=Han})\s+/gu;

/**
 * A message without the courtesy in front of what it says: 谢谢，羽绒服呢 asks 羽绒服呢. The message itself when there is none, or
 * nothing else. Pure.
 */
export function withoutCourtesy(text: string): string {
  const ends = [...text.slice(0, LONGEST).matchAll(SENTENCE_END)].map(({ 0: end, index }) => index + end.length);
  const courteous = ends.findLast((end) => isCourtesy(text.slice(0, end)));
  const rest = courteous === undefined ? '' : text.slice(courteous).trim();
  return hasLetters(rest) && readSmalltalk(rest) === undefined ? rest : text;
}

/** A no, and 我还有个问题, which drops the topic, belong to the sentence that they stand in front of. */
function isCourtesy(text: string): boolean {
  const found = formulasIn(text);
  return found !== undefined && !found.has(NO) && !found.has('asks_to_ask') && readSmalltalk(text) !== undefined;
}

/** Kinds of the formulas that make up a message; undefined when it holds anything else. */
function formulasIn(raw: string): ReadonlySet<string> | undefined {
  const text = normalizeTyped(raw);
  return text.length > LONGEST ? undefined : consume(text, 0, new Set(), new Set());
}

/**
 * Takes formulas off the front, longest first, until nothing is left; undefined when something else stands there.
 * @param dead places from which nothing led to the end: whatever was found before them, nothing will
 */
function consume(
  text: string,
  start: number,
  found: ReadonlySet<string>,
  dead: Set<number>,
): ReadonlySet<string> | undefined {
  if (dead.has(start)) return undefined;
  const at = start + match(text, start, NOISE);
  if (at === text.length) return found;
  const options = KINDS.map(({ kind, only }) => ({ kind, length: match(text, at, only) })).filter(
    ({ length }) => length > 0,
  );
  options.sort((one, other) => other.length - one.length);
  for (const { kind, length } of options) {
    const whole = consume(text, at + length, new Set([...found, kind]), dead);
    if (whole) return whole;
  }
  const filler = match(text, at, FILLERS);
  const whole = filler > 0 ? consume(text, at + filler, found, dead) : undefined;
  if (!whole) dead.add(start);
  return whole;
}

/** Finds words at a place and ends where a word does, so that *hi* is not found in *hiya*, whichever stands first. */
function wholeWords(words: string): RegExp {
  return new RegExp(`(?:${words})(?:(?<![a-z0-9])|(?![a-z0-9]))`, 'uy');
}

/** Length of a match at a place. */
function match(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
