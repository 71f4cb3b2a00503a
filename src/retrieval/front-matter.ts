import { z } from 'zod';
import { locateYaml } from '../text/located-yaml.ts';
import { lineProblems, plainIssue } from '../text/plain-issues.ts';
import { wrongColon } from '../text/plain-yaml-error.ts';
import type { KnowledgeProblem } from './article.ts';

const EFFECTIVE = 'must be from and to, such as {from: 2026-10-01, to: 2026-10-31}';

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { message: 'must be a day like 2026-10-01', abort: true })
  .refine(isInCalendar, 'there is no such day');
/** One text counts as a list of one. */
const texts = z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.string()));

const schema = z.object({
  title: z.string().trim().min(1).optional(),
  lang: z.enum(['zh', 'en']).optional(),
  questions: texts.optional(),
  intents: texts.optional(),
  tags: texts.optional(),
  effective: z
    .strictObject(
      { from: day.optional(), to: day.optional() },
      { error: ({ code }) => (code === 'invalid_type' ? EFFECTIVE : undefined) },
    )
    .refine(({ from, to }) => !from || !to || from <= to, {
      path: ['to'],
      message: 'is before from: the article would never be served',
    })
    .optional(),
});

/** What stands above an article; every field may be absent. */
export type FrontMatter = z.output<typeof schema>;

/**
 * Reads an article's front matter. Unknown keys are warnings; wrong YAML or wrong types are errors with their line.
 * Numbers are texts, as they were written.
 * @param yaml text between the `---` lines
 * @param firstLine line of the file on which `yaml` starts, 1-based
 */
export function parseFrontMatter(
  yaml: string,
  firstLine: number,
  file: string,
): { data: FrontMatter; problems: KnowledgeProblem[] } {
  const located = locateYaml(file, yaml, { numbersAsText: true });
  const problem = (severity: KnowledgeProblem['severity'], line: number, message: string): KnowledgeProblem => ({
    ...{ severity, file, line: firstLine + line - 1, message },
  });
  const wrong = (found: readonly { line: number; message: string }[]) =>
    found.map(({ line, message }) => problem('error', line, message));
  if (located.lineProblems.length > 0) return { data: {}, problems: wrong(located.lineProblems) };
  const value = located.value ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    const message = wrongColon(yaml)?.message ?? 'front matter must be a list of "key: value" lines';
    return { data: {}, problems: [problem('error', 1, message)] };
  }
  const unknown = Object.keys(value)
    .filter((key) => !(key in schema.shape))
    .map((key) => {
      const line = located.lineOf([key]);
      // `effective：{from: …}` is a key of that name to YAML; the article would be served as if nothing was said.
      const colon = wrongColon(key);
      return colon
        ? problem('error', line, colon.message)
        : problem('warning', line, `unknown front matter key "${key}" is ignored`);
    });
  const parsed = schema.safeParse(value, { error: plainIssue });
  const isSound = parsed.success && unknown.every(({ severity }) => severity === 'warning');
  if (isSound) return { data: parsed.data, problems: unknown };
  return { data: {}, problems: [...unknown, ...wrong(lineProblems(located, parsed.error?.issues ?? []))] };
}

/** February has no 30th, whatever the form says. */
function isInCalendar(written: string): boolean {
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
}
