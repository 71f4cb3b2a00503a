import type { Language } from '../../domain/understanding.ts';
import { detectLanguage } from '../../text/detect-language.ts';
import { hasHan } from '../../text/letters.ts';
import { spokenWords } from './spoken-words.ts';

/** What people say in the middle of the other language. */
const COURTESY =
  /(?<![a-z])(?:ok(?:ay)?|hi|hello|hey|thx|thanks?|thank you|bye|yes|no|please|pls|sorry|vip|app)(?![a-z])/giu;
const LATIN_WORDS = /[a-z]{2,}/giu;
const HAN_RUNS = /\p{Script=Han}+/gu;

/**
 * Language of a turn: what the text shows, else what was spoken before, else the channel's locale, else Chinese. Who has
 * spoken one language changes to the other with a phrase, not with a word of it: 我的订单 within an English sentence, an XL or
 * a courier's code within a Chinese conversation. Neither does *hello* open a conversation in English in a shop that is written
 * in Chinese alone. Pure.
 * @param written the languages in which the shop has articles
 */
export function turnLanguage(
  text: string,
  spoken: Language | undefined,
  locale: string | undefined,
  written: readonly Language[] = ['zh', 'en'],
): Language {
  const byLocale = locale?.toLowerCase().startsWith('en') ? 'en' : undefined;
  const expected = spoken ?? (written.length === 1 ? written[0] : undefined);
  // Full-width letters are letters.
  const words = spokenWords(text.normalize('NFKC'));
  const said = detectLanguage(words, expected);
  if (said && (!expected || said === expected || isPhrase(words, said))) return said;
  return expected ?? byLocale ?? 'zh';
}

/** Whether the words make somebody speak `language` of whom the other one is expected. */
function isPhrase(words: string, language: Language): boolean {
  // Pinyin has been asked for more already where English is expected.
  if (language === 'zh' && !hasHan(words)) return true;
  const latin = count(words.replace(COURTESY, ' '), LATIN_WORDS);
  return language === 'en' ? latin >= 2 : latin < 2 || latin < count(words, HAN_RUNS);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
