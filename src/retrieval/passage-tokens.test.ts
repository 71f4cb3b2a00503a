import { describe, expect, it } from 'vitest';
import type { Article } from './article.ts';
import type { IndexedArticle, IndexedUnit } from './indexed-article.ts';
import { passageTokens } from './passage-tokens.ts';

/** A unit with one-dimensional token vectors. */
function unit(section: number, ...tokens: number[]): IndexedUnit {
  const vectors = { sentence: new Float32Array(), context: new Float32Array(), tokens: Float32Array.from(tokens) };
  return { unit: { section, kind: 'sentence', text: '' }, vectors, terms: new Set() };
}

const entry: IndexedArticle = {
  article: {} as Article,
  title: unit(-1, 1),
  questions: [unit(-1, 99)],
  headings: [undefined, unit(1, 2)],
  sentences: [unit(0, 10, 11), unit(1, 20), unit(1, 21), unit(1, 22)],
  units: [],
  intents: new Map(),
  terms: new Map(),
};

describe('passageTokens', () => {
  it('reads title, heading and the whole section of the sentence', () => {
    expect([...passageTokens(entry, 2, 1)]).toEqual([1, 2, 20, 21, 22]);
    expect([...passageTokens(entry, 0, 1)]).toEqual([1, 10, 11]);
  });

  it('reads the title alone without a sentence', () => {
    expect([...passageTokens(entry, -1, 1)]).toEqual([1]);
  });

  it('reads around the sentence when the section is too long', () => {
    const long = Array.from({ length: 100 }, (_, at) => unit(0, ...new Array<number>(10).fill(at)));
    const tokens = passageTokens({ ...entry, headings: [undefined], sentences: long }, 50, 1);
    expect(tokens.length).toBeLessThanOrEqual(160);
    expect(tokens.length).toBeGreaterThan(140);
    expect(tokens).toContain(50);
    expect(tokens).not.toContain(0);
  });
});
