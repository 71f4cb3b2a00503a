import { describe, expect, it } from 'vitest';
import { sharedQuestions } from './shared-question.ts';

describe('sharedQuestions', () => {
  it.each([
    ['云顶4和穿云2多重', ['云顶4多重', '穿云2多重']],
    ['请问毛衣跟羽绒服能机洗吗', ['毛衣能机洗吗', '羽绒服能机洗吗']],
    ['青鲤和海狼哪个适合新手', ['青鲤适合新手', '海狼适合新手']],
    ['床单、被套分别多少钱', ['床单多少钱', '被套多少钱']],
  ])('%s asks of each', (text, parts) => {
    expect(sharedQuestions(text, 'zh')).toEqual(parts);
  });

  it.each([
    ['how much is the plain cream and the gel cream', ['how much is the plain cream', 'how much is the gel cream']],
    ['can I wash the wool hat and scarf?', ['can I wash the wool hat', 'can I wash the scarf']],
    ['which is warmer the puffer or the parka', ['which is warmer the puffer', 'which is warmer the parka']],
  ])('%s asks of each', (text, parts) => {
    expect(sharedQuestions(text, 'en')).toEqual(parts);
  });

  it('leaves what is asked of both together, and what asks two things', () => {
    for (const text of [
      '优惠券和满减能一起用吗',
      '退货和换货有什么区别',
      '什么时候发货和到货',
      '我和老公多高',
      '好的和谢谢',
    ])
      expect(sharedQuestions(text, 'zh'), text).toEqual([]);
    for (const text of [
      "what's the difference between the balm and the serum",
      'how much is the shipping and can i return',
      'i bought the hat and the scarf',
      'do you take the card and how quick do you post',
    ])
      expect(sharedQuestions(text, 'en'), text).toEqual([]);
  });

  it('is quick with what never ends', () => {
    const started = performance.now();
    sharedQuestions('the a and '.repeat(5_000), 'en');
    sharedQuestions('和跟与'.repeat(5_000), 'zh');
    expect(performance.now() - started).toBeLessThan(200);
  });
});
