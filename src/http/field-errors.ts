import type { z } from 'zod';
import type { FieldError } from './problem.ts';

/** More would tell nobody more, and lets a request decide the size of its answer. */
const MOST = 20;
const LONGEST_NAME = 100;

/**
 * Names every wrong field once for each thing that is wrong with it.
 * @param context what was validated (`body`, `params`, `querystring`); names the whole when no field is meant
 */
export function fieldErrors(issues: readonly z.core.$ZodIssue[], context: string): FieldError[] {
  return issues.flatMap((issue) => ofIssue(issue, context)).slice(0, MOST);
}

function ofIssue(issue: z.core.$ZodIssue, context: string): FieldError[] {
  const { path, message } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: named([...path, key]), message: 'is not a known field' }));
  }
  return [{ field: named(path.length > 0 ? path : [context]), message }];
}

function named(path: readonly PropertyKey[]): string {
  return path.map(String).join('.').slice(0, LONGEST_NAME);
}
