import { describe, expect, it } from 'vitest';
import { isDisappointed } from './disappointment.ts';

describe('isDisappointed', () => {
  it.each([
    '有点失望 跟图片不一样',
    '不太满意',
    '颜色跟图片差好多',
    '没有想象中好',
    '质量一般 有点后悔',
    '做工太粗糙了',
    '和描述的不太一样',
  ])('hears %s', (text) => expect(isDisappointed(text, 'zh')).toBe(true));

  it.each([
    '不满意能退吗',
    '很满意',
    '不会让我失望吧',
    '有点失望 没货了',
    '如果跟图片不一样怎么办',
    '质量怎么样',
    '跟图片一样吗',
    '质量差不多吧',
    '没让我失望',
    '两款做工有什么差别',
    '有点失望哈，这种拖了的有没有赔',
  ])('does not hear %s', (text) => expect(isDisappointed(text, 'zh')).toBe(false));

  it.each([
    'not happy at all the candle smells of nothing',
    'bit disappointed tbh, the cream is really thin',
    "the hand cream isn't what i expected",
    'it looks nothing like the photo',
    'really let down by this',
    "i'm not impressed with the candle",
    'very different from the website',
  ])('hears %s', (text) => expect(isDisappointed(text, 'en')).toBe(true));

  it.each([
    "what if i'm not happy with it",
    'bit disappointing tbh, what now',
    'can i return it if i am disappointed',
    'so happy with this',
    'not sure which one',
    'bit disappointed it is sold out',
    'is it different from the other one',
    "you won't be disappointed",
    'do you have a satisfaction guarantee?',
  ])('does not hear %s', (text) => expect(isDisappointed(text, 'en')).toBe(false));
});
