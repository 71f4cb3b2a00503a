import type { LikelyAnswer, SearchResult } from '../../retrieval/search-result.ts';

/** From here on a page answers whatever its sections speak of. */
const SURE = 0.85;
/** Below the line at which a topic is named. */
const OTHER_MATTER = 0.2;

/**
 * What is found by whoever asks where the own order is, in a shop whose orders cannot be looked up: pages that are not about that, and answer
 * only just, do not. Pure.
 * @param isOfOrders whether an article speaks of that, by the names of the intents that it speaks of
 */
export function withoutOtherMatters<Found extends SearchResult>(
  found: Found,
  isOfOrders: (intents: readonly string[]) => boolean,
): Found {
  const ofOthers = new Set(
    found.candidates.filter(({ intents = [] }) => !isOfOrders(intents)).map(({ article }) => article),
  );
  const weigh = <Answer extends LikelyAnswer>(answer: Answer): Answer => {
    // What a part of the message found need not be among the candidates of the whole.
    const isMeant = answer.passages.some(({ citation }) => !ofOthers.has(citation.article));
    if (isMeant || answer.probability >= SURE) return answer;
    return { ...answer, probability: Math.min(answer.probability, OTHER_MATTER) };
  };
  return { ...weigh(found), together: found.together && weigh(found.together) };
}
