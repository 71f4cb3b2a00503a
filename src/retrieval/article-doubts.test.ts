import { describe, expect, it } from 'vitest';
import type { Article } from './article.ts';
import { articleDoubts } from './article-doubts.ts';
import { bareArticle } from './bare-article.ts';

const article = (id: string, fields: Partial<Article> = {}): Article => ({
  ...bareArticle(id, 'How to return', 'en'),
  ...fields,
});
const messages = (articles: readonly Article[], intents?: ReadonlySet<string>) =>
  articleDoubts(articles, intents, '2026-10-31').map(({ article: id, message }) => `${id}: ${message}`);

describe('articleDoubts', () => {
  it('lets articles of two languages, or of two times, bear one title', () => {
    expect(messages([article('a'), article('b', { language: 'zh' })])).toEqual([]);
    const [before, after] = [{ effective: { to: '2026-10-31' } }, { effective: { from: '2026-11-01' } }];
    expect(messages([article('a', before), article('b', after)])).toEqual([]);
    expect(messages([article('a', before), article('b', { effective: { from: '2026-10-31' } })])).toHaveLength(1);
  });

  it('takes a question that stands twice in one article for no doubt', () => {
    expect(messages([article('a', { questions: ['Can I return?', 'can i return'] })])).toEqual([]);
  });

  it('knows of an intent only when the intents are known', () => {
    expect(messages([article('a', { intents: ['nothing'] })])).toEqual([]);
    expect(messages([article('a', { intents: ['nothing', 'returns'] })], new Set(['returns']))).toEqual([
      'a: there is no intent nothing',
    ]);
  });

  it('takes an article for served on its last day', () => {
    expect(messages([article('a', { effective: { to: '2026-10-31' } })])).toEqual([]);
    expect(messages([article('a', { effective: { to: '2026-10-30' } })])).toHaveLength(1);
  });
});
