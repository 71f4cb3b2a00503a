import type { Passage, SearchResult } from '../retrieval/search-result.ts';

/**
 * The passages that are likely enough to be shown for an answer: the best article's, or those of the best two where only
 * together they are. Undefined where neither is. Pure.
 * @param line probability from which an answer is given
 */
export function likelyAnswer(
  { probability, passages, together }: SearchResult,
  line: number,
): readonly Passage[] | undefined {
  if (probability >= line) return passages;
  return together && together.probability >= line ? together.passages : undefined;
}

/** Probability that the knowledge answers, by one article or by two: the highest line at which an answer is given. */
export function answerProbability({ probability, together }: SearchResult): number {
  return Math.max(probability, together?.probability ?? 0);
}
