import { describe, expect, it } from 'vitest';
import { pairTokens } from './pair-tokens.js';

/** A token a character, its code the id; `[` opens and `|` separates. */
const encode = (text: string) => [...text].map((character) => character.codePointAt(0) ?? 0);
const marks = { opening: 91, separator: 124 };
const limits = { question: 8, passage: 30 };
const shown = ({ ids }: { ids: number[] }) => String.fromCodePoint(...ids);
const sections = (best: number, ...sentences: string[]) => ({ title: 'T', sentences, best });

describe('pairTokens', () => {
  it('lays question, title, heading, sample question and sentences out as they were in training', () => {
    const passage = { ...sections(0, 'one.', 'two.'), heading: 'H', sampleQuestion: 'why?' };
    const pair = pairTokens(encode, 'who', passage, limits, marks);
    expect(shown(pair)).toBe('[who|T|H|why?|one.two.|');
    expect(shown({ ids: pair.ids.slice(0, pair.asked) })).toBe('[who|');
  });

  it('reads an article that is its title', () => {
    expect(shown(pairTokens(encode, 'who', sections(-1), limits, marks))).toBe('[who|T|');
  });

  it('keeps the two ends of a long question', () => {
    expect(shown(pairTokens(encode, 'abcdefghijkl', sections(-1), limits, marks))).toBe('[abcdijkl|T|');
  });

  it('reads a long section around its best sentence, what follows it first', () => {
    const passage = sections(2, 'a'.repeat(10), 'b'.repeat(10), 'c'.repeat(10), 'd'.repeat(10), 'e'.repeat(10));
    expect(shown(pairTokens(encode, '?', passage, limits, marks))).toBe(`[?|T|${'c'.repeat(10)}${'d'.repeat(10)}|`);
  });

  it('cuts a sentence that is too long by itself', () => {
    expect(pairTokens(encode, '?', sections(0, 'x'.repeat(99)), limits, marks).ids).toHaveLength(3 + 30 + 1);
  });
});
