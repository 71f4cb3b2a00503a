import { describe, expect, it } from 'vitest';
import { normalizeTyped } from '../../text/normalize-text.ts';
import { findsItLow, findsOfferLow, speaksOfOffer } from './low-offers.ts';

const language = (text: string) => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');
const low = (text: string) => findsOfferLow(normalizeTyped(text), language(text));
const itLow = (text: string) => findsItLow(normalizeTyped(text), language(text));

describe('findsOfferLow', () => {
  it.each(
    `才补这么点？我要换张新的|赔这点钱打发谁呢|就赔我这么点啊|补偿太少了吧|赔得太低了|才赔5块钱|打发要饭的呢|退我这点钱够干嘛的|只补偿十块 我不同意
only 5 pounds? thats not enough|£5 compensation is a joke|you're only offering £3|the refund is an insult|your offer is not acceptable|£10 isn't enough, it cost me 80|you only refunded me 2 quid|a £5 voucher is pathetic|just giving me 10% back?`.split(
      /[|\n]/,
    ),
  )('hears %s', (text) => {
    expect(low(text)).toBe(true);
  });

  it.each(
    `才5块钱好便宜|优惠券才减5块|就这点东西吗|退款才到账一部分吗|打发时间用的|赔多少|晚发赔多少|补差价怎么补|就补一点颜色可以吗
only £5? great|£5 is cheap|it's only £5|how much do you refund|only 5 pounds off|is £5 enough for postage|the price is a joke|can i get 5% back|£60 for a cream|i can only give you £20 now`.split(
      /[|\n]/,
    ),
  )('leaves %s', (text) => {
    expect(low(text)).toBe(false);
  });
});

describe('findsItLow', () => {
  it.each(
    `才5块？|就这么点啊|太少了|五块钱够干嘛|不够|这点钱|才退我几块钱?|就10块
£5 is a joke|that's not enough|thats an insult|only £5?! seriously|a measly £2|it's nowhere near enough|is that all i get|that's a joke`.split(
      /[|\n]/,
    ),
  )('hears %s', (text) => {
    expect(itLow(text)).toBe(true);
  });

  it.each(
    `才5块 好便宜|好的 谢谢|不够大|怎么退|才减5块|那换新的要多久|五块钱怎么领|赔多少
only £5? great|ok thanks|that's enough|how do i get it|is it only £5 for postage|that's fair|just £5 for the small one|when do i get it`.split(
      /[|\n]/,
    ),
  )('leaves %s', (text) => {
    expect(itLow(text)).toBe(false);
  });
});

it('knows what speaks of compensation', () => {
  expect(speaksOfOffer('小件赔付订单金额的 5%', 'zh')).toBe(true);
  expect(speaksOfOffer('满 99 包邮', 'zh')).toBe(false);
  expect(speaksOfOffer('we refund 5% for each day', 'en')).toBe(true);
  expect(speaksOfOffer('delivery is £3', 'en')).toBe(false);
});
