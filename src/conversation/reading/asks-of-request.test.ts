import { describe, expect, it } from 'vitest';
import { asksOfRequest } from './asks-of-request.ts';

describe('asksOfRequest', () => {
  it.each(['我要换货', '想退掉这件', '麻烦取消订单'])('hears that %s wants something done', (former) => {
    for (const text of ['运费呢', '要补差价吗', '那要多久', '需要我付邮费不'])
      expect([text, asksOfRequest(former, text, 'zh')]).toEqual([text, true]);
  });

  it.each(['怎么换货', '我想买件羽绒服', '能退吗', '换货运费谁出'])('leaves what follows %s', (former) => {
    expect(asksOfRequest(former, '运费呢', 'zh')).toBe(false);
  });

  it.each(['i want to exchange my tee for a bigger size', 'suits too small i want to swap', 'cancel my order please'])(
    'hears that %s wants something done',
    (former) => {
      for (const text of ['what about shipping', 'do i have to pay', 'and the deposit?'])
        expect([text, asksOfRequest(former, text, 'en')]).toEqual([text, true]);
    },
  );

  it.each(['how do i return it', 'i want to buy a hive', 'the return is slow'])('leaves what follows %s', (former) => {
    expect(asksOfRequest(former, 'what about shipping', 'en')).toBe(false);
  });

  it('leaves what asks a question of its own', () => {
    for (const text of ['多久退钱', '发票怎么开', '那你们有没有蓝色的毛衣', '要多少钱'])
      expect([text, asksOfRequest('我要退货', text, 'zh')]).toEqual([text, false]);
    for (const text of ['how long for the refund', 'do you deliver on sundays', 'what about a bigger blue cardigan'])
      expect([text, asksOfRequest('i want to return it', text, 'en')]).toEqual([text, false]);
  });
});
