import type { Citation } from '../domain/decision.ts';
import type { RankedArticle } from '../domain/turn.ts';

/** What the knowledge says to a question. */
export interface SearchResult {
  /** Calibrated probability, 0 to 1, that `passages` answer the question. */
  readonly probability: number;
  /** What would be shown: the best article, and a second one when both are about equally good. */
  readonly passages: readonly Passage[];
  /** Best first, for reports. */
  readonly candidates: readonly (RankedArticle & { readonly title: string })[];
}

/** An article's words as they would be shown, with their source. */
export interface Passage {
  readonly text: string;
  readonly citation: Citation;
  /** Intents the article says it serves. */
  readonly intents: readonly string[];
}

/** The result of a search that found nothing. */
export const NOTHING_FOUND: SearchResult = { probability: 0, passages: [], candidates: [] };
