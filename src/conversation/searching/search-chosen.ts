import type { SearchResult } from '../../retrieval/search-result.ts';
import type { Search } from './search.ts';

/**
 * The article that was chosen, at the part that the question which it was offered for asks about: its title would find what it
 * begins with.
 */
export async function searchChosen(title: string, question: string | undefined, search: Search): Promise<SearchResult> {
  const texts = question === undefined ? [title] : [title, question, `${title} ${question}`];
  const [found, ...asked] = await Promise.all(texts.map(search));
  const chosen = found.passages[0]?.citation.article;
  const passage = asked
    .flatMap(({ passages, together }) => [...passages, ...(together?.passages ?? [])])
    .find(({ citation }) => citation.article === chosen);
  return passage ? { ...found, passages: [passage] } : found;
}

/** All that were chosen together, each at that part; as likely as the least likely of them. */
export async function searchAll(
  titles: readonly string[],
  question: string | undefined,
  search: Search,
): Promise<SearchResult> {
  const found = await Promise.all(titles.map((title) => searchChosen(title, question, search)));
  return {
    probability: Math.min(...found.map(({ probability }) => probability)),
    passages: found.flatMap(({ passages }) => passages.slice(0, 1)),
    candidates: found.flatMap(({ candidates }) => candidates.slice(0, 1)),
  };
}
