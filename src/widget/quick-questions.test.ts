import { expect, it } from 'vitest';
import type { HelpTopic } from '../ports/help-topics.ts';
import { missingArticles, quickQuestions } from './quick-questions.ts';

const topic = (article: string, title: string, tags: string[] = []): HelpTopic => ({
  ...{ article, title, tags, questions: [] },
  language: article.startsWith('en/') ? 'en' : 'zh',
});

it('offers what the shop has chosen, in its order and in the language asked for', () => {
  const topics = [topic('zh/a', '退款多久到账？'), topic('zh/b', '怎么退货？'), topic('en/a', 'When is my refund?')];
  const settings = {
    categories: [
      { name: { zh: '退货', en: 'Returns' }, articles: ['zh/b', 'zh/a', 'en/a', 'zh/gone'] },
      { name: { zh: '发货' }, articles: ['zh/c'] },
    ],
  };
  expect(quickQuestions(topics, 'zh', settings)).toEqual([
    { name: '退货', questions: ['怎么退货？', '退款多久到账？'] },
  ]);
  expect(quickQuestions(topics, 'en', settings)).toEqual([{ name: 'Returns', questions: ['When is my refund?'] }]);
  expect(missingArticles(topics, settings)).toEqual([
    { article: 'zh/gone', path: ['categories', 0, 'articles', 3] },
    { article: 'zh/c', path: ['categories', 1, 'articles', 0] },
  ]);
});

it('groups by folder, else by the first tag, else puts all together, largest first and eight at most', () => {
  const folders = [topic('faq/shipping/a', '一'), topic('faq/returns/a', '二'), topic('faq/returns/b', '三')];
  expect(quickQuestions(folders, 'zh').map(({ name }) => name)).toEqual(['returns', 'shipping']);
  const tagged = [topic('zh/a', '一', ['物流', '快递']), topic('b', '二')];
  expect(quickQuestions(tagged, 'zh').map(({ name }) => name)).toEqual(['物流', '常见问题']);
  const many = Array.from({ length: 20 }, (_, index) => topic(`a${index}`, `问题 ${index}`));
  expect(quickQuestions(many, 'zh')[0].questions).toHaveLength(8);
});
