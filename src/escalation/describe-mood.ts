import type { PastTurn } from '../domain/conversation.ts';
import type { ReasonCode } from '../domain/decision.ts';
import type { Sentiment } from '../domain/understanding.ts';
import type { BriefWords } from './brief-words.ts';
import { isCross } from './mood-trend.ts';

/** Whoever is hurt, or goes to law, may say so in the calmest words: "calm" would read as if the matter were light. */
const GRAVE: ReadonlySet<ReasonCode> = new Set(['safety', 'legal', 'threat']);

/** The mood in one line: label, what gave it away, and how it was before; empty when there is nothing to say. */
export function describeMood(
  now: Sentiment,
  turns: readonly PastTurn[],
  words: BriefWords,
  reason: ReasonCode,
): string {
  const signs = now.signals.map((signal) => words.signals[signal]).filter((sign) => sign !== undefined);
  const before = turns.filter(({ sentiment }) => isCross(sentiment)).length;
  const isCalm = now.label === 'neutral' || now.label === 'positive';
  const parts = [...(isCalm && GRAVE.has(reason) ? [] : [words.mood[now.label]]), ...signs];
  if (before > 0) parts.push(words.before.replace('{n}', String(before)));
  return parts.join(', ');
}
