import type { Language } from '../domain/understanding.ts';
import { isPinyin } from './is-pinyin.ts';

const HAN = /\p{Script=Han}/gu;
const LATIN_WORD = /[a-z]{2,}/gi;

/**
 * Language of a text by script: any Chinese character makes it Chinese unless Latin words outnumber the characters
 * by three to one (an English sentence that quotes 菜鸟). Latin letters alone are English, or Chinese when they are pinyin
 * (zenme tuihuo). Undefined when neither script occurs (numbers, emoji).
 * @param expected as `spoken` of `isPinyin`
 */
export function detectLanguage(text: string, expected?: Language): Language | undefined {
  const han = text.match(HAN)?.length ?? 0;
  const words = text.match(LATIN_WORD)?.length ?? 0;
  if (han === 0 && words > 0) return isPinyin(text, expected) ? 'zh' : 'en';
  if (han === 0) return undefined;
  return words >= 4 && words > han * 3 ? 'en' : 'zh';
}
