import { describe, expect, it } from 'vitest';
import { normalizeTyped } from '../../text/normalize-text.ts';
import { complainsOfDelay } from './overdue.ts';

const hears = (text: string) => complainsOfDelay(normalizeTyped(text), /\p{Script=Han}/u.test(text) ? 'zh' : 'en');

describe('complainsOfDelay', () => {
  it.each(
    `you still havent refunded me its been a month|been waiting two weeks for my order|3 weeks ago i sent it back and still no refund|ordered a fortnight ago and nothing has arrived|I've not received my parcel and it's been 10 days|waiting over a month for my money
说好的7天退款 拖了半个月|都10天了退款还没到|等了一个星期了还没发货|等了快一个月了还没收到货|两周前下的单一直没发货|半个月过去了钱还没退
six weeks and you still have not sent my replacement|退货都寄回去二十天了 钱一分没退`.split(/[|\n]/),
  )('hears %s', (text) => {
    expect(hears(text)).toBe(true);
  });

  it.each(
    `how long do refunds take|it has not arrived yet|where is my refund|do you compensate if it has not arrived after two weeks|i waited two weeks before opening it|ordered 2 weeks ago and it came yesterday|i've had it three weeks and haven't opened it|the other shop took a month and never sent it|my baby is two months old and not sleeping|can i return it after two weeks
退款怎么还没到|等了三天还没到|买了半个月了还没用过|宝宝四个月了还没到六个月|一般一个月还没收到怎么办|种了半个月了还没发芽|别家拖了半个月都没发货|等了一个星期终于到了
i've had it for two months and haven't got any points|下单一个星期了 送到很快|去年有一家拖了十天才寄 气死`.split(
      /[|\n]/,
    ),
  )('leaves %s', (text) => {
    expect(hears(text)).toBe(false);
  });
});
