import type { Language } from '../domain/understanding.ts';
import { ownWords } from './own-words.ts';
import { readSmalltalk } from './read-smalltalk.ts';

/** Nobody reads more answers in one reply, and each part costs a search. */
export const MOST_PARTS = 3;

/** Ends of sentences; lists are numbered with 1. or 1、 */
const SENTENCES = /(?<=[?？!！。;；\n])|(?<![\d.])(?=\d[.、)）](?!\d))/u;
const STARTS_ANOTHER: Readonly<Record<Language, RegExp>> = {
  // Buyers put a space where others put a comma.
  zh: /[，,、]|(?<=\p{Script=Han})\s+(?=\p{Script=Han})|(?=还有|另外|顺便|以及|再就是|然后)/u,
  en: /,\s*(?:and\s+|but\s+)?|\b(?:and\s+)?(?:also|plus|btw|by the way)\b,?|\band\s+(?=(?:what|when|where|which|who|why|how|can|could|do|does|is|are|will|would|should|may)\b)/iu,
};
const NUMBERING = /^\s*\d[.、)）]\s*/u;
/** Forms that ask whatever stands around them; 嘛 and 呢 at the end of a clause seldom do, and 怎么 may complain. */
const ASKS: Readonly<Record<Language, RegExp>> = {
  zh: /[?？]$|[吗不没]$|多[少久重大长高厚宽深]|几[个种件条双款色天点号]|什么|啥|怎么(?!这么|那么|还|就)|咋(?!还|这么)|哪|谁|能不能|可不可以|有没有|会不会|是不是|要不要/u,
  en: /\?$|^(?:and |but |so )?(?:what(?:'s| is| are|'re)?(?! an? )|when|where|which|who|why|how|can|could|do|does|is|are|will|would|should|may)\b/iu,
};
/** Who tells a story asks one thing in the end. */
const LONGEST: Readonly<Record<Language, number>> = { zh: 60, en: 200 };

/**
 * The questions of a message that asks several, each with what is said around it; empty when it asks one. 在吗 and 你们怎么回事 are
 * none. Pure.
 */
export function askedParts(text: string, language: Language): string[] {
  if (text.length > LONGEST[language]) return [];
  const parts: string[] = [];
  let waiting = '';
  for (const piece of pieces(text, language)) {
    if (readSmalltalk(piece) !== undefined) continue;
    const whole = waiting === '' ? piece : `${waiting}${language === 'zh' ? '，' : ', '}${piece}`;
    const asks = ASKS[language].test(piece);
    if (asks) parts.push(whole);
    waiting = asks ? '' : whole;
  }
  const questions = parts.filter((part) => ownWords(part, language).length > 0);
  return questions.length < 2 ? [] : questions.slice(0, MOST_PARTS);
}

function pieces(text: string, language: Language): string[] {
  return text
    .split(SENTENCES)
    .flatMap((sentence) => sentence.replace(NUMBERING, '').split(STARTS_ANOTHER[language]))
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}
