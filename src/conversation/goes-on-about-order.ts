import type { ConversationState } from '../domain/conversation.ts';
import type { OrderStage } from '../domain/shop.ts';
import type { Language, Understanding } from '../domain/understanding.ts';
import type { Intent } from '../intents/intent.ts';
import { asksOwnOrder } from './asks-own-order.ts';
import { currentOrder } from './current-order.ts';
import { pointsBack } from './follow-up.ts';
import { newWords, ownWords } from './own-words.ts';
import { asksSomething } from './smalltalk.ts';

/** Asks when, where or whether: of an order that was just looked up, no rule is meant. */
const PROGRESS: Readonly<Record<Language, RegExp>> = {
  zh: /(?:什么子?|啥子?|哪个?|几)(?:时候|时间|天|日|号|点)|[几何]时|多(?:久|长时间|会儿)|还(?:要|得)等|到哪|在哪|哪[里儿了]|(?:到|发|寄|退|收|动|更新|出库|处理|审核)[了货出到款]*[没吗么不]|快到|快发|进[度展]|状态|[怎咋]么?样了|还没|一直没|没(?:有)?(?:收到|到|动静|消息|更新|发)|[天周月]了|从[^,，。]{1,6}[号天周]|超(?:时|过)|再(?:帮我)?[查看]/u,
  en: /\b(?:when|where|how (?:much )?(?:long|more|soon)\w*|how many (?:more )?(?:days|weeks)|eta|status|wh(?:at|ich) (?:day|date|time)|still|yet|already|updates?|news|check (?:it |that )?again|arriv\w*|since|been (?:longer|over|more|a|\w+) ?(?:days?|weeks?|hours?|than)?|too long|overdue|late|(?:has|is|did|will|was|hasn'?t|isn'?t|didn'?t) (?:it|that|they|this|my \w+)(?: be)?(?: \w+)? (?:ship|sen[dt]|left|leave|mov|com|here|deliver|on (?:its|the) way|out|paid|process|approv|back)\w*)\b/iu,
};
/** Asks how things go as a rule, or where one is to look. */
const RULE: Readonly<Record<Language, RegExp>> = {
  zh: /一般|通常|正常|如果|要是|万一|规则|流程|你们|你家|店里|(?:哪里|哪儿|在哪|怎么)(?:能|可以)?(?:看|查|改|找|填|申请)|另外|别的/u,
  en: /\b(?:usual|usually|typical|typically|normally|in general|if|policy|policies|do (?:you|u)|how (?:can|do) i|where (?:can|do) i|another|new)\b/iu,
};
/** What is said of any order. */
const ORDER_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  zh: new Set(
    '到 到货 到了 到达 送到 送达 收到 发 发货 发出 发出来 寄 寄出 退 退款 到账 快递 包裹 东西 订单 单子 物流 货 我的 啥子 能到 快到 快到了 没收到 没到 还没到 动静 消息 状态 进度 进展 更新 处理 等 再查 再看'.split(
      ' ',
    ),
  ),
  en: new Set(
    'arrive arriving arrived arrival come comes coming came deliver delivery delivered ship ships shipped shipping sent send sending left leave leaving moved moving order orders parcel package refund refunded back status update updates news eta day days week weeks hour hours here yet receive received expect expected longer check'.split(
      ' ',
    ),
  ),
};
const ABOUT: Readonly<Record<'under_way' | 'refund', ReadonlySet<string>>> = {
  under_way: new Set(['logistics', 'shipping']),
  refund: new Set(['logistics', 'shipping', 'after_sales']),
};
/** With more words of its own than these, a message asks something else. */
const MOST_NEW_WORDS = 2;

/** What is known of a message when it is asked whether an order is meant. */
export interface OrderQuestion {
  readonly understanding: Understanding;
  /** Whether the knowledge has an answer to the message by itself. */
  readonly answerable: boolean;
  readonly catalogue: ReadonlyMap<string, Intent>;
}

/**
 * Whether a message without a number goes on about the order that was looked up last: 啥时候到, *is it still in Wuhan*. What
 * asks for the rules, or names something else that the knowledge answers, does not.
 */
export function goesOnAboutOrder(
  state: ConversationState,
  { understanding, answerable, catalogue }: OrderQuestion,
): boolean {
  const order = currentOrder(state);
  const { text, language, intents } = understanding;
  if (!order || !PROGRESS[language].test(text) || RULE[language].test(text)) return false;
  const words = ownWords(text, language).filter((word) => !ORDER_WORDS[language].has(word));
  const fresh = newWords(words, order.reply, language).length;
  const isAbout =
    suits(intents[0] && catalogue.get(intents[0].name), order.stage) ||
    (asksOwnOrder(text, language) && pointsBack(text, language));
  // Who only states how long it takes has seen where the order stands.
  if (answerable && order.isLast && !asksSomething(text, language)) return false;
  if (words.length === 0) return isAbout || (order.isLast && saysNothingElse(understanding));
  return isAbout && !answerable && fresh <= MOST_NEW_WORDS;
}

/** Without an intent, or without words that could have one: 还要多久. 退款多久到账 of an order that was not refunded asks the rule. */
function saysNothingElse({ text, language, intents }: Understanding): boolean {
  return intents.length === 0 || pointsBack(text, language) || ownWords(text, language).length === 0;
}

/** Whether an intent is about an order at that stage. */
function suits(intent: Intent | undefined, stage: OrderStage): boolean {
  if (!intent) return false;
  const about = stage === 'refunding' || stage === 'refunded' ? ABOUT.refund : ABOUT.under_way;
  return intent.route === 'lookup' || about.has(intent.group);
}
