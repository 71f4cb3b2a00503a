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
  /** Its headings, where it is not short and has at least two. */
  readonly parts?: readonly string[];
}

/** An article's words as they would be shown, with their source. */
export interface Passage {
  readonly text: string;
  /** `text` is a part of what the article says. */
  readonly isPart?: true;
  /** All that the article says. */
  readonly articleText?: string;
  readonly citation: Citation;
  /** Intents the article says it serves. */
  readonly intents: readonly string[];
}

/** A line of an article as it is shown: a paragraph, an item of a list, a row of a table. */
export interface ArticleLine {
  /** Position of its section. */
  readonly section: number;
  /** Its section's heading; empty for the opening. */
  readonly heading: string;
  readonly text: string;
  /** It is one of several rows of a table or numbered steps. */
  readonly inRun?: true;
  /** Cosine between it and a question, -1 to 1. */
  readonly nearness: number;
}

/** The result of a search that found nothing. */
export const NOTHING_FOUND: SearchResult = { probability: 0, passages: [], candidates: [] };
