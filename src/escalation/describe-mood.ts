import type { PastTurn } from '../domain/conversation.ts';
import type { Sentiment } from '../domain/understanding.ts';
import type { BriefWords } from './brief-words.ts';
import { isCross } from './mood-trend.ts';

/** The mood in one line: label, what gave it away, and how it was before. */
export function describeMood(now: Sentiment, turns: readonly PastTurn[], words: BriefWords): string {
  const signs = now.signals.map((signal) => words.signals[signal]).filter((sign) => sign !== undefined);
  const before = turns.filter(({ sentiment }) => isCross(sentiment)).length;
  const parts = [words.mood[now.label], ...signs];
  if (before > 0) parts.push(words.before.replace('{n}', String(before)));
  return parts.join(', ');
}
