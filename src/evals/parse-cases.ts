import type { z } from 'zod';
import { locateYaml } from '../text/located-yaml.ts';
import { plainIssue } from '../text/plain-issues.ts';
import { type ConversationCase, conversationCaseSchema } from './case-schema.ts';
import { type Split, splitOf } from './split-of.ts';

/** A case with where it stands and which half of the data it belongs to. */
export interface LoadedCase extends ConversationCase {
  readonly file: string;
  /** 1-based line on which the case starts. */
  readonly line: number;
  readonly split: Split;
  /** Says what is wrong with a field of this case, in the form of `parseCases`. */
  readonly problemAt: (path: readonly PropertyKey[], message: string) => string;
}

/**
 * Reads the cases of one file. Nothing is thrown: every problem is listed as `file:line: case id: field message`,
 * so that a writer can correct a whole file at once.
 *
 * @param file name used in problems and reports
 */
export function parseCases(file: string, source: string): { cases: LoadedCase[]; problems: string[] } {
  const yaml = locateYaml(file, source, { numbersAsText: true });
  if (yaml.problems.length > 0) return { cases: [], problems: [...yaml.problems] };
  if (!Array.isArray(yaml.value) || yaml.value.length === 0)
    return { cases: [], problems: [`${file}:1: must be a list of cases`] };
  const cases: LoadedCase[] = [];
  const problems: string[] = [];
  for (const [index, entry] of yaml.value.entries()) {
    const parsed = conversationCaseSchema.safeParse(entry, { error: plainIssue });
    const problemAt = (path: readonly PropertyKey[], message: string) =>
      `${file}:${yaml.lineOf([index, ...path])}: case ${nameOf(entry, index)}: ${fieldName(path)}${message}`;
    if (parsed.success)
      cases.push({ ...parsed.data, file, line: yaml.lineOf([index]), split: splitOf(parsed.data.id), problemAt });
    else problems.push(...parsed.error.issues.map((issue) => describe(issue, problemAt)));
  }
  return { cases, problems };
}

function nameOf(entry: unknown, index: number): string {
  const id = (entry as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : `number ${index + 1}`;
}

function describe(issue: z.core.$ZodIssue, problemAt: LoadedCase['problemAt']): string {
  if (issue.code === 'unrecognized_keys') return problemAt([...issue.path, issue.keys[0]], 'is not a known key');
  return problemAt(issue.path, issue.message);
}

/** `turns[0].expect.action`, as a reader of the file would say it. */
function fieldName(path: readonly PropertyKey[]): string {
  const name = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return name === '' ? '' : `${name.replace(/^\./, '')}: `;
}
