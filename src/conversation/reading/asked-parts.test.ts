import { describe, expect, it } from 'vitest';
import { askedParts } from './asked-parts.ts';

describe('questions of a Chinese message', () => {
  it.each([
    ['退货运费谁出？退款多久到账？', ['退货运费谁出？', '退款多久到账？']],
    ['羽绒服多重 几个颜色', ['羽绒服多重', '几个颜色']],
    ['我昨天拍的大衣，什么时候发货呀？还有能改下尺码吗', ['我昨天拍的大衣，什么时候发货呀？', '还有能改下尺码吗']],
    ['怎么开发票？还有你们发什么快递', ['怎么开发票？', '还有你们发什么快递']],
    ['1、能退货吗 2、运费谁出', ['能退货吗', '运费谁出']],
    ['今天下单周三能到吗 另外有运费险吗', ['今天下单周三能到吗', '有运费险吗']],
    ['毛毯和浴巾能机洗吗', ['毛毯能机洗吗', '浴巾能机洗吗']],
  ])('%s', (text, parts) => expect(askedParts(text, 'zh').parts).toEqual(parts));

  it('are three at most', () => {
    expect(askedParts('包邮吗？能绣名不？能开发票吗？发什么快递？', 'zh').parts).toHaveLength(3);
  });
});

describe('questions of an English message', () => {
  it.each([
    ['do you ship to hong kong? and can i get an invoice?', ['do you ship to hong kong?', 'can i get an invoice?']],
    [
      'how do i wash the jacket, and how long is the warranty',
      ['how do i wash the jacket', 'how long is the warranty'],
    ],
    ['do you take paypal and how quick do you post', ['do you take paypal', 'how quick do you post']],
    ['1. can i return the tee 2. who pays return shipping', ['can i return the tee', 'who pays return shipping']],
  ])('%s', (text, parts) => expect(askedParts(text, 'en').parts).toEqual(parts));
});

it('stand apart as sentences, or belong to one', () => {
  expect(askedParts('能开发票吗？发什么快递？', 'zh').apart).toBe(true);
  expect(askedParts('能开发票吗 还有你们发什么快递', 'zh').apart).toBe(true);
  expect(askedParts('顺丰能保价吗，保价费怎么收', 'zh')).toEqual({
    parts: ['顺丰能保价吗', '保价费怎么收'],
    apart: false,
  });
  expect(askedParts("what's inside the packs, and can I throw them away?", 'en').apart).toBe(false);
});

describe('one question', () => {
  it.each([
    ['退货运费谁出？', 'zh'],
    ['在吗？退货怎么弄？', 'zh'],
    ['我买了毛毯，收到一看有个洞，能换吗？', 'zh'],
    ['下个月结婚嘛，家里乱成一锅粥，多少钱', 'zh'],
    ['羽绒服 黑色 有货吗', 'zh'],
    ['hi, are you there? how long is delivery?', 'en'],
    ['i ordered a jacket and a shirt, when do they ship?', 'en'],
    ['can I return it and get my money back', 'en'],
    ['when the new size goes out on an exchange, is it sent by courier or post?', 'en'],
    ["I've 60k followers and would love a paid collab, who do I talk to?", 'en'],
    ['does the charger do PPS, so my phone goes into fast charging?', 'en'],
    ['it costs 3.5 and weighs 2.1, is that right?', 'en'],
  ] as const)('is %s', (text, language) => expect(askedParts(text, language).parts).toEqual([]));

  it('is taken for the end of a story', () => {
    expect(askedParts(`${'今天下班路上一直在想，'.repeat(6)}能退吗？运费谁出？`, 'zh').parts).toEqual([]);
  });
});
