import type { SearchResult } from '../../retrieval/search-result.ts';

/**
 * What is found by whoever asks where the own order is, in a shop whose orders cannot be looked up: two pages of which neither is about that,
 * and that only together are likely enough, are a guess. One page that is likely enough by itself stands. Pure.
 * @param isOfOrders whether an article speaks of that, by the names of the intents that it speaks of
 */
export function withoutOtherMatters<Found extends SearchResult>(
  found: Found,
  isOfOrders: (intents: readonly string[]) => boolean,
): Found {
  const ofOthers = new Set(
    found.candidates.filter(({ intents = [] }) => !isOfOrders(intents)).map(({ article }) => article),
  );
  const { together } = found;
  const isGuess = together?.passages.every(({ citation }) => ofOthers.has(citation.article));
  return isGuess ? { ...found, together: undefined } : found;
}
