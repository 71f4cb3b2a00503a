import type { PastTurn } from '../domain/conversation.ts';
import type { Sentiment, SentimentLabel } from '../domain/understanding.ts';

const CROSS: ReadonlySet<SentimentLabel> = new Set(['threat', 'angry', 'upset']);
const FURIOUS = ['insult', 'fury', 'cheated'];
/** A complaint before the last two turns has been lived down. */
const REMEMBERED = 2;

/** Whether the tone is one of anger, mild or not. */
export function isCross({ label }: Sentiment): boolean {
  return CROSS.has(label);
}

/** Whether the words scold or accuse, so that no page is an answer, however well it fits the matter. */
export function isFurious({ signals }: Sentiment): boolean {
  return FURIOUS.some((signal) => signals.includes(signal));
}

/** Cross in tone or in words. */
export function isIncensed(sentiment: Sentiment): boolean {
  return isCross(sentiment) || isFurious(sentiment);
}

/**
 * Dissatisfaction that lasts: cross now, and cross already in one of the last two turns. One sigh is no reason to call
 * a person, the second one is.
 */
export function staysCross(turns: readonly PastTurn[], now: Sentiment): boolean {
  return isCross(now) && turns.slice(-REMEMBERED).some(({ sentiment }) => isCross(sentiment));
}
