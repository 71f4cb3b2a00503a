import type { ConversationState } from '../../domain/conversation.ts';
import type { Language } from '../../domain/understanding.ts';
import { lastSpoken } from '../state/last-spoken.ts';

/** The lines behind a look-up that offer a person who takes the matter up. */
export interface PersonOffered {
  readonly heldUp: string;
  readonly notThere: string;
}

/**
 * Takes up the offer, and says no more: 那你帮我催一下, 麻烦了, *please chase it*; asks what is to be done, which is just that. 好的 and *ok*
 * alone acknowledge what was told as well. No word of what stands in front may begin another: a row of them would never be done with.
 */
const ACCEPTS: Readonly<Record<Language, RegExp>> = {
  zh: /^(?:那|就|嗯|能(?:不能)?|可不可以|好的?|行|可以|请|麻烦|你们?|您|快点?|赶紧|尽快|马上|给我|帮我|帮忙|我要|要|需要|再|去|亲)*(?:催(?:催|一?下|一催|促)?|核实(?:一?下)?|跟进(?:一?下)?|查(?:查|一?下|清楚)?|处理(?:一?下)?|要|需要|麻烦(?:你|您)?(?:们)?了?|怎么办|咋办|咋整|怎么弄)(?:的|吗|发货|单(?!有)|吧|啊|呀|啦|了|呗|嘛|我|一?下|快递|物流|仓库|亲|谢谢|好吗|好不好|可以吗|行吗|呢)*$/u,
  en: /^(?:(?:yes|yeah|yep|yea|sure|ok|okay|alright|please|pls|then|so|can you|could you|would you|i want you to|just|do|and) ?)*(?:please|pls|(?:yes|yeah|yep|sure)(?: do)?|do(?: (?:it|that|so))?|go ahead|chase(?: (?:it|that|this|them|up))*|check(?: (?:it|that|this|with them))?(?: again)?|look into (?:it|that|this)|what (?:now|then)|what (?:do|can|should) (?:i|we) do(?: now)?|i (?:want|would like|need) (?:that|it))(?: (?:please|pls|then|for me|thanks|thank you|asap|now))*$/iu,
};
/** Thanks close the matter where nothing is asked for besides: 好的麻烦你了谢谢. */
const THANKS = /谢/u;
const ASKS = /[催查要]|核实|跟进|处理/u;
/** Whoever writes more has something else to say; in characters. */
const LONGEST = 60;
const MARKS = /[^\p{L}\p{N}']+/gu;

/** Whether a message takes up the person whom the last reply that was no small talk offered to chase an order. Pure. */
export function acceptsPerson(
  { turns }: Pick<ConversationState, 'turns'>,
  text: string,
  language: Language,
  { heldUp, notThere }: PersonOffered,
): boolean {
  const reply = lastSpoken({ turns })?.reply;
  if (!reply || ![heldUp, notThere].some((line) => reply.endsWith(line))) return false;
  const words = text.replace(MARKS, language === 'zh' ? '' : ' ').trim();
  return words.length <= LONGEST && (!THANKS.test(words) || ASKS.test(words)) && ACCEPTS[language].test(words);
}
