import type { Language } from '../domain/understanding.ts';

/** A heading with the text below it. `sentences` are what a question is matched against, `text` is what is shown. */
export interface Section {
  /** Empty for the text before the first heading. */
  readonly heading: string;
  /** The heading is a customer's question on a page of such, and the text its whole answer. */
  readonly isQuestion?: true;
  /** Plain text with a line a list item or table row. */
  readonly text: string;
  readonly sentences: readonly string[];
}

/** One topic of the shop's knowledge, as a knowledge editor wrote it. */
export interface Article {
  /** Path below the knowledge root without `.md`, with forward slashes. */
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  /** Further phrasings of the title; may be empty. */
  readonly questions: readonly string[];
  readonly intents: readonly string[];
  readonly tags: readonly string[];
  /** Days (YYYY-MM-DD, inclusive, shop's local time) between which the article is served. */
  readonly effective?: { readonly from?: string; readonly to?: string };
  /** First 12 hex digits of the SHA-256 of the file. */
  readonly version: string;
  readonly sections: readonly Section[];
}

/** Something a knowledge editor should know about a file. */
export interface KnowledgeProblem {
  readonly severity: 'error' | 'warning';
  /** Relative to the knowledge root. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}
