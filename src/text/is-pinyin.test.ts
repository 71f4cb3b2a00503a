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
    expect([isPinyin('zaima', 'en'), isPinyin('ni hao', 'en')]).toEqual([false, false]);
    expect(isPinyin('wo xiang tui huo', 'en')).toBe(true);
  });

  it.each([
    'tui huo yun fei shei chu',
    'zhang peng fang shui ma',
    'zhangpeng fangshui ma',
    'shuidai zenme xi a',
    'yi zi cheng zhong duo shao jin',
  ])('knows %s by its syllables, whatever it names', (text) => {
    expect(isPinyin(text)).toBe(true);
  });

  it.each(['you mei you lu ying deng', 'zhang peng duo zhong', 'deng chong dian ji xiao shi'])(
    'takes %s for Chinese after English, too',
    (text) => {
      expect(isPinyin(text, 'en')).toBe(true);
    },
  );

  it('asks for less where Chinese is spoken', () => {
    expect([isPinyin('yugan duan le'), isPinyin('yugan duan le', 'zh')]).toEqual([false, true]);
    expect(
      ['fan pen', 'linen', 'me too', 'XL', 'shunfeng', 'a long pen'].filter((text) => isPinyin(text, 'zh')),
    ).toEqual([]);
  });

  it.each([
    'Zhang Wei',
    'a fan a la mode',
    'ming yang and li wen',
    'tie me a long fan',
    'taxi to xi an',
    'ruan mei long pen',
  ])('does not take %s for Chinese', (text) => {
    expect([isPinyin(text), isPinyin(text, 'en')]).toEqual([false, false]);
  });

  it('is quick with what never ends', () => {
    const started = performance.now();
    isPinyin('xianxian'.repeat(10_000));
    isPinyin('tui huo '.repeat(10_000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
