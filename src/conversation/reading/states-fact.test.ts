import { describe, expect, it } from 'vitest';
import { setsCondition, statesFact } from './states-fact.ts';

describe('statesFact', () => {
  it.each([
    ['zh', '微信付的'],
    ['zh', '我要是买200套呢'],
    ['zh', '就算下雨呢'],
    ['en', 'it came yesterday'],
    ['en', 'about 7 weeks since i got them from you'],
    ['en', 'even if i spend 200?'],
    ['en', 'what if 8 of us order'],
  ] as const)('finds what is told of the question before (%s): %s', (language, text) => {
    expect(statesFact(text, language)).toBe(true);
  });

  it.each([
    ['zh', '能开发票吗'],
    ['zh', '我想退货'],
    ['zh', '要是买大了怎么退'],
    ['en', 'even if i spend 200 do you charge postage'],
    ['en', 'what if she is out'],
    ['en', 'i want to cancel'],
  ] as const)('leaves alone what asks or wants something (%s): %s', (language, text) => {
    expect(statesFact(text, language)).toBe(false);
  });
});

describe('setsCondition', () => {
  it('is a condition and nothing else', () => {
    for (const text of ['what if she is out', 'and if its raining?', 'ok but even when its faulty'])
      expect([text, setsCondition(text, 'en')]).toEqual([text, true]);
    for (const text of ['要是弄断了呢', '那如果是老客户', '不喜欢颜色的话呢'])
      expect([text, setsCondition(text, 'zh')]).toEqual([text, true]);
    expect(setsCondition('if i cancel do i get my money back', 'en')).toBe(false);
    expect(setsCondition('the parcel is late', 'en')).toBe(false);
    expect(setsCondition('如果坏了能换吗', 'zh')).toBe(false);
  });
});
