import { describe, expect, it } from 'vitest';
import { isPinyin } from './is-pinyin.ts';

const CHINESE = `wo xiang tui huo|zenme nong|yunfei shui chu|zaima|kuaidi daona le|nihao youhuiquan zenme yong
wo de dingdan 260118800010001002|Woyaotuihuo!|ke yi bian yi dian ma|chima pian da ma|zhuan rengong|wo 165 chuan L ma ok`;
/** Words of syllables all the same: made, machine, women, he can go, hang on, long. */
const ENGLISH = `me too|he can go|so long|are you open|women|hang on|you made me men pants|machine|can he|banana medicine|long sun hen
song|manage|teenage line|panama|do you take alipay|sun hat|made in china|no man can|mine|is it in Shanghai|Zhang Wei|Xi'an
shunfeng|via zhongtong|alipay or huabei|Beijing|nan|ok|XL|SF1234567890123|thanks|linen or denim|gang|de luxe|a la mode|done
i want to know about tuihuo|how do i get youhuiquan please`;

describe('isPinyin', () => {
  it.each(CHINESE.split(/[|\n]/))('%s is', (text) => {
    expect(isPinyin(text)).toBe(true);
  });

  it.each(ENGLISH.split(/[|\n]/))('%s is not', (text) => {
    expect(isPinyin(text)).toBe(false);
  });

  it('leaves what has Chinese characters to them, and asks for more of who has spoken English', () => {
    expect(isPinyin('yunfei谁出')).toBe(false);
    expect([isPinyin('zaima', true), isPinyin('ni hao', true)]).toEqual([false, false]);
    expect(isPinyin('wo xiang tui huo', true)).toBe(true);
  });

  it('is quick with what never ends', () => {
    const started = performance.now();
    isPinyin('xianxian'.repeat(10_000));
    isPinyin('tui huo '.repeat(10_000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
