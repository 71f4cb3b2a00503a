import { describe, expect, it } from 'vitest';
import { withoutContactData } from './contact-data.ts';

describe('withoutContactData', () => {
  it.each([
    ['改到浙江省杭州市西湖区文三路100号 13812345678 张三', '改到'],
    ['地址改成上海市浦东新区张江镇科苑路88号3号楼502室，李小明，139 1234 5678', '地址改成 ， ，'],
    ['帮我寄到北京朝阳区建国路甲乙公寓5栋2单元301', '帮我寄到'],
    ['广东省深圳市南山区 13812345678 王五收', ''],
    ['换到文三路12号行吗', '换到 行吗'],
    ['收件人改成赵丽颖 电话13812345678', '收件人改成 电话'],
    ['发票抬头杭州某某科技有限公司 税号91330106MA2ABCDE1X', '发票抬头 税号'],
    ['税号是 913301061234567890，开专票', '税号是 ，开专票'],
    ['电子发票发到 zhang.san@example.com', '电子发票发到'],
    ['please send it to 12 Baker Street, London NW1 6XE instead', 'please send it to instead'],
    ['my new address: 450 West Lake Rd, Springfield, IL 62704, call +1 415 555 2671', 'my new address: , call'],
  ])('of %s leaves %s', (text, rest) => {
    expect(withoutContactData(text)).toBe(rest);
  });

  it.each([
    '寄到浙江省杭州市多久能到',
    '北京市能货到付款吗',
    '快递在路上了吗',
    '送到小区门口可以吗',
    '5号能发货吗，我3楼',
    '你们店在哪条街',
    '订单260118800010001002到哪了',
    '可以不放驿站吗 张三推荐我来的',
    '谢谢 方便吗',
    'do you ship to Lake Road',
    'I bought 2 in the high street sale',
    'XL码 175/92A 现货吗',
    '4 way stretch pants',
  ])('leaves %s as it is', (text) => {
    expect(withoutContactData(text)).toBe(text);
  });

  it.each([
    ['毛衣，能退吗，电话13812345678', '毛衣，能退吗，电话'],
    ['毛衣 起球了 我的手机13812345678', '毛衣 起球了 我的手机'],
    ['13812345678 张三 马上发吗', '马上发吗'],
  ])('takes no other word of %s for a name', (text, rest) => {
    expect(withoutContactData(text)).toBe(rest);
  });

  it('takes time in proportion to the length', () => {
    const started = performance.now();
    withoutContactData('浙江省'.repeat(5_000));
    withoutContactData('到一二三'.repeat(5_000));
    withoutContactData('9A'.repeat(8_000));
    withoutContactData('1 a b '.repeat(4_000));
    for (const text of ['北京,', '1号,', '一号 ', '到北京,']) withoutContactData(text.repeat(1_500));
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
