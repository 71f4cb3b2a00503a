import { describe, expect, it } from 'vitest';
import { lacksNumber } from './lacks-number.ts';

describe('lacksNumber', () => {
  it.each([
    ['en', "i don't have it with me"],
    ['en', 'dont have the number with me'],
    ['en', 'idk'],
    ['en', 'no idea'],
    ['en', 'havent got it'],
    ['en', 'i checked out as guest'],
    ['en', 'where do i find it'],
    ['en', 'what is a tracking number'],
    ['zh', '手机不在身边 没有'],
    ['zh', '朋友帮买的 不知道'],
    ['zh', '订单号在哪看'],
    ['zh', '短信删了'],
  ] as const)('(%s) %s', (language, text) => {
    expect(lacksNumber(text, language)).toBe(true);
  });

  it.each([
    ['en', 'i have not received my jacket'],
    ['en', "it's 260118800010001002"],
    ['en', 'i do not want it anymore, can i cancel'],
    ['en', 'where is my parcel'],
    ['en', 'not received'],
    ['zh', '我没收到货'],
    ['zh', '没有发货的话能取消吗'],
    ['zh', '羽绒服不知道怎么洗'],
    ['zh', '快点给我查'],
  ] as const)('is not said by (%s) %s', (language, text) => {
    expect(lacksNumber(text, language)).toBe(false);
  });
});
