import type { Citation } from '../domain/decision.ts';
import type { RankedArticle } from '../domain/turn.ts';

/** Passages and how likely they answer. */
export interface LikelyAnswer {
  /** Calibrated probability, 0 to 1, that one of `passages` answers the question. */
  readonly probability: number;
  readonly passages: readonly Passage[];
}

/** What the knowledge says to a question: the best article, and a second one when both are about equally good. */
export interface SearchResult extends LikelyAnswer {
  /** The best two articles, shortened, where the best one alone is doubtful. */
  readonly together?: LikelyAnswer;
  /** Best first, for reports. */
  readonly candidates: readonly Candidate[];
}

/** An article that may answer. */
export interface Candidate extends RankedArticle {
  readonly title: string;
  /** Intents that the article says it serves, or that its title, headings or sample questions speak of. */
  readonly intents?: readonly string[];
}

/** An article's words as they would be shown, with their source. */
export interface Passage {
  readonly text: string;
  /** Parts of the article: the section nearest to what was asked, then the other sections. */
  readonly parts?: readonly PassagePart[];
  readonly citation: Citation;
  /** Intents the article says it serves. */
  readonly intents: readonly string[];
}

/** A section of an article. */
export interface PassagePart {
  /** With the heading in front, as it would be shown. */
  readonly text: string;
  /** Empty for the opening of an article. */
  readonly heading: string;
}

/** The result of a search that found nothing. */
export const NOTHING_FOUND: SearchResult = { probability: 0, passages: [], candidates: [] };
