import type { HelpTopic } from './ports/help-topics.ts';
import type { Article } from './retrieval/article.ts';
import type { KnowledgeIndex } from './retrieval/knowledge-index.ts';

/** What a list of questions needs of an article. */
export function helpTopic({ id, title, language, questions, tags }: Article): HelpTopic {
  return { article: id, title, language, questions, tags };
}

/**
 * The topics of the knowledge in service, made anew for each generation and each day only: they are asked for at every
 * key that a customer presses.
 */
export function helpTopicsOf(
  current: () => KnowledgeIndex | undefined,
  today: () => string,
): () => readonly HelpTopic[] {
  let made: { readonly index: KnowledgeIndex; readonly day: string; readonly topics: readonly HelpTopic[] } | undefined;
  return () => {
    const index = current();
    if (!index) return [];
    const day = today();
    if (made?.index !== index || made.day !== day) made = { index, day, topics: index.served(day).map(helpTopic) };
    return made.topics;
  };
}
