import { z } from 'zod';
import { locateYaml } from '../text/located-yaml.ts';
import { fileProblems, plainIssue } from '../text/plain-issues.ts';

/** The name of the file, at the root of a knowledge folder. */
export const WIDGET_FILE = 'widget.yaml';

const text = (limit: number) => z.string().trim().min(1, 'must not be empty').max(limit);
const inBoth = (limit: number) => z.strictObject({ zh: text(limit).optional(), en: text(limit).optional() });
const colour = z.string().regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i, 'must be a colour like "#0f766e"');

const schema = z.strictObject({
  shop: z.strictObject({ name: inBoth(40).optional() }).optional(),
  greeting: inBoth(300).optional(),
  colours: z.strictObject({ accent: colour.optional() }).optional(),
  categories: z
    .array(z.strictObject({ name: inBoth(20), articles: z.array(z.string()).min(1).max(60) }))
    .max(12)
    .optional(),
});

/** How the shop wants its chat window: its name, its greeting, its colour, and what is offered for a tap. */
export type WidgetSettings = z.output<typeof schema>;

/** What was read, and what is wrong with it as `file:line: field: message`; the settings are undefined then. */
export interface ParsedWidgetSettings {
  readonly settings?: WidgetSettings;
  readonly problems: readonly string[];
  /** 1-based line of the value at a path of the settings. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/**
 * Reads `widget.yaml`. Nothing is thrown: every problem is listed, with file and line.
 * @param file name used in problems
 */
export function parseWidgetSettings(file: string, source: string): ParsedWidgetSettings {
  const yaml = locateYaml(file, source);
  if (yaml.problems.length > 0) return { problems: yaml.problems, lineOf: yaml.lineOf };
  const parsed = schema.safeParse(yaml.value ?? {}, { error: plainIssue });
  if (parsed.success) return { settings: parsed.data, problems: [], lineOf: yaml.lineOf };
  return { problems: fileProblems(file, yaml, parsed.error.issues), lineOf: yaml.lineOf };
}
