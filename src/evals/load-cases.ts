import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidInputError } from '../domain/errors.ts';
import { type LoadedCase, parseCases } from './parse-cases.ts';
import type { Split } from './split-of.ts';

/** Which cases to run. */
export type SplitChoice = Split | 'all';

/**
 * Reads conversation cases from a YAML file, or from every `.yaml` and `.yml` file under a folder, in the order of
 * their paths.
 *
 * @throws InvalidInputError that lists every problem by file, line, case and field, or says that there are no cases
 */
export async function loadCases(path: string, options: { split?: SplitChoice } = {}): Promise<LoadedCase[]> {
  const split = options.split ?? 'all';
  const files = await caseFiles(path);
  const parsed = await Promise.all(files.map(async (file) => parseCases(file, await readFile(file, 'utf8'))));
  const cases = parsed.flatMap((one) => one.cases);
  const problems = [...parsed.flatMap((one) => one.problems), ...duplicateIds(cases)];
  if (problems.length > 0) throw new InvalidInputError(`Conversation cases have problems:\n${problems.join('\n')}`);
  const chosen = cases.filter((one) => split === 'all' || one.split === split);
  if (chosen.length === 0) throw new InvalidInputError(`No conversation cases in ${path} (split ${split})`);
  return chosen;
}

async function caseFiles(path: string): Promise<string[]> {
  const found = await stat(path).catch((cause) => {
    throw new InvalidInputError(`Cannot read conversation cases: no file or folder ${path}`, cause);
  });
  if (found.isFile()) return [path];
  const names = await readdir(path, { recursive: true });
  // Sorted by code unit, not by locale, so that every machine reports in the same order.
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(path, name));
}

function duplicateIds(cases: readonly LoadedCase[]): string[] {
  const first = new Map<string, LoadedCase>();
  return cases.flatMap((one) => {
    const earlier = first.get(one.id);
    if (!earlier) first.set(one.id, one);
    return earlier
      ? [`${one.file}:${one.line}: case ${one.id}: id: already used at ${earlier.file}:${earlier.line}`]
      : [];
  });
}
