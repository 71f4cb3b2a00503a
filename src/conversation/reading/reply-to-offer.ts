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

function wordsOf(text: string): string {
  return normalizeTyped(text)
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}
