import { describe, expect, it } from 'vitest';
import type { Article } from './article.ts';
import { AT_A_GLANCE, isShort, PASSAGE_BUDGET, partsOf, showPassage } from './show-passage.ts';

/** An English article of sections of so many characters each, an opening first. */
function article(...lengths: number[]): Article {
  return {
    id: 'returns',
    title: 'Returns',
    language: 'en',
    questions: [],
    intents: [],
    tags: [],
    sections: lengths.map((length, at) => ({
      heading: at === 0 ? '' : `Part ${at}`,
      text: String(at).repeat(length),
      sentences: [],
    })),
    version: '000000000000',
  };
}
const partsShown = (one: Article, answering: readonly number[], room?: number) => [
  ...new Set(showPassage(one, answering, room).text.replace(/Part \d|\n/g, '')),
];

describe('partsOf', () => {
  it('names the headed parts of an article that is not shown whole, from two on', () => {
    expect(partsOf(article(100, 300, 300))).toEqual(['Part 1', 'Part 2']);
    expect(partsOf(article(100, 600))).toBeUndefined();
    expect(partsOf(article(50, 100, 100))).toBeUndefined();
  });
});

describe('showPassage', () => {
  it('shows a short article whole, in its own order', () => {
    const short = article(100, 100, 100);
    expect(isShort(short)).toBe(true);
    expect(partsShown(short, [2])).toEqual(['0', '1', '2']);
    expect(showPassage(short, [2]).isPart).toBeUndefined();
    expect(isShort(article(100, AT_A_GLANCE.en))).toBe(false);
  });

  it('shows of a longer one the sections that answer, the likeliest first, and says that they are a part', () => {
    const long = article(100, 200, 200, 200, 200);
    expect(partsShown(long, [4, 3, 1])).toEqual(['4', '1', '3']);
    expect(showPassage(long, [4, 3, 1])).toMatchObject({
      isPart: true,
      citation: { article: 'returns', heading: 'Part 4' },
    });
    expect(showPassage(long, [4]).articleText).toContain('Part 1\n1');
  });

  it('sets sections apart, and an opening that is not the likeliest at the end', () => {
    const { text } = showPassage(article(3, 300, 300, 1), [3, 0]);
    expect(text).toBe('Part 3\n3\n\n000');
    expect(showPassage(article(3, 300, 300, 1), [0, 3]).text).toBe('000\n\nPart 3\n3');
    expect(partsShown(article(3, 300, 300, 1), [3, 1, 0])).toEqual(['3', '1']);
  });

  it('shows the article in its own order where all of it answers', () => {
    const { text, isPart } = showPassage(article(100, 200, 200), [2, 0, 1]);
    expect([...new Set(text.replace(/Part \d|\n/g, ''))]).toEqual(['0', '1', '2']);
    expect(isPart).toBeUndefined();
  });

  it('passes over what does not fit', () => {
    expect(partsShown(article(100, 900, 200, 300), [3, 1, 2])).toEqual(['3', '2']);
    expect(partsShown(article(100, 400, 400, 400), [1, 2, 3], 0.75)).toEqual(['1']);
  });

  it('shows the likeliest section alone when that takes all the room, however long it is', () => {
    expect(partsShown(article(100, 2 * PASSAGE_BUDGET.en), [1, 0])).toEqual(['1']);
  });

  it('shows of a page of questions the one that is asked', () => {
    const page = article(0, 100, 100, 100);
    const sections = page.sections.slice(1).map((section) => ({ ...section, isQuestion: true as const }));
    expect(showPassage({ ...page, sections }, [1]).text).toBe(`Part 2\n${'2'.repeat(100)}`);
  });
});
