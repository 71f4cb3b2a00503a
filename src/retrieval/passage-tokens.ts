import { joinRows } from '../numeric/row-products.ts';
import type { IndexedArticle, IndexedUnit } from './indexed-article.ts';

/** Longest passage the attention model reads, in tokens: a longer section is read around its best sentence. */
const MOST_TOKENS = 160;

/**
 * Token vectors of what one would read for an answer, row by row: the title, the heading, and the sentences of the
 * section next to the best one, as many as fit.
 *
 * @param sentence position in `entry.sentences`; -1 reads the title alone
 */
export function passageTokens(entry: IndexedArticle, sentence: number, dimensions: number): Float32Array {
  const best = entry.sentences[sentence];
  if (!best) return entry.title.vectors.tokens;
  const heading = entry.headings[best.unit.section];
  const head = heading ? [entry.title, heading] : [entry.title];
  const room = MOST_TOKENS - sizeOf(head, dimensions);
  const read = [...head, ...around(entry.sentences, sentence, room, dimensions)];
  return joinRows(read.map(({ vectors }) => vectors.tokens));
}

function around(sentences: readonly IndexedUnit[], best: number, room: number, dimensions: number): IndexedUnit[] {
  const chosen = [sentences[best]];
  const fits = (candidate: IndexedUnit | undefined): candidate is IndexedUnit =>
    candidate?.unit.section === sentences[best].unit.section && sizeOf([...chosen, candidate], dimensions) <= room;
  let [before, after] = [best - 1, best + 1];
  for (let grown = true; grown; ) {
    grown = false;
    if (fits(sentences[after])) {
      chosen.push(sentences[after++]);
      grown = true;
    }
    if (fits(sentences[before])) {
      chosen.unshift(sentences[before--]);
      grown = true;
    }
  }
  return chosen;
}

function sizeOf(units: readonly IndexedUnit[], dimensions: number): number {
  return units.reduce((sum, { vectors }) => sum + vectors.tokens.length / dimensions, 0);
}
