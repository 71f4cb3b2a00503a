import { describe, expect, it } from 'vitest';
import { type LinearModel, rankMatches } from './answer-model.ts';
import { type ArticleMatch, MATCH_FEATURES } from './match-features.ts';

const feature = (name: (typeof MATCH_FEATURES)[number]) => MATCH_FEATURES.indexOf(name);

function match(position: number, title: number, bm25: number, hasBody: number): ArticleMatch {
  const features = new Float64Array(MATCH_FEATURES.length);
  features[feature('title')] = title;
  features[feature('bm25')] = bm25;
  for (const name of ['sentence', 'twoSentences', 'centroid'] as const) features[feature(name)] = title + hasBody / 10;
  return { position, features, bestSection: 0, bestSentence: -1 };
}

/** Looks at BM25 alone. */
const byWords: LinearModel = {
  mean: MATCH_FEATURES.map(() => 0),
  scale: MATCH_FEATURES.map(() => 1),
  weights: MATCH_FEATURES.map((name) => (name === 'bm25' ? 1 : 0)),
  intercept: 0,
};
const order = (matches: readonly ArticleMatch[]) => rankMatches(matches, byWords).map(({ position }) => position);

describe('rankMatches', () => {
  it('orders articles by the rank model', () => {
    expect(order([match(0, 0.9, 1, 1), match(1, 0.5, 3, 1)])).toEqual([1, 0]);
  });

  it('orders a bare list of questions by their cosine', () => {
    expect(order([match(0, 0.9, 1, 0), match(1, 0.5, 3, 0)])).toEqual([0, 1]);
  });

  it('still takes it for one when a question in it has two sentences', () => {
    expect(order([match(0, 0.9, 1, 0), match(1, 0.5, 3, 1), match(2, 0.4, 2, 0)])).toEqual([0, 1, 2]);
  });

  it('takes a list that is articles for a good part for articles', () => {
    expect(order([match(0, 0.9, 1, 0), match(1, 0.5, 3, 1)])).toEqual([1, 0]);
  });
});
