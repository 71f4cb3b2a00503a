import { describe, expect, it } from 'vitest';
import { readSmalltalk, withoutCourtesy } from './read-smalltalk.ts';

describe('readSmalltalk', () => {
  it.each([
    ['好的', 'acknowledge'],
    ['嗯嗯', 'acknowledge'],
    ['OK 👌', 'acknowledge'],
    ['沒事啦，我自己弄好了', 'acknowledge'],
    ['哈哈哈', 'acknowledge'],
    ['👍👍👍', 'acknowledge'],
    ['在吗在吗', 'greeting'],
    ['亲，在么？', 'greeting'],
    ['hello? anyone there', 'greeting'],
    ['ok thx', 'thanks'],
    ['明白了，谢谢您的解答', 'thanks'],
    ['中，谢啦', 'thanks'],
    ['好的谢谢，拜拜', 'goodbye'],
    ['lovely, have a good one', 'goodbye'],
    ['客服态度真好', 'praise'],
    ['稍等我找找', 'wait_moment'],
    ['不好意思', 'apology'],
  ])('%s is %s', (text, intent) => {
    expect(readSmalltalk(text)).toBe(intent);
  });

  it.each([
    '有门店？',
    '谢谢茶有卖吗',
    '好的，那运费谁出',
    '可以退吗',
    '你好鸭公仔多少钱',
    '呵呵',
    '???',
    '1',
    'thank you cards in bulk?',
    'hi-top sneakers',
    'ok so how do i return it',
    'is it good',
    '',
  ])('%s is something else', (text) => {
    expect(readSmalltalk(text)).toBeUndefined();
  });

  it('answers at once to a long run of formulas', () => {
    const started = performance.now();
    readSmalltalk('好好好好好好好的吧吧吧哈哈哈哈呀呀呀呀了了了了呢呢呢'.repeat(2));
    readSmalltalk(`${'ok ok '.repeat(9)}x`);
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe('withoutCourtesy', () => {
  it.each([
    ['谢谢，羽绒服呢', '羽绒服呢'],
    ['嗯嗯 那羽绒服呢', '那羽绒服呢'],
    ['好的谢谢，那运费谁出呢', '那运费谁出呢'],
    ['ok thanks, what about the down jacket?', 'what about the down jacket?'],
    ['好的。', '好的。'],
    ['谢谢，再见', '谢谢，再见'],
    ['可以机洗吗', '可以机洗吗'],
    ['good quality?', 'good quality?'],
    ['毛衣，羽绒服呢', '毛衣，羽绒服呢'],
  ])('leaves of %s what it says', (text, rest) => {
    expect(withoutCourtesy(text)).toBe(rest);
  });
});
