import { resolve } from 'node:path';
import type { SplitChoice } from './load-cases.ts';
import type { ThresholdsFile } from './read-thresholds.ts';
import type { EvalSummary, RateName } from './summarise.ts';

/** The limits a run must keep, each a share of 1. */
export interface Thresholds {
  readonly minOfResolvable: number;
  readonly maxWrongAnswerRate: number;
  readonly minEscalationRecall: number;
  readonly maxNeedlessRate: number;
}

/** One limit and whether the run kept it. A rate with nothing to count keeps every limit. */
export interface ThresholdCheck {
  readonly name: keyof Thresholds;
  readonly rate: RateName;
  readonly limit: number;
  readonly value: number | null;
  readonly met: boolean;
}

/**
 * The limits for a run. Overrides that match it apply in order, so the last one wins.
 *
 * @param run its folders may be relative to the current one
 */
export function thresholdsFor(
  file: ThresholdsFile,
  run: { split: SplitChoice; knowledge?: string; cases?: string },
): Thresholds {
  const { overrides, ...merged } = file;
  for (const { split, knowledge, cases, ...own } of overrides) {
    const matches =
      (split === undefined || split === run.split) &&
      (knowledge === undefined || isSameFolder(knowledge, run.knowledge)) &&
      (cases === undefined || isSameFolder(cases, run.cases));
    if (matches) Object.assign(merged, own);
  }
  return merged;
}

const isSameFolder = (one: string, other: string | undefined) => other !== undefined && resolve(one) === resolve(other);

/** Holds a summary against the limits; `eval` exits with 1 when one is not met. */
export function checkThresholds(thresholds: Thresholds, summary: EvalSummary): ThresholdCheck[] {
  const check = (name: keyof Thresholds, rate: RateName): ThresholdCheck => {
    const limit = thresholds[name];
    const { value } = summary.rates[rate];
    const met = value === null || (name.startsWith('min') ? value >= limit : value <= limit);
    return { name, rate, limit, value, met };
  };
  return [
    check('minOfResolvable', 'ofResolvable'),
    check('maxWrongAnswerRate', 'wrongAnswers'),
    check('minEscalationRecall', 'escalationRecall'),
    check('maxNeedlessRate', 'needless'),
  ];
}
