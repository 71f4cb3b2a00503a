import type { z } from 'zod';
import { isMapping } from './is-mapping.ts';
import type { LineProblem, LocatedYaml } from './located-yaml.ts';

/** What schemas call kinds of value, as somebody says it who does not program. */
const YAML_KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'lines of the form "key: value"',
  record: 'lines of the form "key: value"',
};
/** The same to those who write programs. */
const JSON_KINDS: Readonly<Record<string, string>> = { ...YAML_KINDS, object: 'an object', record: 'an object' };

/** Messages for people who know only markdown, to be given to `safeParse` as `error`; a schema's own go before them. */
export const plainIssue: z.core.$ZodErrorMap = (issue) => {
  const { input } = issue;
  if (input === null) return 'is empty: write a value behind it, or take the line out';
  // A text with a colon in it is read as a key and its value.
  if (issue.code === 'invalid_type' && issue.expected === 'string' && isMapping(input)) {
    return `must be ${YAML_KINDS.string}; if it holds a colon, put it in quotes`;
  }
  return inWords(issue, YAML_KINDS);
};

/** The same for JSON: requests and the lines of a file. */
export const jsonIssue: z.core.$ZodErrorMap = (issue) => inWords(issue, JSON_KINDS);

function inWords(issue: z.core.$ZodRawIssue, kinds: typeof YAML_KINDS): string | undefined {
  const { input } = issue;
  if (input === undefined) return 'is missing';
  if (issue.code === 'invalid_type') return `must be ${kinds[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `must be ${oneOf(issue.values.map(String))}`;
  if (issue.code === 'too_small') return isEmpty(input) ? 'must not be empty' : `must be ${least(issue)}`;
  if (issue.code === 'too_big') return `must be ${isAmount(input) ? '' : 'of length '}${issue.maximum} or less`;
  return undefined;
}

function least({
  input,
  inclusive,
  minimum,
}: Pick<z.core.$ZodIssueTooSmall, 'input' | 'inclusive' | 'minimum'>): string {
  return `${isAmount(input) ? '' : 'of length '}${inclusive ? `${minimum} or more` : `more than ${minimum}`}`;
}

function isEmpty(input: unknown): boolean {
  return input === '' || (Array.isArray(input) && input.length === 0);
}

function isAmount(input: unknown): boolean {
  return typeof input === 'number';
}

function oneOf(values: readonly string[]): string {
  return values.length > 2 ? `one of ${values.join(', ')}` : values.join(' or ');
}

/** What is wrong with a YAML file as `field: message`, each with its line; a field that is not known is one, too. */
export function lineProblems(yaml: Pick<LocatedYaml, 'lineOf'>, issues: readonly z.core.$ZodIssue[]): LineProblem[] {
  return issues.flatMap((issue) => {
    const isUnknown = issue.code === 'unrecognized_keys';
    const paths = isUnknown ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    const message = isUnknown ? 'is not a known key' : issue.message;
    return paths.map((path) => ({
      line: yaml.lineOf(path),
      message: `${path.join('.') || 'the file'}: ${message}`,
    }));
  });
}

/** The same as `file:line: field: message`, each said once: two schemas over one field say the same. */
export function fileProblems(file: string, yaml: LocatedYaml, issues: readonly z.core.$ZodIssue[]): string[] {
  return [...new Set(lineProblems(yaml, issues).map(({ line, message }) => `${file}:${line}: ${message}`))];
}
