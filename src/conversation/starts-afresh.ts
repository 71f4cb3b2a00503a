import type { Language } from '../domain/understanding.ts';

/** Words with which a customer drops what was spoken of: 那算了。 对了， "never mind," "by the way". */
const OPENINGS: Readonly<Record<Language, RegExp>> = {
  zh: /^(?:(?:哦|噢|啊|嗯|好吧|行吧|那|等一下|等等|哎|诶|亲)[,，。!！\s]*)*(?:算了|对了|话说|等一下|等等|换个问题|再问一个|另外问一?下?|还有个(?:问题|事))(?:[^,，。!！?？\s]{0,6}[了吧])?[,，。.!！~～\s]+/u,
  en: /^(?:(?:ok(?:ay)?|oh|well|hmm|right|cool)[,. ]+)*(?:never ?mind|nvm|forget it|anyway|anyhow|by the way|btw|actually|also|another (?:thing|question)|different question|one more (?:thing|question))\b(?: (?:that|then))?[\s,.:;!-]*/iu,
};
/** What is left must be able to stand alone. Characters in Chinese, words in English. */
const ENOUGH: Readonly<Record<Language, (text: string) => boolean>> = {
  zh: (text) => [...text].length >= 4,
  en: (text) => text.split(/\s+/).length >= 3,
};

/** The new question of a message that drops the topic in so many words, without them; undefined for any other. Pure. */
export function startsAfresh(text: string, language: Language): string | undefined {
  const opening = OPENINGS[language].exec(text)?.[0];
  if (!opening) return undefined;
  const rest = text.slice(opening.length).trim();
  return ENOUGH[language](rest) ? rest : undefined;
}
