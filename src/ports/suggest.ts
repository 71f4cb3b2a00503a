import type { Citation } from '../domain/decision.ts';
import type { Language } from '../domain/understanding.ts';

/** Something an agent might answer. */
export interface Suggestion {
  /** The shop's own words. */
  readonly text: string;
  readonly citations: readonly Citation[];
  /** Probability that it answers, 0 to 1. */
  readonly score: number;
}

/** Finds what the knowledge says to a customer's words. */
export interface Suggest {
  /** Best first; empty when the knowledge has nothing near. */
  suggest(text: string, language: Language): Promise<readonly Suggestion[]>;
}
