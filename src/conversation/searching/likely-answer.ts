import type { Passage, SearchResult } from '../../retrieval/search-result.ts';

/** A second article is shown where it makes an answer so much likelier: of ten customers, it helps one more. */
const WORTH_READING = 0.1;

/**
 * The passages that are likely enough to be shown for an answer: the best article's, or those of the best two. Undefined
 * where neither is likely enough. Pure.
 * @param line probability from which an answer is given
 */
export function likelyAnswer(
  { probability, passages, together }: SearchResult,
  line: number,
): readonly Passage[] | undefined {
  if (together && showsTwo(probability, together.probability, line)) return together.passages;
  return probability >= line ? passages : undefined;
}

/**
 * Whether two articles are shown: where only together they are likely enough, or where the second adds enough to be worth
 * reading (docs/decisions/0033 and 0037).
 * @param alone probability that the best one answers
 * @param both probability that one of the best two does, at least `alone`
 * @param line probability from which an answer is given
 */
export function showsTwo(alone: number, both: number, line: number): boolean {
  return both >= line && (alone < line || both - alone >= WORTH_READING);
}

/** Probability that the knowledge answers, by one article or by two: the highest line at which an answer is given. */
export function answerProbability({ probability, together }: SearchResult): number {
  return Math.max(probability, together?.probability ?? 0);
}
