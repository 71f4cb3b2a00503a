import { describe, expect, it } from 'vitest';
import { normalizeTyped } from '../../text/normalize-text.ts';
import { reportsWrongGoods } from './wrong-goods.ts';

const hears = (text: string) => reportsWrongGoods(normalizeTyped(text), /\p{Script=Han}/u.test(text) ? 'zh' : 'en');

describe('reportsWrongGoods', () => {
  it.each(
    `you sent me ground but i ordered beans|got the wrong beans|i ordered skylark and got bramble|only got one bag, paid for two|my order is missing a bag|arrived smashed|received a cracked jug|got tea instead of coffee|this is not what i ordered|a wrong item came
发错货了|买的是M码发来的是L码|拍的红色收到的是黑色|少发了一包|只收到一件|收到就碎了
you've sent me two decafs instead of one|the tamper in my box is the wrong size|i received someone elses order|my bag arrived ripped open
the box had one bag instead of three`.split(/[|\n]/),
  )('hears %s', (text) => {
    expect(hears(text)).toBe(true);
  });

  it.each(
    `i ordered skylark and got it yesterday|what if you send the wrong coffee|i ordered the wrong size|got the wrong idea|i ordered a mug and got a discount code|the other shop sent me the wrong beans|it arrived today|which one did you send
如果发错货怎么办|我拍错颜色了|收到了 谢谢|发错人了不好意思|买的推车发的是什么快递|我分两次买的
ordered the wrong beans by mistake|is it sold with one basket
can i get one bag instead of two|i'd like the blue one instead|能不能少发一包`.split(/[|\n]/),
  )('leaves %s', (text) => {
    expect(hears(text)).toBe(false);
  });
});
