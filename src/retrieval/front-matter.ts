import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { KnowledgeProblem } from './article.ts';

const day = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day like 2026-10-01'),
);
const strings = z.array(z.union([z.string(), z.number()]).transform(String));

const schema = z.object({
  title: z.string().trim().min(1).optional(),
  lang: z.enum(['zh', 'en']).optional(),
  questions: strings.optional(),
  intents: strings.optional(),
  tags: strings.optional(),
  effective: z.object({ from: day.optional(), to: day.optional() }).optional(),
});

export type FrontMatter = z.output<typeof schema>;

/**
 * Reads an article's front matter. Unknown keys are warnings; wrong YAML or wrong types are errors with their line.
 * @param yaml text between the `---` lines
 * @param firstLine line of the file on which `yaml` starts, 1-based
 */
export function parseFrontMatter(
  yaml: string,
  firstLine: number,
  file: string,
): { data: FrontMatter; problems: KnowledgeProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const at = (offset: number) => firstLine + lines.linePos(offset).line - 1;
  const error = (line: number, message: string): KnowledgeProblem => ({ severity: 'error', file, line, message });
  if (document.errors.length > 0) {
    const [first] = document.errors;
    return {
      data: {},
      problems: [error(at(first.pos[0]), first.message.split('\n')[0].replace(/ at line \d+, column \d+:?$/, ''))],
    };
  }
  if (document.contents !== null && !isMap(document.contents)) {
    return { data: {}, problems: [error(firstLine, 'front matter must be a list of "key: value" lines')] };
  }
  const lineOf = (key: string) => {
    const pair = isMap(document.contents)
      ? document.contents.items.find((item) => isScalar(item.key) && item.key.value === key)
      : undefined;
    return isScalar(pair?.key) && pair.key.range ? at(pair.key.range[0]) : firstLine;
  };
  const value: Record<string, unknown> = document.toJS() ?? {};
  const unknown = Object.keys(value)
    .filter((key) => !(key in schema.shape))
    .map(
      (key): KnowledgeProblem => ({
        severity: 'warning',
        file,
        line: lineOf(key),
        message: `unknown front matter key "${key}" is ignored`,
      }),
    );
  const parsed = schema.safeParse(value);
  if (parsed.success) return { data: parsed.data, problems: unknown };
  const wrong = parsed.error.issues.map((issue) =>
    error(lineOf(String(issue.path[0] ?? '')), `${issue.path.join('.')}: ${issue.message}`),
  );
  return { data: {}, problems: [...unknown, ...wrong] };
}
