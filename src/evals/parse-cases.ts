import type { z } from 'zod';
import { type LocatedYaml, locateYaml } from '../text/located-yaml.ts';
import { type ConversationCase, conversationCaseSchema } from './case-schema.ts';
import { type Split, splitOf } from './split-of.ts';

/** A case with where it stands and which half of the data it belongs to. */
export interface LoadedCase extends ConversationCase {
  readonly file: string;
  /** 1-based line on which the case starts. */
  readonly line: number;
  readonly split: Split;
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
    const parsed = conversationCaseSchema.safeParse(entry, { error: missing });
    if (parsed.success)
      cases.push({ ...parsed.data, file, line: yaml.lineOf([index]), split: splitOf(parsed.data.id) });
    else problems.push(...parsed.error.issues.map((issue) => describe(file, yaml, index, entry, issue)));
  }
  return { cases, problems };
}

const missing = (issue: { input?: unknown }) => (issue.input === undefined ? 'is missing' : undefined);

function describe(file: string, yaml: LocatedYaml, index: number, entry: unknown, issue: z.core.$ZodIssue): string {
  const id = (entry as { id?: unknown } | null)?.id;
  const name = typeof id === 'string' ? id : `number ${index + 1}`;
  const unknownKey = issue.code === 'unrecognized_keys' ? [issue.keys[0]] : [];
  const path = [...issue.path, ...unknownKey];
  const message = issue.code === 'unrecognized_keys' ? 'is not a known key' : issue.message;
  return `${file}:${yaml.lineOf([index, ...path])}: case ${name}: ${fieldName(path)}${message}`;
}

/** `turns[0].expect.action`, as a reader of the file would say it. */
function fieldName(path: readonly PropertyKey[]): string {
  const name = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return name === '' ? '' : `${name.replace(/^\./, '')}: `;
}
