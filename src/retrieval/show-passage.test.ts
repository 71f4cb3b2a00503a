import { describe, expect, it } from 'vitest';
import type { Article } from './article.ts';
import { PASSAGE_BUDGET, showPassage } from './show-passage.ts';

/** An English article of sections of so many characters each. */
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
const partsShown = (one: Article, best: number, room?: number) => [
  ...new Set(showPassage(one, best, room).text.replace(/Part \d|[\n…]/g, '')),
];

describe('showPassage', () => {
  it('shows a short article whole, in its own order', () => {
    expect(partsShown(article(100, 200, 300), 2)).toEqual(['0', '1', '2']);
  });

  it('shows the opening and the best section of a long one', () => {
    expect(partsShown(article(100, 700, 300), 2)).toEqual(['0', '2']);
    expect(showPassage(article(100, 700, 300), 2).citation).toMatchObject({ article: 'returns', heading: 'Part 2' });
  });

  it('fills the room with what is nearest to the best section, and passes over what is too long', () => {
    expect(partsShown(article(100, 400, 200, 100, 300, 200), 3)).toEqual(['0', '2', '3', '4', '5']);
    expect(partsShown(article(100, 900, 200, 300), 2)).toEqual(['0', '2', '3']);
  });

  it('marks where sections are left out, once a gap', () => {
    const { text } = showPassage(article(1, 999, 999, 1, 1, 2, 999, 999), 5);
    expect(text).toBe('0\n…\nPart 3\n3\nPart 4\n4\nPart 5\n55\n…');
    expect(showPassage(article(1, 2, 3), 1).text).not.toContain('…');
    expect(showPassage({ ...article(900, 900), language: 'zh' }, 1).text).toMatch(/^……\nPart 1\n/);
  });

  it('shows the best section alone when that takes all the room, however long it is', () => {
    expect(partsShown(article(100, PASSAGE_BUDGET.en), 1)).toEqual(['1']);
    expect(partsShown(article(100, 2 * PASSAGE_BUDGET.en), 1)).toEqual(['1']);
  });

  it('shows less where there is less room', () => {
    expect(partsShown(article(100, 300, 400), 1, 0.75)).toEqual(['0', '1']);
    expect(partsShown(article(100, 300, 300), 1, 0.75)).toEqual(['0', '1', '2']);
  });

  it('shows of a page of questions the one that is asked', () => {
    const page = article(0, 100, 100, 100);
    const sections = page.sections.slice(1).map((section) => ({ ...section, isQuestion: true as const }));
    expect(showPassage({ ...page, sections }, 1).text).toBe(`Part 2\n${'2'.repeat(100)}`);
  });
});
