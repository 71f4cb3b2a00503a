import { expect, it } from 'vitest';
import { deniesArrival } from './denies-arrival.ts';

it.each([
  ['zh', '显示签收了可我没收到'],
  ['zh', '我根本沒有收到'],
  ['zh', '钱怎么还没到'],
  ['zh', '退款一直没到账'],
  ['zh', '没见着快递啊'],
  ['zh', '根本没给我送到'],
  ['zh', '快递没给我'],
  ['zh', '不是我签收的'],
  ['zh', '包裹不见了'],
  ['en', 'it says delivered but it never came'],
  ['en', "i haven't received it"],
  ['en', 'didnt get it'],
  ['en', 'never showed up'],
  ['en', 'never recieved it'],
  ['en', 'i dont have it'],
  ['en', 'nothing here'],
  ['en', 'my parcel is missing'],
  ['en', 'still not arrived'],
] as const)('hears in %s that it is not there: %s', (language, text) => {
  expect(deniesArrival(text, language)).toBe(true);
});

it.each([
  ['zh', '到哪了'],
  ['zh', '你们有没有收到我寄回的衣服'],
  ['zh', '我没看到物流信息'],
  ['zh', '没收到短信验证码'],
  ['zh', '我还没退货呢'],
  ['zh', '没有退款入口'],
  ['zh', '吊牌弄丢了能退吗'],
  ['zh', '有没有到货'],
  ['zh', '收到了，想退货'],
  ['zh', '没到期的券还能用吗'],
  ['zh', '还没收货可以退吗'],
  ['zh', '没看到退货入口'],
  ['zh', '没到7天可以退吗'],
  ['zh', '没退过货，怎么退'],
  ['en', 'where is it'],
  ['en', 'the box is missing a screw'],
  ['en', "I'm not here on Monday, can they redeliver"],
  ['en', 'it does not come with a cable'],
  ['en', 'did you not get my message'],
  ['en', 'got it, but it is too small'],
  ['en', 'not the colour i ordered'],
  ['en', 'i did not get the discount'],
  ['en', 'there is a missing button'],
  ['en', "i don't see the return option"],
] as const)('hears nothing of the kind in %s: %s', (language, text) => {
  expect(deniesArrival(text, language)).toBe(false);
});
