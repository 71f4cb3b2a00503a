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

describe('needsStaff, whatever page is near', () => {
  const page = { title: '安装', text: '师傅会在 48 小时内约时间上门安装。坏了包换。' };

  it.each([
    '我没下过这单',
    '有人冒充你们客服 我转了两千',
    '安装师傅把我家墙砸了个洞',
    '约好上午的 到现在没人',
    '昨天客服答应给我补的 怎么又不认了',
    '才补这么点',
  ])('is for %s', (text) => {
    expect(staff(text, { answer: page })).toBe(true);
  });

  it('is for who paid an impostor, or wants a belonging paid, only after that was told', () => {
    const posed = [turn('有人加我微信说是你们家客服 让我转账 是真的吗')];
    expect(staff('我已经转了两千了', { turns: posed })).toBe(true);
    expect(staff('我已经转了两千了')).toBe(false);
    const dyed = [turn('床单掉色', 'answer', 'quality_problem')];
    expect(staff('衬衫赔吗 八百多块呢', { turns: dyed })).toBe(true);
    expect(staff('衬衫赔吗 八百多块呢', { turns: [turn('衬衫怎么洗')] })).toBe(false);
  });

  it('is for goods that damaged others where the page speaks of something else, or who pays is asked', () => {
    const dyes = { title: '四件套', text: '深色前三次会掉浮色，请单独洗。' };
    expect(staff('被套把我衬衫染了', { answer: page })).toBe(true);
    expect(staff('被套把我衬衫染了', { answer: dyes })).toBe(false);
    expect(staff('被套把我衬衫染了 谁赔', { answer: dyes })).toBe(true);
    const told = [turn('被套把我衬衫染了')];
    expect(staff('衬衫赔吗 八百多块呢', { answer: dyes, turns: told })).toBe(true);
  });

  it('is for who finds an offer low, only after one', () => {
    const english = { language: 'en', turns: [{ ...turn('it is late'), reply: 'We refund £5.' }] } as const;
    expect(staff('£5 is a joke', english)).toBe(true);
    expect(staff('only £5? great', english)).toBe(false);
    expect(staff('£5 is a joke', { language: 'en', turns: [turn('how much is delivery')] })).toBe(false);
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
