import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { InvalidInputError } from '../domain/errors.ts';
import { locateYaml } from '../text/located-yaml.ts';
import { fileProblems, plainIssue } from '../text/plain-issues.ts';

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

/**
 * The thresholds file: limits for every run, and overrides for a split, a knowledge folder, a cases folder or several of
 * them. Folders are absolute.
 */
export type ThresholdsFile = z.infer<typeof thresholdsSchema>;

/**
 * Reads a file of limits.
 *
 * @param root what its folders are relative to; not where somebody stands: the limits of a run must not depend on that
 * @throws InvalidInputError that names file, line and field
 */
export async function readThresholds(file: string, root: string): Promise<ThresholdsFile> {
  const source = await readFile(file, 'utf8').catch((cause) => {
    throw new InvalidInputError(`Cannot read the thresholds ${file}`, cause);
  });
  const yaml = locateYaml(file, source);
  if (yaml.problems.length > 0) throw new InvalidInputError(yaml.problems.join('\n'));
  const parsed = thresholdsSchema.safeParse(yaml.value ?? {}, { error: plainIssue });
  if (parsed.success) return withAbsoluteFolders(parsed.data, root);
  throw new InvalidInputError(fileProblems(file, yaml, parsed.error.issues).join('\n'), parsed.error);
}

function withAbsoluteFolders(file: ThresholdsFile, root: string): ThresholdsFile {
  const absolute = (folder: string | undefined) => folder && resolve(root, folder);
  const overrides = file.overrides.map((one) => ({
    ...one,
    knowledge: absolute(one.knowledge),
    cases: absolute(one.cases),
  }));
  return { ...file, overrides };
}
