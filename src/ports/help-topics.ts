import type { Language } from '../domain/understanding.ts';

/** An article as a list of questions shows it. */
export interface HelpTopic {
  /** The article's id: its path in the knowledge folder without `.md`. */
  readonly article: string;
  readonly title: string;
  readonly language: Language;
  /** Further phrasings of the title; never shown, but found. */
  readonly questions: readonly string[];
  readonly tags: readonly string[];
}

/** What the knowledge in service can be asked about. */
export interface HelpTopics {
  /** The articles that are served today, sorted by id; empty while the knowledge is still being loaded. */
  topics(): readonly HelpTopic[];
}
