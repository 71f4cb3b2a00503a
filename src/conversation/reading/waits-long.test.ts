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
  ['en', 'waiting since monday'],
  ['en', '2 weeks and still nothing'],
  ['en', 'i returned it three weeks ago'],
] as const)('hears in %s that it takes long: %s', (language, text) => {
  expect(waitsLong(text, language)).toBe(true);
});

it.each([
  ['zh', '到哪了'],
  ['zh', '三天能到吗'],
  ['zh', '明天能到吗'],
  ['zh', '超过多少包邮'],
  ['zh', '大概要好久才到'],
  ['zh', '1天还是2天能到'],
  ['zh', '收货3天还可以退吗'],
  ['zh', '7天没理由能退吗'],
  ['zh', '等了解一下再说'],
  ['en', 'where is it'],
  ['en', 'is it 5 days now'],
  ['en', 'this long dress, where is it'],
  ['en', 'is this one too long for me'],
  ['en', 'i ordered it 2 days ago'],
  ['en', 'will it come in two days'],
] as const)('hears nothing of the kind in %s: %s', (language, text) => {
  expect(waitsLong(text, language)).toBe(false);
});
