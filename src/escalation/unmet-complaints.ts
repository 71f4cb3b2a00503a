import type { IntentScore, Language, Sentiment } from '../domain/understanding.ts';
import { normalizeTyped } from '../text/normalize-text.ts';
import { isCross } from './mood-trend.ts';
import type { Claims } from './read-claims.ts';
import { complainsOfOthers } from './read-threats.ts';

/** Knowledge that is less likely to answer than this is none: the topics nearest to the message are not offered either. */
const UNANSWERED = 0.3;
/** Intents that report trouble with what the customer was sent. */
const OF_OWN_GOODS: ReadonlySet<string> = new Set(['wrong_item', 'missing_item', 'damaged_item', 'quality_problem']);
/** An intent of these is believed from here on. */
const SURE = 0.8;
/** What a calm complaint is called: 你们招客服不 is near one and is none. */
const COMPLAINT: Readonly<Record<Language, RegExp>> = {
  zh: /投诉|反映|反馈|意见|举报|不满|差评|态度|评理/u,
  en: /\bcomplain\w*|\bfeedback\b|\bunhappy\b|\bnot (?:very |at all |really )?(?:happy|satisfied|pleased|impressed)\b|\bdissatisf\w*|\bissue with\b/u,
};
/** Asks for something of goods that an intent takes for broken ones: 腰带丢了能单买吗, 睡衣有兜没. */
const ASKS: Readonly<Record<Language, RegExp>> = {
  zh: /\?|[吗么呢没不]\s*$|[能可会哪几]|怎么|什么|多少/u,
  en: /\?|\b(?:can|could|would|do you|if|how|what|which)\b/u,
};

/** A message that the knowledge does not answer. */
export interface UnansweredMessage {
  /** The customer's own words. */
  readonly text: string;
  readonly language: Language;
  readonly intents: readonly IntentScore[];
  readonly sentiment: Sentiment;
  /** Calibrated probability, 0 to 1, that the knowledge answers it after all; 0 when absent. */
  readonly answerProbability?: number;
}

/** Whether a message whose intent is a complaint is one, calm as it may be. One about whoever delivers is not ours. Pure. */
export function complainsCalmly({ text, language, sentiment }: UnansweredMessage): boolean {
  if (complainsOfOthers(text, language)) return false;
  return isCross(sentiment) || COMPLAINT[language].test(normalizeTyped(text));
}

/** Whether an intent reports trouble with what the customer was sent. */
export function isOfOwnGoods(intent: IntentScore | undefined): intent is IntentScore {
  return intent !== undefined && OF_OWN_GOODS.has(intent.name);
}

/** Whether the message reports trouble with one's own goods that no page answers; where only an intent says so, that no page comes near. Pure. */
export function reportsTrouble(
  message: UnansweredMessage,
  claims: Pick<Claims, 'wrongGoods' | 'disappointed'>,
): boolean {
  const { text, language, intents, sentiment, answerProbability = 0 } = message;
  const [first] = intents;
  if (claims.wrongGoods || claims.disappointed) return true;
  if (answerProbability >= UNANSWERED) return false;
  const isSure = isOfOwnGoods(first) && first.confidence >= SURE;
  return isSure && !sentiment.signals.includes('question') && !ASKS[language].test(normalizeTyped(text));
}
