import type { Language } from '../../domain/understanding.ts';
import { ownWords } from './own-words.ts';
import { ENGLISH_NAME } from './shared-question.ts';

/** As few words as will do: what follows may be a name, too. */
const SHORT_NAME = `${ENGLISH_NAME}?`;
const ARTICLE = '(?:(?:the|your|ur|a|an) )?';
const CHINESE_NAME = '[^，,。?？\\s和跟与、]{1,8}?';
const COMPARED: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(
    `^(?:请问|想问一?下?|亲|那)?[，,\\s]*(?<one>${CHINESE_NAME})\\s?(?:和|跟|与|、|还有|还是)\\s?(?<other>${CHINESE_NAME})\\s?(?:之间|相比|比起来|到底|的话|我该|应该|，|,)*(?:(?:有(?:什么|啥|哪些|多大|没有)?|什么|啥)的?(?:区别|不同|差别|差异|不一样)|(?:区别|差别|差异)(?:在哪|是什么|大[吗不])|差在哪|怎么选|选(?:哪|什么)[一个种款件条]*|哪[一个种款件条]*(?:更|比较)?(?:好|合适|值得买?)).{0,8}$`,
    'u',
  ),
  en: new RegExp(
    [
      `\\b(?:(?:diff(?:erence)?s?|differences?)(?: is there| are there)? (?:between|of)|compare) ${ARTICLE}(?<one>${SHORT_NAME}) (?:and|vs\\.?|versus|or|&|to|with|from) ${ARTICLE}(?<other>${SHORT_NAME})[?!.\\s]*$`,
      `\\bhow (?:is|are|does|do) ${ARTICLE}(?<first>${SHORT_NAME}) (?:differ(?:ent)?|compare) (?:from|to|with|than) ${ARTICLE}(?<second>${SHORT_NAME})[?!.\\s]*$`,
      `^${ARTICLE}(?<left>${SHORT_NAME}) (?:vs\\.?|versus) ${ARTICLE}(?<right>${SHORT_NAME})[?!.\\s]*$`,
    ].join('|'),
    'iu',
  ),
};

/** What came is held against what was shown, or a question stands in front: nothing to choose between. */
const NO_GOODS: Readonly<Record<Language, RegExp>> = {
  zh: /收到|实物|图|描述|页面|详情|直播|[吗么]|可以|一起|我|你/u,
  en: /\b(?:i|you|picture|photo|description|got|received|prices?)\b/iu,
};

/**
 * The things that a message compares, by name and nothing else: *micro and base stove* of *whats the diff between the micro and the base stove*.
 * What tells them apart stands on the page that describes both, which hardly ever speaks of a difference. Undefined for any other message. Pure.
 */
export function comparedThings(text: string, language: Language): string | undefined {
  const found = COMPARED[language].exec(text.trim())?.groups;
  const one = found?.one ?? found?.first ?? found?.left;
  const other = found?.other ?? found?.second ?? found?.right;
  if (one === undefined || other === undefined) return undefined;
  if (![one, other].every((name) => ownWords(name, language).length > 0 && !NO_GOODS[language].test(name)))
    return undefined;
  return language === 'zh' ? `${one}和${other}` : `${one} and ${other}`;
}
