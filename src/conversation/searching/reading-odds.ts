import { logOddsOf as clampedLogOdds } from '../../numeric/logistic.ts';
import type { SearchResult } from '../../retrieval/search-result.ts';

/**
 * How a message was read: by itself, after the question before it, after the title of the article shown before or
 * that title's content words, after a title that was offered, after the name of the thing spoken of, or as that question
 * asked of another thing.
 */
export type ReadingKind =
  | 'alone'
  | 'after_question'
  | 'after_title'
  | 'after_words'
  | 'after_option'
  | 'after_thing'
  | 'substituted';

/** A message as it was read, and what that finds. */
export interface Reading {
  readonly kind: ReadingKind;
  readonly found: SearchResult;
  /** The title offered, of a reading after one. */
  readonly option?: string;
}

/** What tells whether a message leans on its topic. */
export interface Leaning {
  /** Nothing in the message says what it is about: 要多久. */
  readonly isElliptic: boolean;
  /** Content words that neither the topic nor the article shown holds. */
  readonly newWords: number;
  /** Says it, that one, 那个. */
  readonly pointsBack: boolean;
  /** Names at most one thing and is no sentence: *for 2 tees*. */
  readonly isFragment: boolean;
  /** Opens or ends like a follow-up: 那…, …呢, "and …". */
  readonly connects: boolean;
  /** Does nothing but name another thing: 羽绒服呢. */
  readonly namesThing: boolean;
  /** Tells something and asks for nothing: 微信付的, *it came yesterday*. */
  readonly states: boolean;
  /** Asks, in a word or two, something of what the customer has just said to want: 运费呢 after 我要换货. */
  readonly isOfRequest?: boolean;
  /** Asks a side of goods that were just refused, and names no others: *what colors* after *do you have jeans*. */
  readonly isOfRefused?: boolean;
  /** Article shown before. */
  readonly article?: string;
  /** Whether what is found speaks of what the message wants in one word (能退吗); true for any message that says more, or less surely. */
  speaksOfIt?(found: SearchResult): boolean;
  /** Whether an article is about the thing that was spoken of and that the message does not name again. */
  isOfThing(article: string): boolean;
  /** Whether an article is about something else by name. False when no thing was spoken of. */
  isOfOther(article: string): boolean;
}

/**
 * Corrections in log-odds to what the answer model says of a text that the customer did not write. Found on half of a
 * hundred follow-up conversations and checked on the other half: a title finds its own article whatever stands
 * behind it, so that counts half, and less with every word that the article does not hold.
 */
