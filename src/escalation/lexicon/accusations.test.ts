import { describe, expect, it } from 'vitest';
import { normalizeTyped } from '../../text/normalize-text.ts';
import { accusesShop } from './accusations.ts';

const hears = (text: string) => accusesShop(normalizeTyped(text), /\p{Script=Han}/u.test(text) ? 'zh' : 'en');

describe('accusesShop', () => {
  it.each(
    `the beans you sold me are fake|this is a fake|i got a counterfeit|you sent me a knock-off
我收到的是假货 退钱|你们卖假货|买的就是假的|这绝对是假货
i think this tin is counterfeit|买到假货了`.split(/[|\n]/),
  )('hears %s', (text) => {
    expect(hears(text)).toBe(true);
  });

  it.each(
    `is this a fake?|how do i know if it is fake|do you sell fake plants|is the leather fake or real|i bought fake flowers|worried it is a counterfeit
你家卖的是假货吗|怎么辨别假货|是不是假货啊|假一赔十是真的吗|怕买到假货|别家卖假货
假货怎么赔`.split(/[|\n]/),
  )('leaves %s', (text) => {
    expect(hears(text)).toBe(false);
  });
});
