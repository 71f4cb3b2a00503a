import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { InvalidInputError } from '../domain/errors.ts';
import { jsonIssue } from '../text/plain-issues.ts';
import { type McNemarResult, mcnemarTest } from './mcnemar-test.ts';
import { round } from './rate.ts';
import type { CaseResult, EvalSummary, RateName } from './summarise.ts';

const baselineSchema = z.object({
  rates: z.record(z.string(), z.object({ value: z.number().nullable() })),
  results: z.array(z.object({ id: z.string(), passed: z.boolean(), autoResolved: z.boolean(), wrong: z.boolean() })),
});

/** What a comparison needs of an earlier report. */
export interface Baseline {
  readonly rates: Readonly<Partial<Record<RateName, { readonly value: number | null }>>>;
  readonly results: readonly CaseResult[];
}

/** A rate then and now, over all cases of each run. */
export interface RateChange {
  readonly name: RateName;
  readonly before: number | null;
  readonly after: number | null;
  readonly difference: number | null;
}

/** What changed since an earlier report. Lists hold case ids in the order of the present run. */
export interface BaselineComparison {
  readonly newlyFailing: readonly string[];
  readonly newlyPassing: readonly string[];
  /** How many cases both runs have: what the tests are over. */
  readonly inBoth: number;
  /** Cases of only one of the two runs; they take no part in the tests. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly rates: readonly RateChange[];
  readonly tests: Readonly<Record<'passed' | 'autoResolved' | 'wrong', McNemarResult>>;
}

/**
 * Reads an earlier JSON report.
 *
 * @throws InvalidInputError that names the file, and the field when it is no report of this kind
 */
export async function readBaseline(file: string): Promise<Baseline> {
  const source = await readFile(file, 'utf8').catch((cause) => {
    throw new InvalidInputError(`Cannot read the baseline ${file}`, cause);
  });
  const parsed = baselineSchema.safeParse(parseJson(file, source), { error: jsonIssue });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InvalidInputError(
    `${file} is not a JSON report of this command: ${issue.path.join('.')}: ${issue.message}`,
  );
}

function parseJson(file: string, source: string): unknown {
  try {
    return JSON.parse(source);
  } catch (cause) {
    throw new InvalidInputError(`${file} is not JSON`, cause);
  }
}

/** Compares case by case where both runs have the case, and rate by rate over all of each run. */
export function compareWithBaseline(summary: EvalSummary, baseline: Baseline): BaselineComparison {
  const earlier = new Map(baseline.results.map((result) => [result.id, result]));
  const pairs = summary.results.flatMap((after) => {
    const before = earlier.get(after.id);
    return before ? [{ id: after.id, before, after }] : [];
  });
  const present = new Set(summary.results.map((result) => result.id));
  const test = (outcome: (result: CaseResult) => boolean) =>
    mcnemarTest(pairs.map(({ before, after }) => ({ before: outcome(before), after: outcome(after) })));
  return {
    newlyFailing: pairs.filter(({ before, after }) => before.passed && !after.passed).map((pair) => pair.id),
    newlyPassing: pairs.filter(({ before, after }) => !before.passed && after.passed).map((pair) => pair.id),
    inBoth: pairs.length,
    added: summary.results.filter((result) => !earlier.has(result.id)).map((result) => result.id),
    removed: baseline.results.filter((result) => !present.has(result.id)).map((result) => result.id),
    rates: (Object.keys(summary.rates) as RateName[]).map((name) => rateChange(name, summary, baseline)),
    tests: {
      passed: test((result) => result.passed),
      autoResolved: test((result) => result.autoResolved),
      wrong: test((result) => result.wrong),
    },
  };
}

function rateChange(name: RateName, summary: EvalSummary, baseline: Baseline): RateChange {
  const before = baseline.rates[name]?.value ?? null;
  const after = summary.rates[name].value;
  return { name, before, after, difference: before === null || after === null ? null : round(after - before) };
}
