import { describe, expect, it } from 'vitest';
import { normalizeTyped } from '../../text/normalize-text.ts';
import { disputesAssurance } from './broken-assurances.ts';

const disputes = (text: string) => disputesAssurance(normalizeTyped(text), /\p{Script=Han}/u.test(text) ? 'zh' : 'en');

describe('disputesAssurance', () => {
  it.each(
    `我按你们客服说的尺寸报的 怎么算我的错|昨天客服答应给我补的 怎么又不认了|客服明明说包安装 现在又要收我钱|你们店员说可以退 结果不给退|师傅说不收费的 凭什么要我付|售后说好赔我三十 到现在怎么还没给|你们答应过的 又反悔|快递小哥说你们会赔 现在又说不赔|上次客服让我买大一码的 怎么就成我的问题了
your colleague told me it was free and now im charged|the driver said you would refund me but|i was told i could return it but now you're refusing|your agent promised a replacement and nothing happened|customer service said i'd get a refund but i never got it|you promised me a discount and now you say you can't|the lady on chat recommended this size and it doesn't fit, now you say it's my fault|your rep said no fee but i was charged one`.split(
      /[|\n]/,
    ),
  )('hears %s', (text) => {
    expect(disputes(text)).toBe(true);
  });

  it.each(
    `客服说让我在这里查单号|师傅说要顾客自己付上楼费吗|快递说今天到|客服说可以退 怎么退|客服推荐我买这款 好用吗|师傅说明天来 几点啊|客服说发顺丰 但是我这里没有顺丰 能换吗|朋友说你们包邮 怎么现在要运费了|店员说有货 帮我留一件|客服说修好会退运费 别到时候又说没有|快递说放驿站了 怎么取
your colleague said to send photos here|the driver said he would come back tomorrow|i was told to contact you|your colleague said i can return it, how|the courier said it was delivered but it isn't here|i was told delivery is on tuesday|my friend told me it was free but i was charged|your site says free delivery over 50|can i get a discount if i was promised one|support said to ask here about sizes|the old man next door says he never got it, can you send me the photo`.split(
      /[|\n]/,
    ),
  )('leaves %s', (text) => {
    expect(disputes(text)).toBe(false);
  });
});
