import { describe, expect, it } from 'vitest';
import type { Language } from '../domain/understanding.ts';
import { askedRows as rowsAskedBy } from './asked-rows.ts';

const askedRows = (text: string, question: string, language: Language) => rowsAskedBy(question, language)(text);

const REFUNDS = [
  '钱会原路退回。',
  '支付宝余额、余额宝：到账时间 即时',
  '花呗：到账时间 即时恢复额度',
  '储蓄卡：到账时间 1 至 3 个工作日',
  '信用卡：到账时间 3 至 7 个工作日',
  '对公转账：到账时间 5 个工作日',
].join('\n');
const SIZES = ['尺码 S：胸围 96', '尺码 M：胸围 100', '尺码 L：胸围 104', '尺码 XL：胸围 108'].join('\n');
const COUNTRIES = [
  'Ireland: Price £6.95, Working days 3 to 5',
  'France, Germany, Netherlands: Price £8.95, Working days 4 to 7',
  'Austria, Spain, Sweden: Price £10.95, Working days 5 to 9',
  'Delivery is free on EU orders from £90.',
].join('\n');

describe('askedRows', () => {
  it.each([
    ['信用卡退款几天到', REFUNDS, '钱会原路退回。\n信用卡：到账时间 3 至 7 个工作日'],
    ['m码胸围多少', SIZES, '尺码 M：胸围 100'],
  ])('keeps of a table the row that %s names, and what is no row', (question, text, kept) => {
    expect(askedRows(text, question, 'zh')).toBe(kept);
  });

  it('does so in English', () => {
    expect(askedRows(COUNTRIES, 'how much is postage to germany', 'en')).toBe(
      'France, Germany, Netherlands: Price £8.95, Working days 4 to 7\nDelivery is free on EU orders from £90.',
    );
  });

  it.each([
    ['退款几天到账', REFUNDS],
    ['信用卡和花呗还是储蓄卡快', REFUNDS],
    ['除了信用卡呢', REFUNDS],
    ['m码偏大吗', SIZES],
    ['尺码表', SIZES],
    ['170身高120斤穿m行吗', SIZES],
  ])('keeps all rows for %s', (question, text) => expect(askedRows(text, question, 'zh')).toBe(text));

  it('takes no word for a name of which it is a part', () => {
    const ways = ['货到付款：签收时付', '花呗：分期', '信用卡：在线'].join('\n');
    expect(askedRows(ways, '付款后多久发货', 'zh')).toBe(ways);
    const english = ['Visa, Mastercard: 3 days', 'Apple Pay, Google Pay: 2 days', 'Klarna: 7 days'].join('\n');
    expect(askedRows(english, 'i payed with klrna when do i get it back', 'en')).toBe(english);
    expect(askedRows(english, 'i paid by google pay', 'en')).toBe('Apple Pay, Google Pay: 2 days');
  });

  it.each(['how long does it take', 'is germany cheaper than spain', 'which countries'])(
    'keeps all rows for %s',
    (question) => expect(askedRows(COUNTRIES, question, 'en')).toBe(COUNTRIES),
  );

  it('keeps two rows, and lines that only look like one', () => {
    const two = '花呗：即时\n信用卡：3 天';
    expect(askedRows(two, '信用卡呢', 'zh')).toBe(two);
    expect(askedRows('注意：不能机洗', '注意什么', 'zh')).toBe('注意：不能机洗');
    const steps = '1. 打开：订单\n2. 选择：退款\n3. 填写：原因';
    expect(askedRows(steps, '退款', 'zh')).toBe(steps);
    expect(askedRows('', 'x', 'en')).toBe('');
  });
});
