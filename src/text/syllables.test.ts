import { describe, expect, it } from 'vitest';
import { mergeSounds, readingsOf, splitSyllables } from './syllables.ts';

describe('readingsOf', () => {
  it.each([
    ['邮', ['you']],
    ['还', ['hai', 'huan']],
    ['绿', ['lu', 'lv']],
    ['a', []],
  ])('%s is read %j', (character, syllables) => {
    expect([...readingsOf(character)].sort()).toEqual(syllables);
  });
});

describe('splitSyllables', () => {
  it.each([
    ['yunfei', [['yun', 'fei']]],
    ['xian', [['xi', 'an'], ['xian']]],
    ['hello', []],
    ['size', [['si', 'ze']]],
  ])('%s', (letters, ways) => {
    expect(splitSyllables(letters, 4).sort()).toEqual(ways);
  });

  it('gives up on what is too long', () => {
    expect(splitSyllables('yunfeixian', 2)).toEqual([]);
  });
});

describe('mergeSounds', () => {
  it.each([
    ['zhang', 'zan'],
    ['nan', 'lan'],
    ['ling', 'lin'],
    ['hui', 'fei'],
    ['hua', 'fa'],
    ['hu', 'fu'],
    ['huo', 'huo'],
    ['xiong', 'xiong'],
    ['guang', 'guan'],
  ])('%s sounds like %s', (syllable, merged) => {
    expect(mergeSounds(syllable)).toBe(merged);
  });
});
