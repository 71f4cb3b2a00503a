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

  it('leaves alone what leans on the topic, or says nothing else', () => {
    expect(startsAfresh('那运费呢', 'zh')).toBeUndefined();
    expect(startsAfresh('算了', 'zh')).toBeUndefined();
    expect(startsAfresh('and how much is it', 'en')).toBeUndefined();
    expect(startsAfresh('never mind', 'en')).toBeUndefined();
  });
});
