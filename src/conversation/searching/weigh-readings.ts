import { probabilityOf } from '../../numeric/logistic.ts';
import type { LikelyAnswer, Passage, SearchResult } from '../../retrieval/search-result.ts';
import { type Leaning, logOddsOf, oddsOf, type Reading, staysThroughout, topOf } from './reading-odds.ts';

/** Closer than this in log-odds, readings that find different articles are all possible. */
const TOO_CLOSE = 0.6;
/** What is left of a probability that another reading contests. */
const EITHER = 0.55;

/**
 * The likeliest reading's result with the probability that it answers. When another reading finds something else and is
 * nearly as likely, either may be meant: about half of the probability is left, and the candidates of both are offered.
 * Pure.
 *
 * @param readings at least the message alone
 */
export function weighReadings(readings: readonly Reading[], leaning: Leaning): SearchResult {
  const alone = readings.find(({ kind }) => kind === 'alone');
  if (readings.length === 1 && alone) return alone.found;
  const weighed = readings
    .map((reading) => ({ ...reading, odds: oddsOf(reading, leaning, readings) }))
    .sort((one, other) => other.odds - one.odds);
  const [best, ...rest] = weighed;
  const probability = probabilityOf(best.odds);
  const rival = rest.find(({ found }) => !shares(best.found, found));
  if (!rival || best.odds - rival.odds >= TOO_CLOSE) {
    const passages = sectionAsked(best, readings, leaning) ?? best.found.passages;
    return { ...best.found, passages, probability, together: corrected(best) };
  }
  return {
    ...best.found,
    probability: probability * EITHER,
    together: undefined,
    candidates: alternating(best.found, rival.found),
  };
}

/** A title says nothing of which section is meant; the former question does, where it is still answered. */
function sectionAsked(best: Reading, readings: readonly Reading[], leaning: Leaning): readonly Passage[] | undefined {
  if (best.kind !== 'after_title' || topOf(best.found) !== leaning.article) return undefined;
  if (!staysThroughout(readings, leaning)) return undefined;
  return readings.find(({ kind }) => kind === 'after_question')?.found.passages.slice(0, 1);
}

/** What a reading finds in the best two articles, corrected as much as what it finds in the best one. */
function corrected({ found, odds }: Reading & { readonly odds: number }): LikelyAnswer | undefined {
  const { together, probability } = found;
  if (!together) return undefined;
  const both = logOddsOf(together.probability) + odds - logOddsOf(probability);
  return { ...together, probability: probabilityOf(both) };
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
