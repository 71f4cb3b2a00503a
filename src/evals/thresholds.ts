import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { InvalidInputError } from '../domain/errors.ts';
import { locateYaml } from '../text/located-yaml.ts';
import type { SplitChoice } from './load-cases.ts';
import type { EvalSummary, RateName } from './summarise.ts';

const share = z.number().min(0).max(1);
const limits = {
  minOfResolvable: share,
  maxWrongAnswerRate: share,
  minEscalationRecall: share,
  maxNeedlessRate: share,
};
const overrideSchema = z
  .strictObject({
    split: z.enum(['dev', 'test', 'all']),
    knowledge: z.string().min(1),
    cases: z.string().min(1),
    ...limits,
  })
  .partial();
const thresholdsSchema = z.strictObject({ ...limits, overrides: z.array(overrideSchema).default([]) });

/** The limits a run must keep, each a share of 1. */
export interface Thresholds {
  readonly minOfResolvable: number;
  readonly maxWrongAnswerRate: number;
  readonly minEscalationRecall: number;
  readonly maxNeedlessRate: number;
}

/** The thresholds file: limits for every run, and overrides for a split, a knowledge folder, a cases folder or several of them. */
export type ThresholdsFile = z.infer<typeof thresholdsSchema>;

/** One limit and whether the run kept it. A rate with nothing to count keeps every limit. */
export interface ThresholdCheck {
  readonly name: keyof Thresholds;
  readonly rate: RateName;
  readonly limit: number;
  readonly value: number | null;
  readonly met: boolean;
}

/**
 * Reads `evals/thresholds.yaml`.
 *
 * @throws InvalidInputError that names file, line and field
 */
export async function readThresholds(file: string): Promise<ThresholdsFile> {
  const source = await readFile(file, 'utf8').catch((cause) => {
    throw new InvalidInputError(`Cannot read the thresholds ${file}`, cause);
  });
  const yaml = locateYaml(file, source);
  if (yaml.problems.length > 0) throw new InvalidInputError(yaml.problems.join('\n'));
  const parsed = thresholdsSchema.safeParse(yaml.value);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(
    (one) => `${file}:${yaml.lineOf(one.path)}: ${one.path.join('.')}: ${one.message}`,
  );
  throw new InvalidInputError(lines.join('\n'));
}

/** The limits for a run. Overrides that match it apply in order, so the last one wins. */
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
