import { describe, expect, it } from 'vitest';
import { rankByLikeness, rankMatches } from './answer-model.ts';
import type { LinearModel } from './linear-model.ts';
import { type ArticleMatch, MATCH_FEATURES } from './match-features.ts';

const feature = (name: (typeof MATCH_FEATURES)[number]) => MATCH_FEATURES.indexOf(name);

function match(position: number, bm25: number): ArticleMatch {
  const features = new Float64Array(MATCH_FEATURES.length);
  features[feature('bm25')] = bm25;
  return { position, features, bestSection: 0, bestSentence: -1 };
}

/** Looks at BM25 alone. */
const byWords: LinearModel = {
  mean: MATCH_FEATURES.map(() => 0),
  scale: MATCH_FEATURES.map(() => 1),
  weights: MATCH_FEATURES.map((name) => (name === 'bm25' ? 1 : 0)),
  intercept: 0,
};
const positions = (matches: readonly ArticleMatch[]) => matches.map(({ position }) => position);

describe('rankMatches', () => {
  it('orders articles by the rank model', () => {
    expect(positions(rankMatches([match(0, 1), match(1, 3)], byWords))).toEqual([1, 0]);
  });
});

describe('rankByLikeness', () => {
  it('orders the entries of a list of questions by how far they ask the same', () => {
    const likeness = new Map([
      [0, 0.4],
      [1, 0.3],
      [2, 0.5],
    ]);
    expect(positions(rankByLikeness([match(0, 1), match(1, 3), match(2, 2)], likeness))).toEqual([2, 0, 1]);
  });
});
