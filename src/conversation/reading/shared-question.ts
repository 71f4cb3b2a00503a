import type { Language } from '../../domain/understanding.ts';
import { asksSomething } from './asks-something.ts';
import { ownWords } from './own-words.ts';

/** One or two words and what goes with them, as the source of a regular expression: *plain cream*, *500g candle*. */
export const ENGLISH_NAME = "[\\p{L}\\p{N}'-]+(?: [\\p{L}\\p{N}'-]+){0,2}";
const SHARED: Readonly<Record<Language, RegExp>> = {
  // 云顶4和穿云2多重
  zh: /^(?:请问|想问一?下?|亲)?[，,\s]*(?<one>[^，,。?？\s和跟与、]{2,8})\s?(?:和|跟|与|、|还有|以及)\s?(?<other>[^，,。?？\s和跟与、]{2,8}?)\s?(?:都|分别|各自?|的)?(?:[哪那](?:一?个|款|种)(?:更|比较|最)?)?(?<rest>(?:多[少重大长高久宽]|几|怎么|能|可以|有|会|要|防|抗|适合|支持|保|价|颜色|尺寸|重量|轻|重|大|便宜|贵).{0,20})$/u,
  // *How much is the plain cream and the gel cream*
  en: new RegExp(
    `^(?<head>.{0,80}\\b(?:the|your|ur|a|an) )(?<one>${ENGLISH_NAME}) (?:and|&|or) (?:(?:the|your|ur|a|an) )?(?<other>${ENGLISH_NAME})[?!.\\s]*$`,
    'iu',
  ),
};
/** Asks of two things what neither has by itself. */
const TOGETHER: Readonly<Record<Language, RegExp>> = {
  zh: /一起|同时|叠|拼|混|区别|不同|差别|差多少|一样/u,
  en: /\b(?:together|between|difference|differ|combine|same|both|mix|versus|vs)\b/iu,
};

/**
 * The questions of a message that asks one thing of two by name: 云顶4和穿云2多重 asks 云顶4多重 and 穿云2多重. Empty for any
 * other, and for what is asked of both together. Pure.
 */
export function sharedQuestions(text: string, language: Language): readonly string[] {
  if (TOGETHER[language].test(text)) return [];
  const found = SHARED[language].exec(text.trim())?.groups;
  if (!found) return [];
  const { head = '', one, other, rest = '' } = found;
  const isName = (name: string) => ownWords(name, language).join('').length >= name.replace(/\s/g, '').length - 1;
  if (language === 'en' && !(isName(one) && isName(other) && asksSomething(`${head}${one}`, language))) return [];
  return [`${head}${one}${rest}`, `${head}${other}${rest}`];
}
