import { describe, expect, it } from 'vitest';
import { readCorrection, startsAfresh } from './starts-afresh.ts';

describe('startsAfresh', () => {
  it.each([
    // They drop the topic.
    ['zh', '那算了。发票能写单位名字不', '发票能写单位名字不'],
    ['zh', '哦对了 羽绒服里头是鸭绒还是鹅绒', '羽绒服里头是鸭绒还是鹅绒'],
    ['zh', '算了不查了，双11有啥活动', '双11有啥活动'],
    ['en', 'never mind. can i pay in instalments', 'can i pay in instalments'],
    ['en', 'also i have an unpaid order, does it disappear', 'i have an unpaid order, does it disappear'],
    // They say that the answer was to another question.
    ['zh', '答非所问，我问香精什么牌子', '香精什么牌子'],
    ['zh', '不是问这个，我问的是运费谁出', '运费谁出'],
    ['zh', '你没听懂吧，我是说能不能改地址', '能不能改地址'],
    ['en', 'thats not what i asked. when does the live start', 'when does the live start'],
    ['en', "you didn't answer my question: how long do refunds take", 'how long do refunds take'],
    ['en', "that's not what i asked, i asked about coupons", 'coupons'],
    ['en', 'no i meant the return address', 'the return address'],
    ['en', 'forget that, how much is shipping', 'how much is shipping'],
    ['en', 'not that. how do i change my address', 'how do i change my address'],
    ['zh', '不是，我问的是运费', '运费'],
    ['zh', '先别管这个，发票能开专票不', '发票能开专票不'],
  ] as const)('gives the new question (%s): %s', (language, text, question) => {
    expect(startsAfresh(text, language)).toBe(question);
  });

  it('leaves alone what leans on the topic, or says nothing else', () => {
    expect(startsAfresh('那运费呢', 'zh')).toBeUndefined();
    expect(startsAfresh('算了', 'zh')).toBeUndefined();
    expect(startsAfresh('and how much is it', 'en')).toBeUndefined();
    expect(startsAfresh('never mind', 'en')).toBeUndefined();
    expect(startsAfresh('答非所问', 'zh')).toBeUndefined();
    expect(startsAfresh('没明白怎么退货', 'zh')).toBeUndefined();
    expect(startsAfresh('我不是问这个款式有没有货', 'zh')).toBeUndefined();
    expect(startsAfresh('this is not what i wanted, can i return it', 'en')).toBeUndefined();
  });
});

describe('readCorrection', () => {
  it.each([
    ['en', 'no i mean in winter', 'in winter'],
    ['en', 'no, i meant for children', 'for children'],
    ['en', 'not that. with the tap', 'with the tap'],
    ['zh', '不是 我是说冬天的', '冬天的'],
    ['zh', '不是，我问的是小号的', '小号的'],
  ] as const)('completes the question before (%s): %s', (language, text, rest) => {
    expect(readCorrection(text, language)).toEqual({ text: rest, completes: true });
    expect(startsAfresh(text, language)).toBeUndefined();
  });

  it.each([
    ['en', 'no i meant the return address'],
    ['en', "that's not what i asked, i asked about coupons"],
    ['en', 'not that. when does the live start'],
    ['en', 'never mind. in which colours is it'],
    ['zh', '不是，我问的是运费'],
    ['zh', '算了不查了，双11有啥活动'],
  ] as const)('asks something else (%s): %s', (language, text) => {
    expect(readCorrection(text, language)?.completes).toBe(false);
  });
});
