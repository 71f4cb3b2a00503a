import type { ConversationState } from '../../domain/conversation.ts';
import type { Language, Understanding } from '../../domain/understanding.ts';
import type { Intent } from '../../intents/intent.ts';
import { lastSpoken } from '../state/last-spoken.ts';

/** Says that a time is over: 都超过48小时了, *it's been longer than that*. */
const OVERDUE: Readonly<Record<Language, RegExp>> = {
  zh: /超(?:过|时|出)|(?:早就?|已经|都)过(?:了|去)|不止|[天周月时]了|(?:到|过)(?:点|期)了|等了|还没|一直没/u,
  en: /\bbeen (?:\w+ ){0,2}(?:longer|over|more|days|weeks|months|hours|\d+)|\b(?:longer|more) than (?:that|this|it)\b|\bpast (?:that|it)\b|\balready (?:been )?(?:\d+|over|past|longer|more)|\boverdue\b|\b(?:that|it)(?:'s| has)? (?:passed|gone by|is over)\b|\bover (?:that|it) (?:already|now)\b/iu,
};
/** Asks what would be, or how it goes as a rule. */
const SUPPOSES: Readonly<Record<Language, RegExp>> = {
  zh: /如果|要是|万一|假如|会不会|一般|通常|的话|怎么办/u,
  en: /\b(?:if|would|usually|normally|in case|what (?:do|should|can) i do)\b/iu,
};
/** A length of time, in a reply. */
const SPAN = /\d ?(?:个?(?:小时|工作日|月)|天|周)|\b\d+ (?:\w+ )?(?:hour|day|week|month)s?\b/iu;
/** Groups of intents on what a look-up can tell. */
const OF_ORDERS: ReadonlySet<string> = new Set(['shipping', 'logistics']);
const REFUNDS = /退款|到账|退.{0,2}钱|\brefund|\bmoney\b/iu;

/**
 * Whether a message says that the time is over which the last reply named for sending, delivery or a refund: then the customer's own order is
 * meant, whatever is told of the rules. Pure.
 */
export function saysOverdue(
  state: ConversationState,
  { text, language }: Understanding,
  catalogue: ReadonlyMap<string, Intent>,
): boolean {
  const last = lastSpoken(state);
  if (last?.action !== 'answer' || !SPAN.test(last.reply)) return false;
  if (!OVERDUE[language].test(text) || SUPPOSES[language].test(text)) return false;
  const group = catalogue.get(last.intents[0]?.name ?? '')?.group ?? '';
  return OF_ORDERS.has(group) || REFUNDS.test(last.text);
}
