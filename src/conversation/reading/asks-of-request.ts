import type { Language } from '../../domain/understanding.ts';
import { asksSomething } from './asks-something.ts';
import { ownWords } from './own-words.ts';
import { connects } from './points-back.ts';

/** What is done with an order or its goods, step by step. */
const PROCESS: Readonly<Record<Language, RegExp>> = {
  zh: /退|换|取消|改|修|发票|开票|申请|报名|预[订约]/u,
  en: /\b(?:return|exchange|swap|send (?:it|this|them|something) back|cancel|refund|invoice|change|repair|replace|book|rent|hire)\b/iu,
};
/** Says outright that something is wanted. */
const WISHES: Readonly<Record<Language, RegExp>> = {
  zh: /[想要]|希望|麻烦|帮我|给我/u,
  en: /\b(?:want|need|would like|i'd like|please|pls)\b|^(?:cancel|return|exchange|swap|refund|change|book)\b/iu,
};
/** 麻烦取消订单 has the form of a question, too. */
const DEMANDS = /麻烦|帮我|给我/gu;
/** Asks whether something is due, and leaves open when: 要补差价吗, *do i have to pay the difference*. */
const DUTY: Readonly<Record<Language, RegExp>> = {
  zh: /^(?:那|还|也|我|是不是|是否)*(?:需?要|得|用)(?![多几哪什怎]).*(?:吗|么|嘛|不)[?？。~～ ]*$/u,
  en: /^(?:and |so |then )?(?:do|will|would|should|must) i (?:also |still |then )?(?:have to|need|pay|get charged|lose|owe)\b/iu,
};
/** So many words ask one thing of what is wanted. */
const MOST_WORDS = 1;

/**
 * Whether a message asks in a word or two of what the customer has just said to want, and says nothing of another matter: 运费呢 and 要补差价吗
 * after 我要换货. Pure.
 * @param former the question before
 */
export function asksOfRequest(former: string, text: string, language: Language): boolean {
  if (!connects(text, language) && !DUTY[language].test(text.trim())) return false;
  return ownWords(text, language).length <= MOST_WORDS && wantsDone(former, language);
}

/** Whether a message says that the customer wants something done, and asks nothing: 我要换货, *i want to exchange my tee*. */
function wantsDone(text: string, language: Language): boolean {
  if (!WISHES[language].test(text) || !PROCESS[language].test(text)) return false;
  return !asksSomething(text.replace(DEMANDS, ' '), language);
}