const WEIGHTS = {
  aloneElliptic: -2,
  aloneKnown: -0.6,
  alonePoints: -1.5,
  aloneFar: -1,
  aloneSubstituted: -2,
  otherThing: -2,
  aloneStates: -1.6,
  thingLeft: -1.5,
  titleStays: 0.5,
  titleStaysNewWord: -1.2,
  titleStaysNewThing: -2,
  titleLeft: -0.7,
  titleSilent: -2,
  titleMoves: -0.3,
  titleMovesNewWord: -1.2,
  option: -0.7,
  question: -0.5,
  questionNewWord: -0.8,
  questionStays: -0.7,
  questionStaysNewWord: -1.2,
  substituted: -0.3,
  substitutedStays: -1,
  agrees: 0.5,
  inContext: 0.5,
};
/** From here on the former question is still answered with the message behind it. */
const STILL_ANSWERED = 0.5;
/** From here on another reading tells that what a message finds by itself is what it points at. */
const CONFIRMS = 0.65;
/** A message that says hardly anything by itself agrees with nothing. */
const SAYS_SOMETHING = 0.2;
/** Log-odds of what is not to be taken. */
const NEVER = -10;
/** From here on the former question asked of another thing is taken for a real one. */
const SUBSTITUTE_HOLDS = 0.5;
/** Log-odds that what a reading finds is meant and answers. */
export function oddsOf(reading: Reading, leaning: Leaning, readings: readonly Reading[]): number {
  const { kind, found, option } = reading;
  const staying = staysThroughout(readings, leaning);
  // What is told of what is still answered need not be held by the answer.
  const words = staying && leaning.states ? 0 : Math.min(leaning.newWords, 3);
  const odds = logOddsOf(found.probability);
  const top = topOf(found);
  const stays = top !== undefined && top === leaning.article;
  const agrees = isAlsoFoundAlone(top, readings) ? WEIGHTS.agrees : 0;
  const other = top !== undefined && leaning.isOfOther(top) ? WEIGHTS.otherThing : 0;
  const left = isLeft(readings, leaning) ? WEIGHTS.titleLeft : 0;
  const silent = leaning.speaksOfIt?.(found) === false ? WEIGHTS.titleSilent : 0;
  const together = stays && staying ? WEIGHTS.inContext : 0;
  switch (kind) {
    case 'alone':
      if (leaning.isOfRefused) return NEVER;
      return odds + (isUndisputed(readings) ? 0 : aloneOdds(reading, leaning, readings));
    case 'after_title':
      return (
        agrees +
        (stays ? stayingOdds(odds, words, leaning) + together + left + silent : movingOdds(odds, words) + other)
      );
    case 'after_words': {
      // Only to reach a neighbour that holds what the article does not: 换码 leads 那邮费算谁的 to an exchange's postage.
      const reaches =
        (words > 0 || leaning.isOfRequest === true) && !stays && folderOf(top) === folderOf(leaning.article);
      return reaches ? agrees + movingOdds(odds, words) + other : NEVER;
    }
    case 'after_option': {
      const keeps = found.passages[0]?.citation.title === option;
      return agrees + (keeps ? stayingOdds(odds, words, leaning) + WEIGHTS.option : movingOdds(odds, words));
    }
    case 'after_question': {
      // What is told is told about the question.
      const added = leaning.states ? 0 : words;
      const corrected = odds + WEIGHTS.question;
      if (!stays) return corrected + WEIGHTS.questionNewWord * added + agrees;
      return corrected + WEIGHTS.questionStays + WEIGHTS.questionStaysNewWord * added + together;
    }
    case 'after_thing': {
      if (top === undefined || !leaning.isOfThing(top) || standsAlone(leaning, readings)) return NEVER;
      // Since then another article was shown: 加多少钱 goes on about the embroidery, not about the towel.
      const left = leaning.article !== undefined && !leaning.isOfThing(leaning.article) ? WEIGHTS.thingLeft : 0;
      return odds + left + agrees;
    }
    case 'substituted':
      return odds + WEIGHTS.substituted + (stays ? WEIGHTS.substitutedStays : agrees);
  }
}

/** Whether the message alone finds an article, too, and says enough for that to count. */
function isAlsoFoundAlone(article: string | undefined, readings: readonly Reading[]): boolean {
  return readings.some(
    ({ kind, found }) => kind === 'alone' && topOf(found) === article && found.probability >= SAYS_SOMETHING,
  );
}

/** Whether every reading finds the same article, so that it does not matter which is meant. */
function isUndisputed(readings: readonly Reading[]): boolean {
  return readings.every(({ found }) => topOf(found) === topOf(readings[0].found));
}

/**
 * Whether the former question and the article's title, each with the message behind, find the article shown again, and
 * nothing in the message is foreign to it. What is told need not be held: it is told about the question.
 */
export function staysThroughout(readings: readonly Reading[], { newWords, states, article }: Leaning): boolean {
  const both = readings.filter(({ kind }) => kind === 'after_question' || kind === 'after_title');
  const holds = both.every(({ found }) => topOf(found) === article && found.probability >= STILL_ANSWERED);
  return both.length > 1 && holds && (newWords === 0 || states);
}

/** Whether the former question, with the message behind it, is no longer answered by the article that was shown. */
function isLeft(readings: readonly Reading[], { article }: Leaning): boolean {
  const after = readings.find(({ kind }) => kind === 'after_question');
  return after !== undefined && (topOf(after.found) !== article || after.found.probability < STILL_ANSWERED);
}

