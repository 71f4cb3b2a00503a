import { describe, expect, it } from 'vitest';
import type { PastTurn } from '../domain/conversation.ts';
import { readClaims } from './read-claims.ts';
import { needsStaff, urgesAgain, type Wish } from './unmet-wishes.ts';

function turn(text: string, action: PastTurn['action'] = 'answer', intent?: string): PastTurn {
  const sentiment = { label: 'neutral', score: 0, signals: [] } as const;
  const intents = intent ? [{ name: intent, confidence: 0.7 }] : [];
  return { text, reply: 'said', action, sentiment, intents, citations: [], at: 0 };
}

function staff(text: string, more: Partial<Wish> = {}): boolean {
  const wish: Wish = { text, turns: [], language: 'zh', ...more };
  return needsStaff(wish, readClaims(text, wish.language));
}

describe('needsStaff', () => {
  const returns = { title: '退货', text: '签收后 15 天内可以退货，质量问题运费我们出。' };
  const sizes = { title: '尺码', text: 'M 码胸围 96。' };

  it('is for disappointment and wrong goods where the page speaks of something else', () => {
    expect(staff('有点失望 跟图片不一样', { answer: sizes })).toBe(true);
    expect(staff('有点失望 跟图片不一样', { answer: returns })).toBe(false);
    expect(staff('收到的椅子少了两颗螺丝', { answer: sizes })).toBe(true);
    expect(staff('收到的椅子少了两颗螺丝', { answer: returns })).toBe(false);
    expect(staff('跟图片一样吗', { answer: sizes })).toBe(false);
  });

  it('is not for what the page explains', () => {
    const balms = { title: 'Balms', text: 'Body Butter 200ml. Melts at 30 degrees: put it in the fridge.' };
    expect(staff('body butter came melted', { language: 'en', answer: balms })).toBe(false);
    expect(staff('body butter came cracked', { language: 'en', answer: balms })).toBe(true);
  });

  it('is for more time than the rules give, unless the page gives it', () => {
    expect(staff('能多给我延几天退货吗 我人在国外', { answer: returns })).toBe(true);
    expect(staff('能多给我延几天退货吗 我人在国外')).toBe(true);
    expect(staff('能多给我延几天退货吗', { answer: { title: '退货', text: '春节期间退货顺延 7 天。' } })).toBe(false);
    expect(staff('多久之内可以退', { answer: returns })).toBe(false);
  });

  it('is for pictures of what was reported before, and for no others', () => {
    expect(staff('我有视频', { turns: [turn('帐篷拉链坏了 才用两次', 'refuse', 'quality_problem')] })).toBe(true);
    expect(staff('我有视频', { turns: [turn('箱子破了里面湿的')] })).toBe(true);
    expect(staff('我有视频', { turns: [turn('晒图有红包吗')] })).toBe(false);
    expect(staff('我有视频')).toBe(false);
  });
});

describe('urgesAgain', () => {
  const again = (text: string, turns: readonly PastTurn[], language: 'zh' | 'en' = 'zh') =>
    urgesAgain({ turns, language }, readClaims(text, language));

  it('hears the second time, not the first', () => {
    expect(again('还没发!!', [turn('快点发货啊 拍了两天了')])).toBe(true);
    expect(again('到底发不发', [turn('还没发货 都四天了', 'clarify')])).toBe(true);
    expect(again('still nothing', [turn("it's been 5 days")], 'en')).toBe(true);
    expect(again('快点发货啊', [])).toBe(false);
    expect(again('还没发!!', [turn('什么时候发货')])).toBe(false);
    expect(again('发什么快递', [turn('快点发货啊')])).toBe(false);
  });

  it('hears none after an order was looked up, nor after long', () => {
    expect(again('还没发!!', [turn('快点发货啊', 'lookup')])).toBe(false);
    const others = ['能开发票吗', '发什么快递', '会员怎么入'].map((text) => turn(text));
    expect(again('还没发!!', [turn('快点发货啊'), ...others])).toBe(false);
  });
});
