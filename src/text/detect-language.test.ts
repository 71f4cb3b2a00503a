import { describe, expect, it } from 'vitest';
import { detectLanguage } from './detect-language.ts';

describe('detectLanguage', () => {
  it.each([
    ['退huo怎么弄', 'zh'],
    ['where is my parcel', 'en'],
    ['can i pick my parcel up at the 菜鸟 station near me', 'en'],
    ['iPhone壳有吗', 'zh'],
    ['260118800010001002', undefined],
    ['😀', undefined],
  ])('%s is %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });
});