/** What speaks against taking a message for itself: it says little, points back, or leads far from the topic. */
function aloneOdds({ found }: Reading, leaning: Leaning, readings: readonly Reading[]): number {
  const { pointsBack, connects, namesThing, newWords, article } = leaning;
  const isElliptic = leaning.isElliptic || leaning.isOfRequest === true;
  const top = topOf(found);
  const confirming = readings.filter((other) => other.kind !== 'alone' && topOf(other.found) === top);
  const isConfirmed = confirming.length > 0;
  // The thing named last may be another than *it*, and what the former question makes less likely is not meant by *it*.
  const isPointedAt = confirming.some(
    ({ kind, found: each }) => kind !== 'after_thing' && each.probability >= CONFIRMS,
  );
  const substitute = namesThing ? readings.find(({ kind }) => kind === 'substituted') : undefined;
  // Another thing may well be in another folder.
  const leans = !namesThing && (isElliptic || pointsBack || connects || leaning.isFragment);
  let odds = 0;
  if (isElliptic) odds += WEIGHTS.aloneElliptic;
  else if (newWords === 0 && article !== undefined) odds += WEIGHTS.aloneKnown;
  if (pointsBack && newWords < 2 && !isPointedAt) odds += WEIGHTS.alonePoints;
  const near = [
    article,
    ...readings.filter(({ kind }) => kind === 'after_option').map(({ found: each }) => topOf(each)),
  ];
  const folders = near.filter((each) => each !== undefined).map(folderOf);
  if (leans && folders.length > 0 && !folders.includes(folderOf(top))) odds += WEIGHTS.aloneFar;
  const isHeld = readings.some(
    ({ kind, found: each }) => kind === 'after_thing' && each.probability >= SUBSTITUTE_HOLDS && isOf(each, leaning),
  );
  if (isHeld && top !== undefined && leaning.isOfOther(top)) odds += WEIGHTS.otherThing;
  if (leaning.states && !isElliptic && newWords < 3 && !isConfirmed) odds += WEIGHTS.aloneStates;
  if (substitute && substitute.found.probability >= SUBSTITUTE_HOLDS) odds += WEIGHTS.aloneSubstituted;
  return odds;
}

/** Whether a message says enough by itself, of no other thing than the one spoken of: 包邮吗 asks of any. */
function standsAlone(leaning: Leaning, readings: readonly Reading[]): boolean {
  const found = readings.find(({ kind }) => kind === 'alone')?.found;
  const top = found && topOf(found);
  if (!found || top === undefined || leaning.isElliptic || leaning.isOfOther(top)) return false;
  return found.probability >= SUBSTITUTE_HOLDS;
}

function isOf(found: SearchResult, { isOfThing }: Leaning): boolean {
  const top = topOf(found);
  return top !== undefined && isOfThing(top);
}

/** A title finds its own article again. */
function stayingOdds(odds: number, words: number, { namesThing }: Leaning): number {
  const newThing = namesThing && words > 0 ? WEIGHTS.titleStaysNewThing : 0;
  return odds * WEIGHTS.titleStays + WEIGHTS.titleStaysNewWord * words + newThing;
}

/** A title together with the message finds another article: the message's words must have led there. */
function movingOdds(odds: number, words: number): number {
  return odds + WEIGHTS.titleMoves + WEIGHTS.titleMovesNewWord * Math.max(0, words - 1);
}

/** Articles of one folder are neighbours; a folder is how the shop's editors cut their topics. */
function folderOf(article: string | undefined): string | undefined {
  return article?.slice(0, Math.max(0, article.lastIndexOf('/')));
}

/** Log-odds of a probability; no answer is so sure or so far off that nothing else could be meant. */
export function logOddsOf(probability: number): number {
  return clampedLogOdds(probability, 0.01, 0.995);
}

/** The article that is found first; undefined when none is. */
export function topOf({ passages }: SearchResult): string | undefined {
  return passages[0]?.citation.article;
}
