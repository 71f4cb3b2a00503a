import { describe, expect, it } from 'vitest';
import { asksMoreTime, speaksOfMoreTime } from './asked-exceptions.ts';

describe('asksMoreTime', () => {
  it.each([
    '能多给我延几天退货吗 我人在国外',
    '可以晚几天退吗 我出差了',
    '退货能不能宽限两天',
    '麻烦推迟一周再寄回去行吗',
    '能不能晚一天还帐篷',
    '过了退货时间还能退吗',
  ])('hears %s', (text) => expect(asksMoreTime(text, 'zh')).toBe(true));

  it.each([
    '多久之内可以退',
    '可以晚几天发货吗',
    '质保能延长吗',
    '退款能快点吗',
    '能多给一个袋子吗',
    '晚上能退货吗',
    '退货地址给我一下',
  ])('does not hear %s', (text) => expect(asksMoreTime(text, 'zh')).toBe(false));

  it.each([
    'can you give me a few more days to return it im abroad',
    'could i return it late, been in hospital',
    'can i return something a day late',
    'any chance of two extra weeks to send it back',
    'could you extend the return window for me',
    'will you still take it back after the 30 days',
    'would you accept it a week late',
  ])('hears %s', (text) => expect(asksMoreTime(text, 'en')).toBe(true));

  it.each([
    'how many days do i have to return it',
    'can i return it',
    'can you send it a few days later',
    'do you open late',
    'can i have more time to pay',
    'how long does a return take',
  ])('does not hear %s', (text) => expect(asksMoreTime(text, 'en')).toBe(false));
});

describe('speaksOfMoreTime', () => {
  it('knows a page that grants it from one that names the days', () => {
    expect(speaksOfMoreTime('春节期间退货期限顺延 7 天。', 'zh')).toBe(true);
    expect(speaksOfMoreTime('签收后 15 天内可以无理由退货。', 'zh')).toBe(false);
    expect(speaksOfMoreTime('At Christmas we extend the return window to 60 days.', 'en')).toBe(true);
    expect(speaksOfMoreTime('You have 30 days from delivery to send it back.', 'en')).toBe(false);
  });
});
