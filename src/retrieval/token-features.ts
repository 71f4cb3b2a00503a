import { rowProducts } from '../numeric/row-products.ts';
import type { IndexedArticle, IndexedUnit } from './indexed-article.ts';
import type { Query } from './query.ts';
import { meanColumnMatch, raiseTokenMatches, type TokenCoverage, tokenCoverage } from './token-match.ts';

/** Late interaction of a question with one article. */
export interface TokenFeatures {
  /** With everything the article says but its sample questions. */
  readonly article: TokenCoverage;
  /** With its best sentence, under title and heading. */
  readonly passage: TokenCoverage;
  /** Average coverage by the title alone, 0 to 1. */
  readonly title: number;
  /** How much of the best sentence the question speaks of: low when it is mostly about something else. */
  readonly asked: number;
}

/** Compares each token of a question with all of an article. Pure. @param dimensions of a token vector */
export function tokenFeatures(query: Query, entry: IndexedArticle, dimensions: number): TokenFeatures {
  const { tokenWeights } = query;
  const headed = entry.headings.flatMap((heading) => heading ?? []);
  const units = [entry.title, ...headed, ...entry.sentences];
  const columns = new Map<IndexedUnit, readonly [start: number, end: number]>();
  let width = 0;
  for (const unit of units) {
    const end = width + unit.vectors.tokens.length / dimensions;
    columns.set(unit, [width, end]);
    width = end;
  }
  const passages = units.map(({ vectors }) => vectors.tokens);
  const similar = { rows: rowProducts(query.tokens, passages, dimensions), width };
  const columnsOf = (unit: IndexedUnit) => columns.get(unit) ?? ([0, 0] as const);
  const matchesOf = (unit: IndexedUnit | undefined) => {
    const matches = new Float32Array(tokenWeights.length);
    if (unit) raiseTokenMatches(matches, similar, ...columnsOf(unit));
    return matches;
  };
  const title = matchesOf(entry.title);
  const headings = entry.headings.map(matchesOf);
  const whole = title.slice();
  for (const matches of headings) raise(whole, matches);
  let passage = tokenCoverage(title, tokenWeights);
  let asked = 0;
  for (const sentence of entry.sentences) {
    const matches = matchesOf(sentence);
    raise(whole, matches);
    raise(matches, title);
    raise(matches, headings[sentence.unit.section]);
    const coverage = tokenCoverage(matches, tokenWeights);
    if (coverage.average <= passage.average) continue;
    passage = coverage;
    asked = meanColumnMatch(similar, ...columnsOf(sentence));
  }
  return {
    article: tokenCoverage(whole, tokenWeights),
    passage,
    title: tokenCoverage(title, tokenWeights).average,
    asked,
  };
}

function raise(target: Float32Array, other: Float32Array): void {
  for (let token = 0; token < target.length; token += 1) if (other[token] > target[token]) target[token] = other[token];
}
