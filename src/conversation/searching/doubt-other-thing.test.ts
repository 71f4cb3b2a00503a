import { describe, expect, it } from 'vitest';
import type { SearchResult } from '../../retrieval/search-result.ts';
import { doubtOtherThing } from './doubt-other-thing.ts';

const passage = (article: string) => ({
  ...{ text: '', intents: [] },
  citation: { article, title: article, heading: '', version: '1' },
});
const finds = (best: string, other: string): SearchResult => ({
  ...{ probability: 0.8, passages: [passage(best)] },
  candidates: [best, other].map((article) => ({ article, title: article, score: 0.5 })),
});
/** Articles are named by the words of their ids. */
const vocabulary = {
  namesIn: (text: string) => text.split(' '),
  namesOf: (article: string) => new Set(article.split(' ')),
};
const doubt = (found: SearchResult, text: string) => doubtOtherThing(found, text, vocabulary);
const bees = finds('意蜂 蜂群', '中蜂');

describe('doubtOtherThing', () => {
  it('doubts an article on another thing of the kind that is named, and offers that first', () => {
    const found = doubt(bees, '中蜂 起卖');
    expect(found.probability).toBeLessThan(0.5);
    expect(found.candidates[0].article).toBe('中蜂');
  });

  it('leaves what is about the thing, or about something of another kind, and a thing that no article is about', () => {
    for (const text of ['意蜂 起卖', '中蜂 意蜂', '中蜂 跟意蜂放', '起卖', '熊蜂 起卖'])
      expect(doubt(bees, text)).toBe(bees);
    const washing = finds('洗涤', '毛巾');
    expect(doubt(washing, '毛巾 机洗')).toBe(washing);
    const numbers = finds('S2', 'S3');
    expect(doubt(numbers, 'S3')).toBe(numbers);
  });

  it('keeps two articles that show both', () => {
    const both = { probability: 0.9, passages: [passage('意蜂 蜂群'), passage('中蜂')] };
    expect(doubt({ ...bees, together: both }, '中蜂').together).toBe(both);
    const neither = { ...both, passages: [passage('意蜂 蜂群'), passage('蜂箱')] };
    expect(doubt({ ...bees, together: neither }, '中蜂').together).toBeUndefined();
  });
});
