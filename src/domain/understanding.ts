/** Languages the engine answers in; each has its own embedding model and index. */
export type Language = 'zh' | 'en';

/** One recognised intent with its calibrated probability, 0 to 1. */
export interface IntentScore {
  readonly name: string;
  readonly confidence: number;
}

/** The kinds of entity that are read from text without a model. */
export type EntityKind =
  | 'order_number'
  | 'tracking_number'
  | 'phone'
  | 'email'
  | 'amount'
  | 'size'
  | 'colour'
  | 'height'
  | 'weight'
  | 'quantity'
  | 'date'
  | 'sku';

/** A span of the customer's text with its normalised value; `start` and `end` are UTF-16 offsets, end exclusive. */
export interface Entity {
  readonly kind: EntityKind;
  readonly text: string;
  /** Canonical form: digits for numbers, centimetres for height, kilograms for weight, yuan for amounts. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** What the tone calls for, strongest first: threat, angry, upset, neutral, positive. */
export type SentimentLabel = 'threat' | 'angry' | 'upset' | 'neutral' | 'positive';

/** Tone of a message. `score` is the probability of anger, 0 to 1, whatever the label. */
export interface Sentiment {
  readonly label: SentimentLabel;
  readonly score: number;
  /** Signals that fired, for the hand-off brief and for error analysis: for example `threat:authority`, `urgency`, `sarcasm`. */
  readonly signals: readonly string[];
}

/** How likely it is, 0 to 1, that one message by itself needs a person, for each reason that one can read from it. */
export interface Needs {
  readonly human_request: number;
  /** Fury, not mere dissatisfaction. */
  readonly anger: number;
  /** Means to harm the shop: complaint to others, bad review, exposure. */
  readonly threat: number;
  readonly legal: number;
  readonly safety: number;
  readonly staff_only: number;
}

/** The needs of a person that are read from one message, in the order in which the weights hold them. */
export const NEEDS = [
  'human_request',
  'anger',
  'threat',
  'legal',
  'safety',
  'staff_only',
] as const satisfies readonly (keyof Needs)[];

/** Everything the engine read from one turn's text. */
export interface Understanding {
  readonly language: Language;
  /** Normalised text that the models saw. */
  readonly text: string;
  /** Best first; empty when the message is out of scope. */
  readonly intents: readonly IntentScore[];
  readonly entities: readonly Entity[];
  readonly sentiment: Sentiment;
  readonly needs: Needs;
  /** How likely it is, 0 to 1, that the message leaves open what is meant: 那个怎么弄. Nobody could answer without asking back. */
  readonly vague: number;
}
