import type { Language } from '../../domain/understanding.ts';

/**
 * What was tried, in words, and the trouble that stays in spite of it: 都调平了还是晃, *did that, still sticky*. Not what is waited
 * for: 等了三天还是没到, *i paid and it still says pending*.
 */
const STAYS: Readonly<Record<Language, RegExp>> = {
  zh: /^(?<tried>[^你您店客买收退等单付]{0,12}(?:了|过|遍)[^你您店客买收退等单付]{0,4}?)?(?:可是?|但是?|结果|它们?)?(?:还是|仍然|依然|照样|一样|还)(?:会|在|很|老是?|一直)*(?<trouble>(?![没不能可要想有是到给])\p{Script=Han}{1,4}?)(?:得很|得厉害|啊|呀|了|的|哦|嘛|唉|诶|哎|啦)*$/u,
  en: /^(?<tried>(?:(?:i|we)(?:'?ve| have| already| just| even| did)* |(?=(?:did|done|tried) ))(?:(?!(?:paid|waited|waiting|ordered|bought|returned|sent|emailed|called|asked) )[a-z0-9']+,? ){1,8}?(?:and |but )?)?(?:(?:it|that|this|they)(?:'?s| is| are)? )?still (?<trouble>(?!(?:not|waiting|says|said|have|has|need|want|get|got|in|on|at|available|open|valid|pending) ?)[a-z']+(?: [a-z']+)?)(?: (?:after (?:that|this|all that)|now|though|tho|a lot|badly))*$/u,
};
/** Troubles that are named by one word, whether or not anything is said to have been tried. */
const TROUBLES: Readonly<Record<Language, RegExp>> = {
  zh: /[抖晃漏响卡烫断坏臭闪裂松堵糊疼痒冒滴歪皱粘]/u,
  en: /^(?:wobbl|leak|stuck|stick|broke|loose|shak|squeak|nois|crack|smell|blink|flash|crash|freez|frozen|jam|slip|drip|rattl|stain|itch|hurt|fail|dead)/u,
};
const ENDING = /(?:ing|ed|es|s|y|e)$/u;

/**
 * Whether a message says that the trouble of the messages before is still there. Pure.
 * @param words the message without marks, in small letters
 * @param before what the customer wrote before
 */
export function troubleStays(words: string, language: Language, before: string): boolean {
  const { tried, trouble } = STAYS[language].exec(words)?.groups ?? {};
  if (trouble === undefined) return false;
  if (tried === undefined && !TROUBLES[language].test(trouble)) return false;
  if (language === 'zh') return before.includes(trouble);
  const known = new Set((before.toLowerCase().match(/[a-z']+/gu) ?? []).map(stem));
  return trouble.split(' ').some((word) => known.has(stem(word)));
}

function stem(word: string): string {
  return word.length > 3 ? word.replace(ENDING, '') : word;
}
