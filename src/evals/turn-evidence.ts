import type { TurnResult } from '../domain/turn.ts';
import type { Needs } from '../domain/understanding.ts';
import type { PlayedTurn } from './run-cases.ts';
import type { TurnScore } from './score.ts';

/** A piece of text that lies near a message, with its cosine. */
export interface Neighbour {
  readonly kind: 'title' | 'question' | 'heading' | 'sentence';
  readonly text: string;
  readonly similarity: number;
}

/** What an article holds, and lacks, of a message. */
export interface ArticleEvidence {
  readonly article: string;
  /** Stood at the head of what was found, or is one of those expected. */
  readonly role: 'found' | 'expected';
  /** Absent when the knowledge has no such article. */
  readonly title?: string;
  /** All of its text, to look for words in. */
  readonly text: string;
  /** Nearest first. */
  readonly nearest: readonly Neighbour[];
  /** Words of the message that stand nowhere in it; `anywhere` when another article holds them. */
  readonly missing: readonly { readonly word: string; readonly anywhere: boolean }[];
  /** Intents that its title, headings and sample questions speak of, strongest first. */
  readonly speaksOf: readonly string[];
}

/** One way in which the message was read, and what that found. */
export interface ReadingEvidence {
  /** As it was searched for. */
  readonly text: string;
  readonly probability: number;
  /** Best article; absent when nothing was found. */
  readonly article?: string;
}

/** An example message of an intent that lies near the customer's. */
export interface NearExample {
  readonly intent: string;
  readonly route: 'answer' | 'lookup' | 'smalltalk' | 'escalate';
  /** Why a person is called; with route escalate. */
  readonly reason?: string;
  readonly text: string;
  readonly similarity: number;
}

/** How strongly a message reads as needing a person for one reason. */
export interface NeedEvidence {
  readonly need: keyof Needs;
  readonly probability: number;
  readonly believedFrom: number;
  /** Words without which the probability would be lower, with what it would be; strongest first. */
  readonly words: readonly { readonly word: string; readonly without: number }[];
}

/** Everything an error analysis looks at beyond the result of the turn. */
export interface TurnEvidence {
  /** Every text searched for, the message by itself first. */
  readonly readings: readonly ReadingEvidence[];
  /** The text by which the neighbours were measured: the reading that found the best article. */
  readonly readAs: string;
  readonly articles: readonly ArticleEvidence[];
  /** Nearest first. */
  readonly examples: readonly NearExample[];
  readonly needs: readonly NeedEvidence[];
  /** Phrases and tones that rules heard, by name. */
  readonly signals: readonly string[];
}

/** One thing that could have been otherwise. */
export type Change =
  | { readonly kind: 'threshold'; readonly answer: number }
  | { readonly kind: 'question_added' | 'question_removed'; readonly article: string; readonly question: string }
  | { readonly kind: 'intents_ignored' }
  | { readonly kind: 'need_set'; readonly need: keyof Needs; readonly probability: number };

/** Looks into a failed turn and plays it again with a change. Deterministic; nothing it does is kept. */
export interface Investigator {
  /** The answer threshold in use. */
  readonly answerThreshold: number;
  gather(turn: TurnScore & { readonly played: PlayedTurn }): Promise<TurnEvidence>;
  replay(played: PlayedTurn, change: Change): Promise<TurnResult>;
}
