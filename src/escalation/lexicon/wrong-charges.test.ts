import { describe, expect, it } from 'vitest';
import { normalizeTyped } from '../../text/normalize-text.ts';
import { reportsWrongCharge, speaksOfWrongCharge } from './wrong-charges.ts';

const reports = (text: string) => reportsWrongCharge(normalizeTyped(text), /\p{Script=Han}/u.test(text) ? 'zh' : 'en');

describe('reportsWrongCharge', () => {
  it.each(
    `you charged my card twice|theres two payments on my statement for one order|money came out two times
i was double charged|why have i been charged twice?|Got charged for 2 but ordered 1|can you check if i was charged twice
postage has been charged twice|i was overcharged by 4 quid|paid twice by accident
i was charged for a subscription i cancelled|i cancelled and you still charged me|you took money from my account|you billed me after i had cancelled|an unauthorised payment|you charged me without asking
会员取消了还扣我钱|没下单却扣了我钱|莫名其妙扣了我30|退订了还自动扣费
扣了两次钱,帮我查下|重复扣款了😨|怎么扣了我两次|怎么会扣两次钱|银行卡被划了两笔|同一个订单扣了两次款|运费收了两次|多收了我十块钱|付了双份|一个订单两笔扣款
i paused my plan but you still took the money|没经过我同意就扣了我98
you took off £40 saying it was used|they kept half claiming it was worn|you deducted 15 because you say its damaged|凭什么扣我钱|扣了我30说吊牌没了|明明没穿过 为什么扣我50`.split(
      /[|\n]/,
    ),
  )('hears %s', (text) => {
    expect(reports(text)).toBe(true);
  });

  it.each(
    `when do you charge my card|do you charge twice if i split the order|will i be charged twice if i pay again
does a code work twice|it took twice as long|i washed it twice|can i pay in two payments|i ordered twice, cancel one please
i dont want to be charged twice|they charged twice the price elsewhere
can i cancel after being charged|will i be charged again if i pause|i cancelled and got the money back|if i cancel do you still charge me|has the money been taken
取消订单会扣钱吗|取消后还扣费吗|会员费怎么收|没收到扣款短信
付款点了两次会不会扣两次钱 多扣的自动退不|可以分两次付款吗|付了两次都失败|怕重复扣款|收了两次货都是坏的|定金付两次行吗
you took off my coat size, can i get it back|do you deduct money if its used|为什么要扣除运费|退货会扣钱吗 扣多少
退货还扣运费吗|取消了还扣钱吗|为什么退款扣了运费|超时就扣押金吗|积分还扣100吗|if i return it worn will you have kept half because you say its worn
when will i be charged|why was i charged for delivery|会员到期自动扣费吗`.split(/[|\n]/),
  )('leaves %s', (text) => {
    expect(reports(text)).toBe(false);
  });
});

it('knows an article on it from one on when cards are charged', () => {
  expect(speaksOfWrongCharge('先不要重复付款，等几分钟再刷新。', 'zh')).toBe(true);
  expect(speaksOfWrongCharge('发货时才扣款。', 'zh')).toBe(false);
  expect(speaksOfWrongCharge('If you were charged twice, the second payment goes back.', 'en')).toBe(true);
  expect(speaksOfWrongCharge('Cards are charged when we pack.', 'en')).toBe(false);
});
