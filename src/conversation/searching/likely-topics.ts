import type { SearchResult } from '../../retrieval/search-result.ts';

/** Below so much of the best one's likelihood a topic is not offered: of the demo shop's offers, none that was meant lay there. */
const WORTH_OFFERING = 0.4;

/**
 * The best candidate and those not far behind it, best first. A message that was read with a title finds that title's article whatever
 * it says, so that the best one counts no more than it is believed. Pure.
 */
export function likelyTopics({
  candidates,
  probability,
}: Pick<SearchResult, 'candidates' | 'probability'>): SearchResult['candidates'] {
  const best = Math.min(candidates[0]?.score ?? 0, probability);
  return candidates.filter(({ score }, at) => at === 0 || score >= WORTH_OFFERING * best);
}
