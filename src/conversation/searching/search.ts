import type { SearchResult } from '../../retrieval/search-result.ts';

/** Searches the knowledge of the turn's language and day. */
export type Search = (text: string) => Promise<SearchResult>;
