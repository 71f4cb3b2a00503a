import type { SearchResult } from '../retrieval/search-result.ts';

/**
 * How a message was read: by itself, after the question before it, after the title of the article shown before, or as
 * that question asked of another thing.
 */
export type ReadingKind = 'alone' | 'after_question' | 'after_title' | 'substituted';

/** A message as it was read, and what that finds. */
export interface Reading {
  readonly kind: ReadingKind;
  readonly found: SearchResult;
}

/** What tells whether a message leans on its topic. */
export interface Leaning {
  /** Nothing in the message says what it is about: 要多久. */
  readonly isElliptic: boolean;
  /** Content words that neither the topic nor the article shown holds. */
  readonly newWords: number;
  /** Says it, that one, 那个. */
  readonly pointsBack: boolean;
  /** Does nothing but name another thing: 羽绒服呢. */
  readonly namesThing: boolean;
  /** Article shown before. */
  readonly article?: string;
}

/**
 * Corrections in log-odds to what the answer model says of a text that the customer did not write. Found on half of a
 * hundred follow-up conversations and checked on the other half: a title finds its own article whatever stands
 * behind it, so that counts half, and less with every word that the article does not hold.
 */
const WEIGHTS = {
  aloneElliptic: -2,
  aloneKnown: -0.6,
  alonePoints: -1,
  titleStays: 0.5,
  titleStaysNewWord: -1.2,
  titleStaysNewThing: -2,
  titleMoves: -0.3,
  titleMovesNewWord: -1.2,
  question: -0.5,
  questionNewWord: -0.8,
  questionStays: -0.7,
  substituted: -0.3,
  substitutedStays: -1,
  agrees: 0.5,
};
/** Closer than this in log-odds, readings that find different articles are all possible. */
const TOO_CLOSE = 0.6;
/** What is left of a probability that another reading contests. */
const EITHER = 0.55;

/**
 * The likeliest reading's result with the probability that it answers. When another reading finds something else and is
 * nearly as likely, either may be meant: about half of the probability is left, and the candidates of both are offered. Pure.
 *
 * @param readings at least the message alone
 */
export function weighReadings(readings: readonly Reading[], leaning: Leaning): SearchResult {
  const alone = readings.find(({ kind }) => kind === 'alone');
  if (readings.length === 1 && alone) return alone.found;
  const weighed = readings
    .map((reading) => ({ ...reading, odds: oddsOf(reading, leaning, alone) }))
    .sort((one, other) => other.odds - one.odds);
  const [best, ...rest] = weighed;
  const probability = 1 / (1 + Math.exp(-best.odds));
  const rival = rest.find(({ found }) => !shares(best.found, found));
  if (!rival || best.odds - rival.odds >= TOO_CLOSE) return { ...best.found, probability };
  return { ...best.found, probability: probability * EITHER, candidates: alternating(best.found, rival.found) };
}

function oddsOf({ kind, found }: Reading, leaning: Leaning, alone: Reading | undefined): number {
  const { isElliptic, pointsBack, namesThing, article } = leaning;
  const words = Math.min(leaning.newWords, 3);
  const odds = logOdds(found.probability);
  const top = topOf(found);
  const stays = top !== undefined && top === article;
  const agrees = !stays && alone !== undefined && top === topOf(alone.found) ? WEIGHTS.agrees : 0;
  switch (kind) {
    case 'alone': {
      const known = !isElliptic && words === 0 && article !== undefined ? WEIGHTS.aloneKnown : 0;
      return odds + (isElliptic ? WEIGHTS.aloneElliptic : known) + (pointsBack && words < 2 ? WEIGHTS.alonePoints : 0);
    }
    case 'after_title':
      if (!stays) return odds + agrees + WEIGHTS.titleMoves + WEIGHTS.titleMovesNewWord * Math.max(0, words - 1);
      return (
        odds * WEIGHTS.titleStays +
        WEIGHTS.titleStaysNewWord * words +
        (namesThing && words > 0 ? WEIGHTS.titleStaysNewThing : 0)
      );
    case 'after_question':
      return odds + agrees + WEIGHTS.question + WEIGHTS.questionNewWord * words + (stays ? WEIGHTS.questionStays : 0);
    case 'substituted':
      return odds + agrees + WEIGHTS.substituted + (stays ? WEIGHTS.substitutedStays : 0);
  }
}

function logOdds(probability: number): number {
  const inside = Math.min(0.995, Math.max(0.01, probability));
  return Math.log(inside / (1 - inside));
}

function topOf({ passages }: SearchResult): string | undefined {
  return passages[0]?.citation.article;
}

/** Whether what two readings would show has an article in common, at its head. */
function shares(one: SearchResult, other: SearchResult): boolean {
  const holds = ({ passages }: SearchResult, article: string | undefined) =>
    passages.some(({ citation }) => citation.article === article);
  return holds(one, topOf(other)) || holds(other, topOf(one));
}

/** Candidates of both, the best of each first, without repeats. */
function alternating(one: SearchResult, other: SearchResult): SearchResult['candidates'] {
  const mixed = one.candidates.flatMap((candidate, index) => [candidate, ...other.candidates.slice(index, index + 1)]);
  return mixed.filter(({ article }, index) => mixed.findIndex((each) => each.article === article) === index);
}
