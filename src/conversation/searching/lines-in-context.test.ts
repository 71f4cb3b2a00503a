import { expect, it } from 'vitest';
import type { ArticleLine } from '../../retrieval/search-result.ts';
import { linesInContext } from './lines-in-context.ts';

/** Two lines, the first near to what holds 毛衣, the second to what holds 羽绒服. */
const linesOf = async (article: string, text: string): Promise<ArticleLine[]> =>
  ['毛衣', '羽绒服'].map((thing, section) => ({
    ...{ section, heading: article, text: thing },
    nearness: text.includes(thing) ? 1 : 0,
  }));
const nearness = async (text: string, before?: string, shown = ['洗护']) =>
  (await linesInContext('洗护', { text, before, shown, language: 'zh' }, linesOf)).map((line) => line.nearness);

it('takes a message by itself where nothing was asked before', async () => {
  expect(await nearness('羽绒服多少钱')).toEqual([0, 1]);
});

it('takes half of what the message says with the question before it', async () => {
  expect(await nearness('可以放洗衣机里洗吗', '毛衣多少钱')).toEqual([0.5, 0]);
  expect(await nearness('羽绒服可以机洗吗', '毛衣多少钱')).toEqual([0.5, 1]);
});

it('asks the former question of another thing where only that is named', async () => {
  expect(await nearness('羽绒服呢', '毛衣多少钱')).toEqual([0, 1]);
});

it('leaves out the question before where that was answered by another article', async () => {
  expect(await nearness('可以放洗衣机里洗吗', '毛衣多少钱', ['价格'])).toEqual([0, 0]);
});
