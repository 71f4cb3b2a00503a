import { describe, expect, it } from 'vitest';
import { looksComplete } from './looks-complete.ts';

describe('looksComplete', () => {
  it.each([
    '咋还没发货',
    '退货运费谁出',
    '可以开发票吗',
    'where is my parcel',
    '260118800010001002',
    '转人工客服',
    'wheres it',
    'did u send it',
    'isnt it too late',
    'has it shipped',
  ])('%s can be answered by itself', (text) => {
    expect(looksComplete(text)).toBe(true);
  });

  it.each(['亲', '在吗', '我上周买的那件', '羽绒服', 'hello', 'the blue one', '你好'])(
    '%s is worth waiting for more',
    (text) => {
      expect(looksComplete(text)).toBe(false);
    },
  );
});
