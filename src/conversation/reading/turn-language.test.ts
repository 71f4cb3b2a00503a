import { describe, expect, it } from 'vitest';
import { turnLanguage } from './turn-language.ts';

describe('turnLanguage', () => {
  it.each([
    ['where is my parcel', 'en'],
    ['退huo怎么弄', 'zh'],
    ['refund', 'en'],
    ['SF1234567890123', 'zh'],
    ['[image]', 'zh'],
    ['wo xiang tui huo', 'zh'],
    ['zaima', 'zh'],
    ['ｗｈｅｒｅ ｉｓ ｍｙ ｐａｒｃｅｌ', 'en'],
    ['are you open', 'en'],
  ] as const)('goes by the text alone at first: %s', (text, language) => {
    expect(turnLanguage(text, undefined, undefined)).toBe(language);
  });

  it.each([
    'SF1234567890123',
    'XL',
    'ok',
    '[image]',
    'thx',
    'https://shop.example/item/12',
    '260118800010001002',
    'refund',
  ])('stays Chinese at %s', (text) => {
    expect(turnLanguage(text, 'zh', undefined)).toBe('zh');
  });

  it.each([
    'What is 换货?',
    'where is 菜鸟',
    'how do I open 我的订单',
    '我的订单 shows no return button',
    '[图片]',
    '😀',
    'Zhang Wei',
    'ni hao',
    'via shunfeng',
    'hang on',
  ])('stays English at %s', (text) => {
    expect(turnLanguage(text, 'en', 'en')).toBe('en');
  });

  it('changes with a phrase', () => {
    expect(turnLanguage('how do I return it', 'zh', undefined)).toBe('en');
    expect(turnLanguage('need refund', 'zh', undefined)).toBe('en');
    expect(turnLanguage('退货怎么弄', 'en', 'en')).toBe('zh');
    expect(turnLanguage('wo xiang tui huo', 'en', 'en')).toBe('zh');
    expect(turnLanguage('ok 退货怎么弄', 'en', 'en')).toBe('zh');
    expect(turnLanguage('iPhone壳有吗', 'en', 'en')).toBe('zh');
  });

  it('takes a greeting for the language of a shop that is written in one', () => {
    for (const text of ['ok', 'hello', 'thx', 'hi', 'refund'])
      expect(turnLanguage(text, undefined, 'en', ['zh'])).toBe('zh');
    expect(turnLanguage('hello', undefined, undefined, ['zh', 'en'])).toBe('en');
    expect(turnLanguage('hello', undefined, undefined, [])).toBe('en');
    expect(turnLanguage('hello', undefined, undefined, ['en'])).toBe('en');
    expect(turnLanguage('123456', undefined, undefined, ['en'])).toBe('en');
  });

  it('hears whole sentences in a language in which the shop has no articles', () => {
    expect(turnLanguage('how do I return it', undefined, undefined, ['zh'])).toBe('en');
    expect(turnLanguage('退货怎么弄', undefined, undefined, ['en'])).toBe('zh');
    expect(turnLanguage('你好', undefined, undefined, ['en'])).toBe('zh');
  });

  it('asks the locale where nothing tells', () => {
    expect(turnLanguage('123456', undefined, 'en-GB')).toBe('en');
    expect(turnLanguage('123456', undefined, 'fr')).toBe('zh');
  });
});
