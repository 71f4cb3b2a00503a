import type { FieldError } from './problem.ts';

/** What the validator says about one place of a request. */
interface Issue {
  /** JSON pointer, empty or `/` for the whole. */
  readonly instancePath: string;
  readonly message?: string;
  readonly keyword: string;
  readonly params: Record<string, unknown>;
}

/** More would tell nobody more, and lets a request decide the size of its answer. */
const MOST = 20;
const LONGEST_NAME = 100;

/**
 * Names every wrong field once for each thing that is wrong with it.
 * @param context what was validated (`body`, `params`, `querystring`); names the whole when no field is meant
 */
export function fieldErrors(issues: readonly Issue[], context: string): FieldError[] {
  return issues.flatMap((issue) => ofIssue(issue, context)).slice(0, MOST);
}

function ofIssue(issue: Issue, context: string): FieldError[] {
  const path = issue.instancePath.split('/').filter((part) => part !== '');
  const keys = issue.params.keys;
  if (issue.keyword === 'unrecognized_keys' && Array.isArray(keys)) {
    return keys.map((key) => ({ field: named([...path, String(key)]), message: 'is not a known field' }));
  }
  return [{ field: named(path.length > 0 ? path : [context]), message: issue.message ?? 'is not valid' }];
}

function named(path: readonly string[]): string {
  return path.join('.').slice(0, LONGEST_NAME);
}
