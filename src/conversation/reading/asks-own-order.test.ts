import { describe, expect, it } from 'vitest';
import { asksOwnOrder } from './asks-own-order.ts';

describe('asksOwnOrder', () => {
  it.each(['我的快递到哪了', '帮我查下物流', '退款五天了还没到账', '退款进度', '我那单发了没', '怎么还不发货'])(
    '%s is about one order',
    (text) => {
      expect(asksOwnOrder(text, 'zh')).toBe(true);
    },
  );

  it.each(['钱还没发货退款多快', '退款一般多久到账', '没发货退款几天能到', '我退货的话退款多久', '物流单号在哪里看'])(
    '%s is about the rules',
    (text) => {
      expect(asksOwnOrder(text, 'zh')).toBe(false);
    },
  );

  it.each([
    ['where is my parcel', true],
    ['my refund still has not arrived', true],
    ['any news on the return', true],
    ["where's it", true],
    ['did you send it', true],
    ['did you guys already ship', true],
    ['has it shipped', true],
    ["hasn't the parcel left", true],
    ['have you refunded me, it was friday', true],
    ['have you shipped to canada before', false],
    ['do you send it by air', false],
    ['has the shop a store', false],
    ['how long do refunds take', false],
    ['how long does my refund take', false],
    ['how do i track a parcel', false],
  ])('%s: %s', (text, own) => {
    expect(asksOwnOrder(text, 'en')).toBe(own);
  });
});
