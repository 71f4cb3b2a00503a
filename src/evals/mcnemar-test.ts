import { round } from './rate.ts';

/** Whether a before/after difference on the same cases may be chance. */
export interface McNemarResult {
  /** Cases that were true before and are not now. */
  readonly lost: number;
  /** Cases that are true now and were not before. */
  readonly gained: number;
  /** Two-sided exact p-value; 1 when nothing changed. */
  readonly pValue: number;
}

/**
 * McNemar's exact test over paired outcomes: under no real difference, every changed case is as likely lost as
 * gained. The exact binomial form holds for few changes, where the chi-squared one does not.
 * Q. McNemar, "Note on the sampling error of the difference between correlated proportions", Psychometrika 12 (1947).
 */
export function mcnemarTest(pairs: readonly { before: boolean; after: boolean }[]): McNemarResult {
  const lost = pairs.filter((pair) => pair.before && !pair.after).length;
  const gained = pairs.filter((pair) => !pair.before && pair.after).length;
  return { lost, gained, pValue: round(Math.min(1, 2 * binomialTail(Math.min(lost, gained), lost + gained))) };
}

/** P(X <= k) for X ~ Binomial(n, 1/2), by logarithms: 0.5 to the n underflows on large sets. */
function binomialTail(k: number, n: number): number {
  let logChoose = 0;
  let tail = Math.exp(-n * Math.LN2);
  for (let i = 1; i <= k; i++) {
    logChoose += Math.log(n - i + 1) - Math.log(i);
    tail += Math.exp(logChoose - n * Math.LN2);
  }
  return tail;
}
