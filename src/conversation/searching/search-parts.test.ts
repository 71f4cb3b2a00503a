import { describe, expect, it } from 'vitest';
import type { SearchResult } from '../../retrieval/search-result.ts';
import { joinParts, searchParts } from './search-parts.ts';

const found = (article: string, probability: number): SearchResult => ({
  probability,
  passages: [{ text: article, citation: { article, title: article, heading: '', version: 'v' }, intents: [] }],
  candidates: [{ article, score: probability, title: article }],
});
const whole = (article: string, probability: number) => ({ ...found(article, probability), byItself: probability });
const part = (text: string, article: string, probability: number) => ({
  part: text,
  found: found(article, probability),
});
const shown = ({ passages }: SearchResult) => passages.map(({ text }) => text);

describe('what a message with several questions finds', () => {
  it('is what its questions find, in their order, where the whole finds none of it or one of it', () => {
    for (const all of [whole('b', 0.4), whole('b', 0.8)]) {
      const joined = joinParts(all, [part('one', 'a', 0.9), part('two', 'b', 0.7)], { apart: true, line: 0.68 });
      expect(shown(joined)).toEqual(['a', 'b']);
      expect(joined).toMatchObject({ probability: 0.9, byItself: 0.9, unanswered: [] });
    }
  });

  it('names the questions that nothing answers', () => {
    const joined = joinParts(whole('c', 0.2), [part('one', 'a', 0.9), part('two', 'b', 0.3)], {
      apart: true,
      line: 0.68,
    });
    expect(shown(joined)).toEqual(['a']);
    expect(joined.unanswered).toEqual(['two']);
  });

  it('is nothing where a part of a sentence finds nothing, unless the whole does', () => {
    const inOne = { apart: false, line: 0.68 };
    const [one, two] = [part('one', 'a', 0.9), part('two', 'b', 0.3)];
    expect(shown(joinParts(whole('c', 0.2), [one, two], inOne))).toEqual(['c']);
    expect(joinParts(whole('c', 0.2), [one, two], inOne).probability).toBe(0.2);
    expect(shown(joinParts(whole('c', 0.2), [one, part('two', 'a', 0.7)], inOne))).toEqual(['a']);
    expect(shown(joinParts(whole('a', 0.8), [one, part('two', 'b', 0.7)], inOne))).toEqual(['a', 'b']);
  });

  it('is what the whole finds where no question finds more', () => {
    const one = whole('a', 0.9);
    const same = [part('one', 'a', 0.8), part('two', 'a', 0.7)];
    const less = [part('one', 'a', 0.8), part('two', 'b', 0.3)];
    const other = [part('one', 'b', 0.8), part('two', 'c', 0.7)];
    for (const parts of [[], same, less, other])
      expect(joinParts(one, parts, { apart: true, line: 0.68 })).toEqual({ ...one, unanswered: [] });
    const nothing = joinParts(whole('a', 0.3), [part('one', 'a', 0.5), part('two', 'b', 0.6)], {
      apart: true,
      line: 0.68,
    });
    expect(nothing).toMatchObject({ probability: 0.3, unanswered: [] });
  });
});

describe('the searches', () => {
  it('carry what the first question is about to those that name nothing', async () => {
    const asked: string[] = [];
    const search = async (text: string) => {
      asked.push(text);
      return found(text, 0.9);
    };
    await searchParts({ parts: ['毛毯有哪些颜色？', '多重？', '能开发票吗？'] }, 'zh', search);
    expect(asked).toEqual(['毛毯有哪些颜色？', '多重？', '毛毯多重？', '能开发票吗？', '毛毯能开发票吗？']);
    asked.length = 0;
    await searchParts({ parts: ['how do I wash the jacket', 'is it warm', 'who pays return shipping'] }, 'en', search);
    expect(asked).toEqual(['how do I wash the jacket', 'jacket: is it warm', 'who pays return shipping']);
  });
});
