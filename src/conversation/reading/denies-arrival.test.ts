import { expect, it } from 'vitest';
import { deniesArrival } from './denies-arrival.ts';

it.each([
  ['zh', '显示签收了可我没收到'],
  ['zh', '我根本沒有收到'],
  ['zh', '钱怎么还没到'],
  ['zh', '退款一直没到账'],
  ['zh', '没见着快递啊'],
  ['zh', '包裹不见了'],
  ['en', 'it says delivered but it never came'],
  ['en', "i haven't received it"],
  ['en', 'didnt get it'],
  ['en', 'nothing here'],
  ['en', 'my parcel is missing'],
  ['en', 'still not arrived'],
] as const)('hears in %s that it is not there: %s', (language, text) => {
  expect(deniesArrival(text, language, new Set(['delivered']))).toBe(true);
});

it.each([
  ['zh', '到哪了'],
  ['zh', '收到了，想退货'],
  ['zh', '没到期的券还能用吗'],
  ['zh', '还没收货可以退吗'],
  ['zh', '没看到退货入口'],
  ['zh', '没到7天可以退吗'],
  ['zh', '没退过货，怎么退'],
  ['en', 'where is it'],
  ['en', 'got it, but it is too small'],
  ['en', 'not the colour i ordered'],
  ['en', 'i did not get the discount'],
  ['en', 'there is a missing button'],
  ['en', "i don't see the return option"],
] as const)('hears nothing of the kind in %s: %s', (language, text) => {
  expect(deniesArrival(text, language, new Set(['delivered']))).toBe(false);
});

it('is so where one of several is called delivered', () => {
  expect(deniesArrival('都没收到', 'zh', new Set(['under_way', 'delivered']))).toBe(true);
});

it('is no news of an order that is on its way', () => {
  expect(deniesArrival('还没收到', 'zh', new Set(['under_way']))).toBe(false);
  expect(deniesArrival('还没收到', 'zh', new Set())).toBe(false);
});
