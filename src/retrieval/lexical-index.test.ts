import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LexicalIndex } from './lexical-index.ts';

const documents = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 8 }), { maxLength: 8 });
const query = fc.array(fc.constantFrom('a', 'b', 'c', 'x'), { maxLength: 4 });

describe('LexicalIndex', () => {
  it('ranks as scoring every document one by one would', () => {
    fc.assert(
      fc.property(documents, query, (texts, terms) => {
        const index = new LexicalIndex(texts);
        const distinct = new Set(terms);
        const expected = texts
          .map((_, document) => ({ document, score: index.score(document, distinct) }))
          .filter(({ score }) => score > 0)
          .sort((a, b) => b.score - a.score || a.document - b.document);
        expect(index.search(terms, 10)).toEqual(expected);
      }),
    );
  });

  it('weighs rare terms more and repeats less and less', () => {
    const index = new LexicalIndex([['rare', 'common'], ['common', 'common'], ['common']]);
    expect(index.inverseDocumentFrequency('rare')).toBeGreaterThan(index.inverseDocumentFrequency('common'));
    expect(index.score(1, ['common'])).toBeLessThan(2 * index.score(2, ['common']));
  });

  it('finds nothing for terms nobody uses', () => {
    expect(new LexicalIndex([['a']]).search(['x'], 3)).toEqual([]);
  });
});
