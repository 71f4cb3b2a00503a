import { describe, expect, it } from 'vitest';
import { namedThing, substituteTopic } from './substitute-topic.ts';

describe('substituteTopic', () => {
  it.each([
    ['毛衣能机洗吗', '羽绒服呢', '羽绒服能机洗吗'],
    ['支持花呗吗', '那比特币呢', '支持比特币吗'],
    ['浴巾包邮吗', '那枕头总行吧', '枕头包邮吗'],
    ['针织衫可以扔洗衣机搅吗', '羽绒服行吗', '羽绒服可以扔洗衣机搅吗'],
  ])('asks %s of %s', (former, text, asked) => {
    expect(substituteTopic(former, text, 'zh')).toBe(asked);
  });

  it.each([
    ['can the cardigan go in washing machine', 'what about the puffer', 'can the puffer go in washing machine'],
    ['when do i see my money, i used a debit card', 'and credit card?', 'when do i see my money, i used a credit card'],
    ['can I wash my rucksack in the machine', 'and the tent?', 'can I wash my tent in the machine'],
    ['does the mug go in the dishwasher', 'and the microwave?', 'does the mug go in the microwave'],
    ['do you deliver to canada', 'and hong kong?', 'do you deliver to hong kong'],
  ])('asks %s of %s', (former, text, asked) => {
    expect(substituteTopic(former, text, 'en')).toBe(asked);
  });

  it('leaves questions alone, and what has no place in the former one', () => {
    expect(substituteTopic('毛衣能机洗吗', '那多久到账呢', 'zh')).toBeUndefined();
    expect(substituteTopic('毛衣能机洗吗', '那运费怎么算', 'zh')).toBeUndefined();
    expect(substituteTopic('is shipping free', 'what about it', 'en')).toBeUndefined();
    expect(substituteTopic('is shipping free', 'and socks', 'en')).toBeUndefined();
    expect(substituteTopic('i want to exchange', 'what about shipping', 'en')).toBeUndefined();
    expect(substituteTopic('swap it for a bigger one', 'what about postage', 'en')).toBeUndefined();
  });
});

describe('namedThing', () => {
  it('is none where the message asks of what was spoken of', () => {
    for (const text of ['要补差价吗', '包邮吗', '会掉毛吗', '有床围不', '推车的蚊帐有吧', '有票没'])
      expect(namedThing(text, 'zh')).toBeUndefined();
    for (const thing of ['没拆的那两包', '有线耳机', '有机棉', '有盖的', '酒吧'])
      expect(namedThing(`${thing}呢`, 'zh')).toBe(thing);
    for (const text of ['浴巾也是吗', '浴巾也一样吗', '浴巾可以吗']) expect(namedThing(text, 'zh')).toBe('浴巾');
  });

  it('is none where only another one is pointed at', () => {
    for (const text of ['what about the other one', 'and the others?']) expect(namedThing(text, 'en')).toBeUndefined();
    for (const text of ['另一款呢', '那另外一个呢', '其他的呢']) expect(namedThing(text, 'zh')).toBeUndefined();
    expect(namedThing('what about the other jacket', 'en')).toBe('other jacket');
    expect(namedThing('另一款雨衣呢', 'zh')).toBe('另一款雨衣');
  });
});
