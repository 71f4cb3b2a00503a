import { describe, expect, it } from 'vitest';
import { findCandidates } from './candidates.ts';
import type { LanguageIndex } from './language-index.ts';
import { LexicalIndex } from './lexical-index.ts';
import type { Query } from './query.ts';

const gist = (value: number) => ({ title: Float32Array.of(value, 0, 0, 0), text: Float32Array.of(0, value, 0, 0) });

/** Four articles, one vector each; the nearest to whatever is searched are the first and the second. */
const index = {
  articles: [{ gist: gist(0.1) }, {}, { gist: gist(0.2) }, { gist: gist(0.9) }],
  lexical: new LexicalIndex([[], [], [], []]),
  vectors: { search: () => [0, 1].map((position) => ({ position, similarity: 0.5 })) },
  articleOfPosition: [0, 1, 2, 3],
} as unknown as LanguageIndex;
const asked = { terms: [], sentence: Float32Array.of(1), instructed: Float32Array.of(1) } as unknown as Query;

describe('findCandidates', () => {
  it('finds what is near', () => {
    expect(findCandidates(asked, index)).toEqual([0, 1]);
  });

  it('finds also what resembles the articles that answered others who asked like this', () => {
    const recollection = { gist: gist(1), nearest: 0.8, unanswered: 0 };
    expect(findCandidates({ ...asked, recollection }, index)).toEqual([0, 3, 1, 2]);
  });

  it('adds nothing that resembles them in nothing, as bare questions do', () => {
    const bare = { ...index, articles: [{}, {}, {}, {}] } as unknown as LanguageIndex;
    const recollection = { gist: gist(1), nearest: 0.8, unanswered: 0 };
    expect(findCandidates({ ...asked, recollection }, bare)).toEqual([0, 1]);
  });
});
