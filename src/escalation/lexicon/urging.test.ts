import { describe, expect, it } from 'vitest';
import { urgesShop } from './urging.ts';

describe('urgesShop', () => {
  it.each([
    '快点发货啊 拍了两天了',
    '还没发!!',
    '还没发货 都四天了',
    '到底发不发',
    '三天了还没发',
    '催一下',
    '怎么还不发货',
    '赶紧给我寄',
    '下单五天了',
  ])('hears urging in %s', (text) => expect(urgesShop(text, 'zh')).toBe(true));

  it.each([
    '什么时候发货',
    '发什么快递',
    '种子还没发芽',
    '怎么还不开发票',
    '如果三天还没发怎么办',
    '能发顺丰不',
    '一般几天发货',
    '满多少包邮',
    '怎么不送礼品',
  ])('hears none in %s', (text) => expect(urgesShop(text, 'zh')).toBe(false));

  it.each([
    'its been 4 days and nothing has shipped',
    'are you going to post it or not',
    'please hurry up and send my order',
    'still not sent',
    "still nothing, tracking hasn't moved since tuesday",
    'when are you actually going to ship my order',
    'still waiting',
  ])('hears urging in %s', (text) => expect(urgesShop(text, 'en')).toBe(true));

  it.each([
    'when do you post',
    'do you ship on saturdays',
    'how long does it take if it has not been shipped',
    'is it still available',
    'are you going to make a bigger one',
    'still not working',
    'still not sure which one',
  ])('hears none in %s', (text) => expect(urgesShop(text, 'en')).toBe(false));
});
