import { InvalidInputError } from '../domain/errors.ts';
import { type Baseline, readBaseline } from './compare-baseline.ts';
import { loadCases, type SplitChoice } from './load-cases.ts';
import type { LoadedCase } from './parse-cases.ts';

/** What a run plays and what it is compared with. */
export interface EvalInputs {
  /** Where the cases were read from, for reports. */
  readonly casesPath: string;
  readonly split: SplitChoice;
  readonly cases: readonly LoadedCase[];
  readonly baseline?: Baseline;
}

/** Paths as they were given. */
export interface EvalFiles {
  /** A case file or a folder of them. */
  readonly cases: string;
  /** An earlier report.json to compare with. */
  readonly baseline?: string;
  /** Default `all`. */
  readonly split?: SplitChoice;
}

/**
 * Reads everything a run needs besides the engine, which takes far longer to open: a wrong name is told at once.
 *
 * @throws InvalidInputError for cases or a baseline that cannot be read, or that have no case in common
 */
export async function readEvalInputs({
  cases: casesPath,
  baseline: file,
  split = 'all',
}: EvalFiles): Promise<EvalInputs> {
  const cases = await loadCases(casesPath, { split });
  const baseline = file === undefined ? undefined : await readBaseline(file);
  const before = new Set(baseline?.results.map(({ id }) => id));
  // Without a case in both, the rates of two different sets would be subtracted from one another.
  if (baseline && !cases.some(({ id }) => before.has(id)))
    throw new InvalidInputError(
      `Nothing to compare: the baseline ${file} has none of the ${cases.length} cases of ${casesPath} (split ${split})`,
    );
  return { casesPath, split, cases, baseline };
}
