import { expect, it } from 'vitest';
import type { HelpTopic } from '../ports/help-topics.ts';
import { searchTitles } from './search-titles.ts';

const topics: HelpTopic[] = [
  { article: 'zh/refund', title: '退款多久到账？', language: 'zh', questions: ['钱什么时候回来'], tags: [] },
  { article: 'zh/freight', title: '退货运费谁出？', language: 'zh', questions: ['邮费谁承担'], tags: [] },
  { article: 'zh/fee', title: '运费多少，满多少包邮？', language: 'zh', questions: [], tags: [] },
  { article: 'en/fee', title: 'How much is shipping, and when is it free?', language: 'en', questions: [], tags: [] },
  { article: 'en/refund', title: 'When will I get my refund?', language: 'en', questions: ['money back'], tags: [] },
];
const found = (text: string, language: 'zh' | 'en' = 'zh') =>
  searchTitles(topics, text, language, 6).map(({ article }) => article);

it('finds by what has been typed so far, traditional and full-width forms too', () => {
  expect(found('运费')).toEqual(['zh/freight', 'zh/fee']);
  expect(found('退货运费')[0]).toBe('zh/freight');
  expect(found('退貨運費')[0]).toBe('zh/freight');
  expect(found('请问退款要多久')).toEqual(['zh/refund']);
  expect(found('ship', 'en')).toEqual(['en/fee']);
  expect(found('when do I get my REF', 'en')).toEqual(['en/refund']);
});

it('finds by a sample question and shows the title', () => {
  expect(searchTitles(topics, '邮费谁承担', 'zh', 6)).toEqual([{ article: 'zh/freight', title: '退货运费谁出？' }]);
});

it('finds nothing for nothing, for fillers and for other matters', () => {
  for (const text of ['', ' ', '吗', '请问', '你们老板是谁呀今天天气']) expect(found(text)).toEqual([]);
  expect(found('the', 'en')).toEqual([]);
  expect(found('运费', 'en')).toEqual([]);
});

it('shows no more than asked for', () => {
  expect(searchTitles(topics, '运费', 'zh', 1)).toHaveLength(1);
});
