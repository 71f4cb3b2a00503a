import type { Language } from '../../domain/understanding.ts';
import { lengthOf } from '../../text/length-of.ts';
import { asksSomething } from './asks-something.ts';

/** What a customer wants is a request, whatever its form. */
const WANTS: Readonly<Record<Language, RegExp>> = {
  zh: /[要想请]|需要|希望|麻烦|申请|取消|给我|帮|告诉|投诉|赔|退[货款钱]|换货|发票|改/u,
  en: /\b(?:want|need|would like|i'd like|please|pls|let me|give|send|tell|show|cancel|refund|help|looking for|exchange|return|change)\b/iu,
};
/** Longer ones say by themselves what they are about. */
const LONGEST: Readonly<Record<Language, number>> = { zh: 12, en: 7 };

/** Whether a message tells something in a few words and asks for nothing: 微信付的, *it came yesterday*. Pure. */
export function statesFact(text: string, language: Language): boolean {
  return lengthOf(text, language) <= LONGEST[language] && !asksSomething(text, language) && !WANTS[language].test(text);
}
