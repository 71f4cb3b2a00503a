import { describe, expect, it } from 'vitest';
import { segment, segmentForSearch } from './segment.ts';

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
