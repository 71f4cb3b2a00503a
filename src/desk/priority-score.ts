import type { Priority, ReasonCode } from '../domain/decision.ts';
import { PRIORITY_SCORE } from '../domain/project-handoff.ts';
import type { Sentiment } from '../domain/understanding.ts';

/** What speaks for haste, besides the time waited: each ticket gains a point a minute (MINUTES_PER_POINT). */
export interface ScoreFacts {
  /** As the engine gave it: by reason, tier and mood. */
  readonly priority: Priority;
  readonly reason: ReasonCode;
  readonly sentiment?: Pick<Sentiment, 'score' | 'signals'>;
  readonly tier?: string;
  /** Yuan. */
  readonly orderValue?: number;
  /** Promised times that have passed. */
  readonly breaches?: number;
}

/**
 * Points, which are minutes of waiting, for what cannot wait. Whoever is hurt goes before everybody who threatens, whatever
 * their mood, tier and order.
 */
const REASON_POINTS: Partial<Record<ReasonCode, number>> = { safety: 75, legal: 20, threat: 15, anger: 10 };
/** By words in the name of a tier, most valued first. */
const TIER_POINTS: readonly (readonly [RegExp, number])[] = [
  [/black|diamond|[黑钻]/iu, 20],
  [/vip|platinum|铂/iu, 15],
  [/gold|plus|premium|[金银]/iu, 10],
];
const MOOD_POINTS = 10;
/** An order of 10,000 yuan counts as much as a quarter of an hour, one of 100 half as much. */
const POINTS_PER_DIGIT = 3.75;
const MOST_VALUE_POINTS = 20;
const BREACH_POINTS = 25;

/** Priority score; higher is more urgent. */
export function priorityScore(facts: ScoreFacts): number {
  const { priority, reason, sentiment, tier = '', orderValue = 0, breaches = 0 } = facts;
  const valued = TIER_POINTS.find(([words]) => words.test(tier))?.[1] ?? 0;
  const value = Math.min(MOST_VALUE_POINTS, POINTS_PER_DIGIT * Math.log10(Math.max(1, orderValue)));
  const mood = MOOD_POINTS * (sentiment?.score ?? 0);
  return Math.round(
    PRIORITY_SCORE[priority] + (REASON_POINTS[reason] ?? 0) + mood + valued + value + BREACH_POINTS * breaches,
  );
}

/** The score after one more broken promise. */
export function raisedScore(score: number): number {
  return score + BREACH_POINTS;
}

/** The score once the value of the order is known, which was not. */
export function scoreWithOrder(score: number, orderValue: number): number {
  return score + Math.round(Math.min(MOST_VALUE_POINTS, POINTS_PER_DIGIT * Math.log10(Math.max(1, orderValue))));
}
