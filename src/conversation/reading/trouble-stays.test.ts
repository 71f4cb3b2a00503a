import { describe, expect, it } from 'vitest';
import { troubleStays } from './trouble-stays.ts';

describe('troubleStays', () => {
  it.each([
    ['都调平了还是晃啊', '割蜜机摇起来晃'],
    ['装反的我换过来了还是漏', '出蜜口漏蜜'],
    ['试过了一样抖', '机器抖得厉害'],
    ['洗了三遍还是掉色', '裤子掉色怎么办'],
    ['还是漏', '水壶漏水'],
  ])('hears %s after %s', (words, before) => {
    expect(troubleStays(words, 'zh', before)).toBe(true);
  });

  it.each([
    ['等了三天还是没到', '怎么还没到'],
    ['洗了还能退吗', '洗了能退吗'],
    ['还是红色', '有红色的吗'],
    ['都调平了还是响', '机器晃'],
    ['收到了还是漏', '水壶漏水'],
    ['付了款还是待付款', '订单显示待付款'],
  ])('leaves %s after %s', (words, before) => {
    expect(troubleStays(words, 'zh', before)).toBe(false);
  });

  it.each([
    ['did that, still sticky', 'my extractor is sticky'],
    ['tried packing it tighter, it still goes out', 'smoker keeps going out'],
    ["i've done the water thing and it's still hard", 'honey has set hard'],
    ['it still wobbles', 'the table is wobbly'],
    ['still leaking', 'the tap leaks'],
    ['i tightened the screw and it still wobbles a lot', 'why does it wobble'],
    ['still broken after that', 'the zip is broken'],
  ])('hears %s after %s', (words, before) => {
    expect(troubleStays(words, 'en', before)).toBe(true);
  });

  it.each([
    ['is it still in stock', 'is the lamp in stock'],
    ['still waiting', 'waiting for my parcel'],
    ['i paid and it still says pending', 'why does it say pending'],
    ['i waited a week and it still shows shipped', 'it shows shipped'],
    ['still leaking', 'how do i pay'],
    ['can i still return it', 'return policy'],
    ['i want it still', 'i want it'],
  ])('leaves %s after %s', (words, before) => {
    expect(troubleStays(words, 'en', before)).toBe(false);
  });
});
