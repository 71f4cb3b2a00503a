import { describe, expect, it } from 'vitest';
import { normalizeTyped } from '../../text/normalize-text.ts';
import { reportsWrongGoods } from './wrong-goods.ts';

const hears = (text: string) => reportsWrongGoods(normalizeTyped(text), /\p{Script=Han}/u.test(text) ? 'zh' : 'en');

describe('reportsWrongGoods', () => {
  it.each(
    `you sent me ground but i ordered beans|got the wrong beans|i ordered skylark and got bramble|only got one bag, paid for two|my order is missing a bag|arrived smashed|received a cracked jug|got tea instead of coffee|this is not what i ordered|a wrong item came
发错货了|买的是M码发来的是L码|拍的红色收到的是黑色|少发了一包|只收到一件|收到就碎了
you've sent me two decafs instead of one|the tamper in my box is the wrong size|i received someone elses order|my bag arrived ripped open
the box had one bag instead of three
收到的椅子少了两颗螺丝|收到缺件 少风绳|打开发现少个配件|东西是破的 箱子都烂了|箱子破了里面湿的|杯子收到就有个坑|杯子收到磕了个坑|签收的时候包装都散了|拿到手拉链就开线了
you sent me lavender soap i ordered rosemary|box arrived soaking wet|theres only 3 soaps in the box should be 4|no wick trimmer in the box|diffuser came without reeds|the lid is cracked and its leaked everywhere|i only received 2`.split(
      /[|\n]/,
    ),
  )('hears %s', (text) => {
    expect(hears(text)).toBe(true);
  });

  it.each(
    `i ordered skylark and got it yesterday|what if you send the wrong coffee|i ordered the wrong size|got the wrong idea|i ordered a mug and got a discount code|the other shop sent me the wrong beans|it arrived today|which one did you send
如果发错货怎么办|我拍错颜色了|收到了 谢谢|发错人了不好意思|买的推车发的是什么快递|我分两次买的
ordered the wrong beans by mistake|is it sold with one basket
ive only got 3|i've only got one bar left|shoes got wet in the rain can i dry them|is there no lid in the box|it came without any problem|you sent me a code i ordered yesterday|do you have any, only got 2 left
箱子能装下吗|打开方式是什么|收到了 挺好的|包装可以简单点吗|少两颗地钉能单买吗|少了点香味行不行
can i get one bag instead of two|i'd like the blue one instead|能不能少发一包`.split(/[|\n]/),
  )('leaves %s', (text) => {
    expect(hears(text)).toBe(false);
  });
});
