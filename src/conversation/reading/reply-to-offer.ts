import type { ConversationState } from '../../domain/conversation.ts';
import { normalizeTyped } from '../../text/normalize-text.ts';

/* What is said to topics that were offered, in either language: Chinese customers write yes and ok, too. */

const YES =
  "yes|yeah|yea|yep|yup|ya|sure|right|correct|exactly|indeed|it is|it was|that is it|that's it|thats it|that one|this one|ok|okay|是|是的|是呀|是啊|是这个|是它|对|对的|对对|对呀|对啊|嗯|嗯嗯|嗯嗯嗯|恩|恩恩|没错|不错|就是|就是的|就是这个|就这个|就是它|好|好的|可以|要|要的";
const NO =
  "no|nope|nah|not really|not that|not this|not that one|not this one|no it isn't|no it's not|it isn't|it's not|none|none of them|none of these|none of those|neither|neither of them|something else|不|不是|不是的|不是这个|不是它|都不是|都不对|不对|没有|不要|别的|其他的|另外的";
const SOFTENS = '亲|呢|啊|呀|哦|哈|吧|了|的|please|pls|mate|sorry';
const SAID_YES = onlyOf(YES, `${SOFTENS}|谢谢|谢了|thanks|thank you|thx|ta`);
/** *No thanks* wants nothing more. */
const SAID_NO = onlyOf(NO, SOFTENS);

/** Matches a text that begins with one of the words and holds nothing but them and what goes with them. */
function onlyOf(words: string, besides: string): RegExp {
  return new RegExp(`^(?:${words})(?: ?(?:${words}|${besides})){0,3}$`, 'u');
}

/** The one title that was offered, where a message says no more than yes to it. Pure. */
export function confirmedTopic({ awaiting }: Pick<ConversationState, 'awaiting'>, text: string): string | undefined {
  const options = awaiting?.slot === 'topic' ? (awaiting.options ?? []) : [];
  return options.length === 1 && SAID_YES.test(wordsOf(text)) ? options[0] : undefined;
}

/** Whether a message says no more than that what was offered is not meant. Pure. */
export function declinesOffer({ awaiting }: Pick<ConversationState, 'awaiting'>, text: string): boolean {
  const isOffered = awaiting?.slot === 'topic' && (awaiting.options ?? []).length > 0;
  return isOffered && !/[?？]/u.test(text) && SAID_NO.test(wordsOf(text));
}

const ALL =
  '(?:both|all)(?: of)?(?: (?:them|these|those|two|three))?|either|1 and 2|one and two|the two of them|两个(?:都)?|三个(?:都)?|两样都?|都|全部|全都|俩都?|1和2|一和二';
const WANTED =
  '要|是|想要?|问|想问|知道|想知道|了解|想了解|看|看看|说|说说|需要|有|please|pls|thanks|i want|i mean|i need|to know|actually|我|亲|的|呢|啊|呀|吧|了|一下|yes|yeah|ok|嗯|对';
const SAID_ALL = new RegExp(`^(?:(?:${WANTED}) ?){0,3}(?:${ALL})(?: ?(?:${WANTED})){0,4}$`, 'u');

/** The titles that were offered, where a message asks for all of them: 两个都要, *both please*. None for any other. Pure. */
export function allTopics({ awaiting }: Pick<ConversationState, 'awaiting'>, text: string): readonly string[] {
  const options = awaiting?.slot === 'topic' ? (awaiting.options ?? []) : [];
  return options.length > 1 && !/[?？]/u.test(text) && SAID_ALL.test(wordsOf(text)) ? options : [];
}

function wordsOf(text: string): string {
  return normalizeTyped(text)
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}
