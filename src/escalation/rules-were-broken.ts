import type { PastTurn } from '../domain/conversation.ts';
import type { Language, Sentiment } from '../domain/understanding.ts';
import { insistsOnMoney } from './insists-on-money.ts';
import type { LikelyReply } from './is-ordinary.ts';
import { speaksOfDelay } from './lexicon/overdue.ts';
import { isCross, isIncensed } from './mood-trend.ts';
import type { Claims } from './read-claims.ts';

/** What is known of a message that may complain of a broken rule. */
export interface Grievance {
  readonly turns: readonly PastTurn[];
  /** The customer's own words. */
  readonly text: string;
  readonly language: Language;
  readonly sentiment: Sentiment;
  /** What the knowledge would be likely enough right to reply; absent where it has no answer. */
  readonly answer?: LikelyReply;
  /** Whether the knowledge is sure of it. */
  readonly isSure: boolean;
  /** Whether the shop's orders can be looked up, so that how a late one stands is told first. */
  readonly looksUpOrders?: boolean;
}

/**
 * Whether a message complains of a rule that the shop has broken already, so that telling the rule is no answer: a mistake made again, money
 * or goods that are overdue, counterfeits. Pure.
 */
export function rulesWereBroken(grievance: Grievance, claims: Claims): boolean {
  const { turns, text, language, sentiment, isSure } = grievance;
  if (claims.aggrieved || insistsOnMoney(turns, text, language)) return true;
  if (claims.neglected && isCross(sentiment) && !isSure) return true;
  return claims.overdue && (isIncensed(sentiment) || !isTold(grievance));
}

/** Whether a page tells what becomes of a late order or refund, or a look-up how this one stands. */
function isTold({ text, language, sentiment, answer, looksUpOrders }: Grievance): boolean {
  if (looksUpOrders || sentiment.signals.includes('question')) return true;
  return speaksOfDelay(answer?.text ?? '', text, language);
}
