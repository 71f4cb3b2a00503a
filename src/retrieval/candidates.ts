import { dot } from '../numeric/dot.ts';
import { nearestRows } from '../numeric/nearest-rows.ts';
import type { LanguageIndex } from './language-index.ts';
import type { Query } from './query.ts';
import type { Gist } from './question-memory.ts';

/** Neighbours looked at by each vector search; several usually belong to one article. */
const NEIGHBOURS = 48;
/** Articles described in full: more would cost time and hardly ever win. */
export const MOST_CANDIDATES = 12;
const MOST_LEXICAL = 5;
const MOST_RECALLED = 5;

/**
 * Articles worth a close look: nearest by either vector of the question, lexical finds, and those that resemble what
 * answered others who asked like this, each source in its own order and taken in turn. A source that knows nothing adds nothing.
 *
 * @returns positions in the index, at most 12
 */
export function findCandidates(query: Query, index: LanguageIndex): number[] {
  const nearest = (vector: Float32Array) =>
    index.vectors.search(vector, NEIGHBOURS).map(({ position }) => index.articleOfPosition[position]);
  const lexical = index.lexical.search(query.terms, MOST_LEXICAL).map(({ document }) => document);
  const sources = [nearest(query.sentence), nearest(query.instructed), lexical, recalled(query, index)];
  const distinct = sources.map((source) => [...new Set(source)]);
  const found = new Set<number>();
  for (let rank = 0; rank < MOST_CANDIDATES && found.size < MOST_CANDIDATES; rank += 1) {
    for (const source of distinct) {
      if (source[rank] !== undefined && found.size < MOST_CANDIDATES) found.add(source[rank]);
    }
  }
  return [...found];
}

/** Positions of the articles most like those that answered similar messages. */
function recalled({ recollection }: Query, { articles }: LanguageIndex): number[] {
  if (!recollection) return [];
  const likeness = Float32Array.from(articles, ({ gist }) => (gist ? likenessTo(recollection.gist, gist) : 0));
  return nearestRows(likeness, MOST_RECALLED, (position) => likeness[position] > 0);
}

function likenessTo(one: Gist, other: Gist): number {
  return dot(one.title, other.title) + dot(one.text, other.text);
}
