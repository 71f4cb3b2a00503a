import { expect, it } from 'vitest';
import { matchQuickReplies, replaceSpan, slashWordAt } from './quick-replies.ts';

const REPLIES = [
  { code: 'sorry', title: '致歉', text: '非常抱歉给您带来不便' },
  { code: 'so', title: 'Shipped', text: 'Your parcel is on its way' },
  { code: 'refund', title: '退款时效', text: '退款 3 个工作日到账，抱歉久等' },
];

it('finds the code under the caret, and not a slash inside a word', () => {
  expect(slashWordAt('/so', 3)).toEqual({ start: 0, end: 3, query: 'so' });
  expect(slashWordAt('您好 /退', 5)).toEqual({ start: 3, end: 5, query: '退' });
  expect(slashWordAt('/', 1)).toEqual({ start: 0, end: 1, query: '' });
  expect(slashWordAt('and/or', 6)).toBeUndefined();
  expect(slashWordAt('/so there', 9)).toBeUndefined();
});

it('ranks code before title before text', () => {
  expect(matchQuickReplies(REPLIES, 'SO').map(({ code }) => code)).toEqual(['sorry', 'so']);
  expect(matchQuickReplies(REPLIES, '抱歉').map(({ code }) => code)).toEqual(['sorry', 'refund']);
  expect(matchQuickReplies(REPLIES, '退款').map(({ code }) => code)).toEqual(['refund']);
  expect(matchQuickReplies(REPLIES, '').length).toBe(3);
  expect(matchQuickReplies(REPLIES, 'zzz')).toEqual([]);
});

it('puts the text where the code was', () => {
  expect(replaceSpan('a /so b', { start: 2, end: 5 }, '好')).toEqual({ text: 'a 好 b', caret: 3 });
});
