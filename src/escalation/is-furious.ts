import type { MoodReading, MoodSignal } from './read-mood-signals.ts';

/** What each kind of phrase adds; two points are fury. */
const POINTS: Partial<Record<MoodSignal, number>> = {
  insult: 2,
  swearing: 2,
  fury: 2,
  cheated: 1.5,
  sarcasm: 2,
  leaving: 1,
  rhetorical: 1,
  attitude: 1,
  dissatisfied: 0.5,
  weary: 0.5,
  /** A question wants an answer, and gladness takes the sting out. */
  question: -0.5,
  positive: -0.5,
  laughter: -1,
  storm: 0.5,
  question_storm: 0.5,
  shouting: 0.5,
};
const FURY = 2;
/** One strong phrase is fury only when the model hears it, too. */
const GRIEVANCE = 1.5;
const LIKELY = 0.6;
/** Below this even an insult may be the name of a board game. */
const POSSIBLE = 0.35;

/** Beyond this the trained model alone is proof: irony and rage without a single known word. */
const CERTAIN = 0.9;

/**
 * Whether an angry message is fury (insults, accusations, scorn, several grievances at once) or dissatisfaction that a
 * good answer may still mend.
 *
 * @param probability calibrated probability of anger
 */
export function isFurious({ signals, hits }: MoodReading, probability: number): boolean {
  let points = hits > 2 ? 0.5 : 0;
  for (const signal of signals) points += POINTS[signal] ?? 0;
  if (points >= FURY && probability >= POSSIBLE) return true;
  return (points >= GRIEVANCE && probability >= LIKELY) || probability >= CERTAIN;
}
