import { describe, expect, it } from 'vitest';
import { comparedThings } from './compared-things.ts';

describe('comparedThings', () => {
  it.each([
    ['whats the diff between the micro and the base stove', 'micro and base stove'],
    ["what's the difference between your linen sheets and cotton sheets?", 'linen sheets and cotton sheets'],
    ['how is the balm different from the serum', 'balm and serum'],
    ['oak vs walnut', 'oak and walnut'],
  ])('are, in %s, the two by name', (text, things) => {
    expect(comparedThings(text, 'en')).toBe(things);
  });

  it.each([
    ['羽绒服和棉服有什么区别', '羽绒服和棉服'],
    ['请问玻璃的跟ppsu的到底选哪种好', '玻璃的和ppsu的'],
    ['薄款和夹棉款差在哪', '薄款和夹棉款'],
  ])('are, in %s, the two by name', (text, things) => {
    expect(comparedThings(text, 'zh')).toBe(things);
  });

  it('are none where nothing is compared, or only pointed at', () => {
    for (const text of [
      'the hat and the scarf',
      'is there a difference',
      "what's the difference between it and that",
      'can i compare prices',
      'can i get a diff size and colour',
      'the colour is different from the picture',
    ])
      expect(comparedThings(text, 'en'), text).toBeUndefined();
    for (const text of [
      '羽绒服和棉服能一起洗吗',
      '有什么区别',
      '这个和那个有什么区别',
      '运费和我想的不同，怎么这么贵',
      '收到的颜色和图片不一样',
      '实物和描述不一样',
      '尺码跟页面差别很大',
      '毛衣和外套可以一起退吗哪个好',
    ])
      expect(comparedThings(text, 'zh'), text).toBeUndefined();
  });

  it('is quick with what never ends', () => {
    const started = performance.now();
    comparedThings('difference between the a and '.repeat(3_000), 'en');
    comparedThings('和跟与有什么'.repeat(5_000), 'zh');
    expect(performance.now() - started).toBeLessThan(200);
  });
});
