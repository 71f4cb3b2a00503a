import type { Action, Citation, HandoffDraft } from './decision.ts';
import type { OrderStage } from './shop.ts';
import type { Entity, IntentScore, Language, Sentiment } from './understanding.ts';

/** Who writes, as far as the channel knows. */
export interface Customer {
  readonly id?: string;
  readonly name?: string;
  readonly tier?: string;
}

/** One turn of the customer: the fragments of one burst, in order. */
export interface TurnInput {
  /** Unmodified texts, at least one. */
  readonly texts: readonly string[];
  readonly customer?: Customer;
  /** BCP 47 tag from the channel; only the language part is used, and only when the text does not tell. */
  readonly locale?: string;
  /** Nobody is at the desk, which says so itself right after a reply that calls a person. */
  readonly nobodyComes?: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A ranked article of the turn, kept for reports and error analysis. */
export interface RankedArticle {
  readonly article: string;
  /** Calibrated probability that the passage answers the message, 0 to 1. */
  readonly score: number;
}

/** The engine's full answer to one turn. Nothing has been written yet. */
export interface TurnResult {
  readonly reply: string;
  readonly action: Action;
  readonly language: Language;
  readonly intents: readonly IntentScore[];
  readonly entities: readonly Entity[];
  readonly sentiment: Sentiment;
  readonly citations: readonly Citation[];
  readonly handoff?: HandoffDraft;
  /** Set while the bot waits for a detail it asked for, such as an order number. */
  readonly awaiting?: Awaiting;
  /** Where the order stands that the reply tells of, when one was looked up. */
  readonly order?: OrderStage;
  /** Best articles with their scores, best first, also when the bot did not answer. */
  readonly candidates: readonly RankedArticle[];
  /** Calibrated probability, 0 to 1, that the knowledge answers the message as it was read; absent when not searched. */
  readonly answerProbability?: number;
}

/** What a clarifying question asked for. */
export interface Awaiting {
  readonly slot: 'order_number' | 'topic';
  /** The intent that waits for the slot, for order_number. */
  readonly intent?: string;
  /** The customer's words that led to the question. */
  readonly text: string;
  /** Article titles that were offered, in order, for topic: a customer may answer with the number. */
  readonly options?: readonly string[];
  /** What the only topic offered consists of: a customer may answer with the number of a part as well. */
  readonly parts?: OfferedParts;
}

/** Headings of one article, in the order in which they were offered. */
export interface OfferedParts {
  readonly article: string;
  readonly headings: readonly string[];
}
