import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countInGeneralText, segment, segmentForSearch, segmentKnown } from './segment.ts';

describe('segment', () => {
  it('knows the words of online trade', () => {
    expect(segment('退货运费险怎么赔')).toEqual(['退货', '运费险', '怎么', '赔']);
  });

  it('leaves punctuation and emoji out', () => {
    expect(segment('优惠券,能用吗?😀')).toEqual(['优惠券', '能用', '吗']);
  });

  it('finds the words inside longer words for search', () => {
    expect(segmentForSearch('运费险')).toEqual(expect.arrayContaining(['运费', '运费险']));
  });
});

describe('segmentKnown', () => {
  it('guesses no words', () => {
    expect(segmentKnown('毛依起求了,怎么办')).toEqual(['毛', '依', '起', '求', '了', ',', '怎么办']);
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (one, other) => {
        const text = `${one}运费${other}多少😀 退huo`;
        expect(segmentKnown(text).join('')).toBe(text);
      }),
    );
  });
});

describe('countInGeneralText', () => {
  it('tells common words from rare and unknown ones', async () => {
    const counts = await countInGeneralText(['没有', '羽绒服', '微波卢']);
    expect(counts.get('没有')).toBeGreaterThan(100 * (counts.get('羽绒服') ?? 0));
    expect(counts.get('羽绒服')).toBeGreaterThan(0);
    expect(counts.get('微波卢')).toBe(0);
  });
});
