import { describe, expect, it } from 'vitest';
import type { PastTurn } from '../domain/conversation.ts';
import { insistsOnMoney } from './insists-on-money.ts';

const shown = (action: PastTurn['action'], text = '退款多久到账 / how do refunds work'): PastTurn => ({
  ...{ text, action, reply: '…', intents: [], citations: [], at: 0 },
  sentiment: { label: 'neutral', score: 0, signals: [] },
});
const insists = (text: string, turns = [shown('answer')]) =>
  insistsOnMoney(turns, text, /\p{Script=Han}/u.test(text) ? 'zh' : 'en');

describe('insistsOnMoney', () => {
  it.each([
    '我要退款！',
    '退钱',
    '没到啊 你们到底退不退',
    '赶紧把钱退给我',
    'I want my money back',
    'just refund me',
    'give me my money now!',
  ])('hears %s after a page on refunds', (text) => {
    expect(insists(text)).toBe(true);
  });

  it.each([
    '我要退款怎么操作',
    '退款要多久',
    '我要退货',
    'how do i get my money back',
    'i want a refund for the mug only',
    'do i get my money back',
  ])('leaves %s', (text) => {
    expect(insists(text)).toBe(false);
  });

  it('takes the first demand for a question, and one behind a page on something else', () => {
    expect(insists('我要退款', [])).toBe(false);
    expect(insists('i want my money back', [shown('refuse')])).toBe(false);
    expect(insists('i want my money back', [shown('answer', 'which grind for v60')])).toBe(false);
    expect(insists('i want my money back', [shown('answer'), shown('smalltalk', 'hi')])).toBe(true);
  });
});
