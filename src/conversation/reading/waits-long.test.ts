import { expect, it } from 'vitest';
import { waitsLong } from './waits-long.ts';

it.each([
  ['zh', '退款怎么还没到，都一周了'],
  ['zh', '等了好几天了'],
  ['zh', '都3天了还不动'],
  ['zh', '怎么这么慢'],
  ['zh', '超过48小时了'],
  ['en', "it's been two weeks"],
  ['en', 'been waiting for like 5 days'],
  ['en', 'why does it take so long'],
  ['en', 'i returned it three weeks ago'],
] as const)('hears in %s that it takes long: %s', (language, text) => {
  expect(waitsLong(text, language, new Set(['refunding']))).toBe(true);
});

it.each([
  ['zh', '到哪了'],
  ['zh', '三天能到吗'],
  ['zh', '明天能到吗'],
  ['zh', '超过多少包邮'],
  ['en', 'where is it'],
  ['en', 'is this one too long for me'],
  ['en', 'i ordered it 2 days ago'],
  ['en', 'will it come in two days'],
] as const)('hears nothing of the kind in %s: %s', (language, text) => {
  expect(waitsLong(text, language, new Set(['refunding']))).toBe(false);
});

it('is no complaint where nothing is to come', () => {
  expect(waitsLong('都一周了', 'zh', new Set(['delivered']))).toBe(false);
  expect(waitsLong('都一周了', 'zh', new Set())).toBe(false);
});
