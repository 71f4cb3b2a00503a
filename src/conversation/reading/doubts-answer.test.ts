import { describe, expect, it } from 'vitest';
import { doubtsAnswer } from './doubts-answer.ts';

describe('doubtsAnswer', () => {
  it.each([
    '你确定？',
    '真的吗',
    '真的？',
    '真的假的啊',
    '不是吧 我朋友说可以的',
    '不会吧',
    '没搞错吧',
    '你确定没弄错吗',
    '骗人的吧',
    '啊？真的吗？',
  ])('hears %s', (text) => expect(doubtsAnswer(text, 'zh')).toBe(true));

  it.each([
    '真的吗 那多久发货',
    '是真皮的吗',
    '真的不错',
    '你确定今天能发吗',
    '能确定到货时间吗',
    '不是吧我问的是运费多少',
    '这个是真的翡翠吗',
    '没错',
    '好的',
    '确定要退',
    '真的吗 我问的是顺丰',
  ])('does not hear %s', (text) => expect(doubtsAnswer(text, 'zh')).toBe(false));

  it.each([
    'are you sure?',
    'you sure? i sent one back that way last year',
    'really??',
    "that can't be right",
    'hmm is that right',
    'wait, seriously?',
    'are u sure about that',
    'i dont believe you',
    'r u sure',
  ])('hears %s', (text) => expect(doubtsAnswer(text, 'en')).toBe(true));

  it.each([
    'are you sure it comes with a lid?',
    'really? so how long does it take',
    'is that the right size for a double bed',
    'not sure which one to get',
    'i really like it',
    'sure',
    'are you real?',
    'that is right',
    'is this true leather',
    'really? i asked about the blue one',
  ])('does not hear %s', (text) => expect(doubtsAnswer(text, 'en')).toBe(false));
});
