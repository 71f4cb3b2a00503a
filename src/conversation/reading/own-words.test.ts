import { describe, expect, it } from 'vitest';
import { hasContent, newWords, ownWords, saysInOneCharacter } from './own-words.ts';

describe('ownWords', () => {
  it('is empty when nothing says what the message is about', () => {
    expect(ownWords('那要多久呢', 'zh')).toEqual([]);
    expect(ownWords('and how much is it?', 'en')).toEqual([]);
    expect(ownWords('what about the other one on sundays, even in december', 'en')).toEqual([]);
    expect(ownWords('另一款呢，周末和冬天也行吗', 'zh')).toEqual([]);
    expect(ownWords('what time does it start', 'en')).toEqual([]);
    expect(ownWords('几点开始，什么时候结束', 'zh')).toEqual([]);
  });

  it('keeps what it is about', () => {
    expect(ownWords('羽绒服呢', 'zh')).toEqual(['羽绒服']);
    expect(ownWords('what about the puffer', 'en')).toEqual(['puffer']);
  });
});

describe('newWords', () => {
  it('leaves out what was spoken of, whatever its ending', () => {
    expect(newWords(['烘干', '日本'], '不要烘干', 'zh')).toEqual(['日本']);
    expect(newWords(['buttons', 'boots'], 'a button came off', 'en')).toEqual(['boots']);
  });
});

describe('hasContent', () => {
  it('finds one character that says something, and when something was', () => {
    for (const text of ['已经起了', 'M换L', '今天第二天了', '都十天了']) expect(hasContent(text, 'zh')).toBe(true);
    for (const text of ['10 days already', 'it was yesterday']) expect(hasContent(text, 'en')).toBe(true);
    for (const text of ['那呢', '这个吗', '???']) expect(hasContent(text, 'zh')).toBe(false);
    expect(hasContent('and then?', 'en')).toBe(false);
  });
});

describe('saysInOneCharacter', () => {
  it('finds a word of one character, in Chinese only', () => {
    for (const text of ['能退吗', '可以换不', '能洗吗'])
      expect([text, saysInOneCharacter(text, 'zh')]).toEqual([text, true]);
    for (const text of ['多少钱', '要多久呢']) expect([text, saysInOneCharacter(text, 'zh')]).toEqual([text, false]);
    expect(saysInOneCharacter('in size m', 'en')).toBe(false);
  });
});
