import type { Language } from '../../domain/understanding.ts';
import { lengthOf } from '../../text/length-of.ts';
import { asksSomething } from './asks-something.ts';

/** What a customer wants is a request, whatever its form. */
const WANTS: Readonly<Record<Language, RegExp>> = {
  zh: /[要想请]|需要|希望|麻烦|申请|取消|给我|帮|告诉|投诉|赔|退[货款钱]|换货|发票|改/u,
  en: /\b(?:want|need|would like|i'd like|please|pls|let me|give|send|tell|show|cancel|refund|help|looking for|exchange|return|change)\b/iu,
};
/** Opens a condition that is put to the former question: 要是…, *what if*, *even if*. */
const CONDITION: Readonly<Record<Language, RegExp>> = {
  zh: /^(?:那么?|但是?|可是?)?[,，\s]*(?:[我你您]们?)?(?:要是|如果|假如|万一|就算|哪怕|即使|即便)|的话呢?[?？!！。～~]*$/u,
  en: /^(?:(?:and|but|or|ok|okay|so|oh|also)[, ]+)*(?:what(?: about)? if|what about when|(?:not )?even (?:if|when|though)|if)\b/iu,
};
/** Says that nothing but the condition, or a figure, is another: 就算…呢, *even if*, *what if I spend 200*. */
const SAME_OTHERWISE: Readonly<Record<Language, RegExp>> = {
  zh: /就算|哪怕|即使|即便|\p{N}/u,
  en: /\beven\b|(?<!\p{L})\p{N}/iu,
};
/** Begins a question behind its condition, where English puts no comma: *if I cancel do I get it back*. */
const INVERTED =
  /\b(?:do|does|did|can|could|will|would|should|may|is|are|was|has|have) (?:i|you|we|they|it|he|she|there|that|this|the|my|your)\b/iu;
/** Longer ones say by themselves what they are about. */
const LONGEST: Readonly<Record<Language, number>> = { zh: 12, en: 9 };

/**
 * Whether a message tells something in a few words and asks for nothing but what was asked: 微信付的, *it came yesterday*,
 * *even if I spend 200?* Pure.
 */
export function statesFact(text: string, language: Language): boolean {
  if (SAME_OTHERWISE[language].test(text) && setsCondition(text, language)) return true;
  return lengthOf(text, language) <= LONGEST[language] && !asksSomething(text, language) && !WANTS[language].test(text);
}

/**
 * Whether a message consists of a condition: 要是拿一箱呢, *what if she is out?* One that asks something under its condition
 * does not. Pure.
 */
export function setsCondition(text: string, language: Language): boolean {
  if (lengthOf(text, language) > LONGEST[language] || !CONDITION[language].test(text)) return false;
  const condition = text.replace(CONDITION[language], ' ').replace(/(?:呢|[?？])+\s*$/u, '');
  return !asksSomething(condition.trim(), language) && !INVERTED.test(condition);
}
