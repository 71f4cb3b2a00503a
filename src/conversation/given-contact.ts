import type { ConversationState } from '../domain/conversation.ts';
import type { TurnResult } from '../domain/turn.ts';
import type { Language } from '../domain/understanding.ts';
import { withoutContactData } from '../intents/contact-data.ts';
import { readEntities } from '../intents/entities.ts';
import { hasLetters } from '../text/letters.ts';
import type { Replies } from './deciding/replies.ts';
import { WORDLESS } from './reading/understand.ts';
import { lastSpoken } from './state/last-spoken.ts';

/** What introduces an address, and the words beside one. */
const LEADS =
  /(?:我的?|这是|新的?|收货|收件|寄到|地址|电话|手机号?|收件人|收货人|联系人|姓名|名字|税号|抬头|邮箱|是|为|叫)|\b(?:my|the|new|here(?:'s| is)|this is|it's|address|phone|mobile|number|name|email|tel|is|to)\b/giu;
/** Longer than any address. */
const LONGEST = 200;

/**
 * The turn of a customer who sends an address, a telephone number or the like, and does not say what for: the bot asks, once. Undefined for
 * any other message, and where a number was asked for. Nothing is understood, looked up or searched.
 */
export function givenContact(
  state: ConversationState,
  text: string,
  language: Language,
  replies: Replies,
): TurnResult | undefined {
  if (state.awaiting?.slot === 'order_number' || text.length > LONGEST) return undefined;
  const rest = withoutContactData(text);
  if (rest === text.trim() || hasLetters(rest.replace(LEADS, ' '))) return undefined;
  const reply = replies[language].contact;
  if (lastSpoken(state)?.reply === reply) return undefined;
  const nothing = { intents: [], citations: [], candidates: [], sentiment: WORDLESS.sentiment };
  return { ...nothing, action: 'clarify', reply, language, entities: readEntities(text) };
}
