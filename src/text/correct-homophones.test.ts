import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { correctHomophones } from './correct-homophones.ts';
import { buildHomophoneIndex, type HomophoneIndex } from './homophone-index.ts';

const SAID =
  `毛衣起球了怎么办 毛衣会起球吗 起球可以退货吗 退货运费谁出 运费多少 满多少包邮 新疆包邮吗 马克杯能放微波炉吗
马克杯碎了 微波炉加热 退货地址 怎么退货 羽绒服怎么洗 羽绒服起球 睡衣是真丝的吗 睡衣缩水 什么时候发货 今天能发货吗`.split(
    /\s/,
  );

let index: HomophoneIndex;
beforeAll(async () => {
  index = await buildHomophoneIndex([...SAID, ...SAID, ...SAID], async () => {});
});

describe('correctHomophones', () => {
  it.each([
    ['毛依起求了', '毛衣起球了'],
    ['包油吗', '包邮吗'],
    ['马克被', '马克杯'],
    ['微波卢能用吗', '微波炉能用吗'],
    ['退huo地址', '退货地址'],
    ['yunfei谁出', '运费谁出'],
    ['鱼绒服怎么洗', '羽绒服怎么洗'],
  ])('%s becomes %s', (typed, meant) => {
    expect(correctHomophones(typed, index)).toBe(meant);
  });

  it.each([
    '毛毯掉毛吗',
    '水一直不热',
    '我被骗了',
    '油漆包退吗',
    '这个size有吗',
    'yunfei@shop.com',
    '单号yunfei12',
    '发火',
  ])('leaves %s alone', (text) => {
    expect(correctHomophones(text, index)).toBe(text);
  });

  it('changes nothing that the shop itself says', () => {
    for (const text of SAID) expect(correctHomophones(text, index)).toBe(text);
  });

  it('ends on any text and changes none without Chinese', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'毛依起求包油yunfeian ,1') }), (text) => {
        expect(correctHomophones(text, index).length).toBeLessThanOrEqual(text.length);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~]*$/), (text) => {
        fc.pre(!/[a-z]{2}/.test(text));
        expect(correctHomophones(text, index)).toBe(text);
      }),
    );
  });
});
