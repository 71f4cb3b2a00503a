import { describe, expect, it } from 'vitest';
import { PairModel } from './pair-model.ts';
import { spellPinyin } from './spell-pinyin.ts';

const pairs = new PairModel();
for (const text of [
  '毛衣会起球吗',
  '退货运费谁出',
  '我想退货',
  '可以机洗吗',
  '穿什么码',
  '快递到哪了',
  '我要机洗',
  '运费谁出',
])
  pairs.add(text);

describe('spellPinyin', () => {
  it.each([
    ['wo xiang tui huo', '我想退货'],
    ['woxiangtuihuo', '我想退货'],
    ['mao yi hui qiqiu ma', '毛衣会起球吗'],
    ['yunfei shui chu?', '运费谁出?'],
    ['ke yi ji xi ma ok', '可以机洗吗 ok'],
    ['wo 165 chuan shenme ma', '我 165 穿什么码'],
    ['kuaidi 260118800010001002 daona le', '快递 260118800010001002 到哪了'],
  ])('%s is %s', (typed, meant) => {
    expect(spellPinyin(typed, pairs)).toBe(meant);
  });

  it('knows everyday words that the shop never uses', () => {
    expect(spellPinyin('zen me quxiao ding dan', pairs)).toBe('怎么取消订单');
  });

  it.each(['lv ke zhan bi jiao kuan', 'tui@huo.cn', 'tui-huo', 'xqz'])(
    'leaves %s, of which it could only guess',
    (text) => {
      expect(spellPinyin(text, pairs)).toBe(text);
    },
  );
});
