import { describe, expect, it } from 'vitest';
import { startsAfresh } from './starts-afresh.ts';

describe('startsAfresh', () => {
  it('gives the new question of a message that drops the topic', () => {
    expect(startsAfresh('那算了。发票能写单位名字不', 'zh')).toBe('发票能写单位名字不');
    expect(startsAfresh('哦对了 羽绒服里头是鸭绒还是鹅绒', 'zh')).toBe('羽绒服里头是鸭绒还是鹅绒');
    expect(startsAfresh('算了不查了，双11有啥活动', 'zh')).toBe('双11有啥活动');
    expect(startsAfresh('never mind. can i pay in instalments', 'en')).toBe('can i pay in instalments');
    expect(startsAfresh('also i have an unpaid order, does it disappear', 'en')).toBe(
      'i have an unpaid order, does it disappear',
    );
  });

  it('gives the question of a message that says the answer was to another one', () => {
    expect(startsAfresh('答非所问，我问香精什么牌子', 'zh')).toBe('香精什么牌子');
    expect(startsAfresh('不是问这个，我问的是运费谁出', 'zh')).toBe('运费谁出');
    expect(startsAfresh('你没听懂吧，我是说能不能改地址', 'zh')).toBe('能不能改地址');
    expect(startsAfresh('thats not what i asked. when does the live start', 'en')).toBe('when does the live start');
    expect(startsAfresh("you didn't answer my question: how long do refunds take", 'en')).toBe(
      'how long do refunds take',
    );
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
