import { describe, expect, it } from 'vitest';
import { looksComplete } from './looks-complete.ts';

describe('looksComplete', () => {
  it.each([
    ...['咋还没发货', '退货运费谁出', '可以开发票吗', 'where is my parcel', '260118800010001002', '转人工客服'],
    ...['我想问下退款多久到账', '我想问一下能开发票吗', '有个问题，运费谁出', '你好，可以退货吗', '帮我催一下发货'],
    ...['i have a question, where is my order', 'can i ask how long shipping takes', 'can you help me return this'],
    ...['wheres it', 'did u send it', 'isnt it too late', 'has it shipped'],
  ])('%s can be answered by itself', (text) => {
    expect(looksComplete(text)).toBe(true);
  });

  it.each([
    ...['亲', '在吗', '我上周买的那件', '羽绒服', 'hello', 'the blue one', '你好', '请问', '那个', '在不在', '你好？'],
    ...['有人在吗', '我想问下', '我想问一下', '你好，我想咨询一下', '想请教个问题', '能帮我个忙吗', '可以问个问题吗'],
    ...['are you there?', 'i have a question', 'quick question', 'can i ask you something?', 'hi, can you help me?'],
  ])('%s is worth waiting for more', (text) => {
    expect(looksComplete(text)).toBe(false);
  });
});
