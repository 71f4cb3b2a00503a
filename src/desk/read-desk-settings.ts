import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidInputError } from '../domain/errors.ts';
import { isMapping } from '../text/is-mapping.ts';
import { locateYaml } from '../text/located-yaml.ts';
import { fileProblems, plainIssue } from '../text/plain-issues.ts';
import { DEFAULT_DESK, type DeskSettings, deskSettingsSchema } from './desk-settings.ts';

/** Name of the file in the knowledge folder. */
export const DESK_FILE = 'desk.yaml';

/** What holds without a file. @param timeZone of the shop */
export function defaultDeskSettings(timeZone = DEFAULT_DESK.hours.timeZone): DeskSettings {
  return deskSettingsSchema.parse({ ...DEFAULT_DESK, hours: { ...DEFAULT_DESK.hours, timeZone } });
}

/**
 * The shop's desk.yaml from its knowledge folder; what it does not say is as by default.
 * @param timeZone of the shop; used where the file names none
 * @throws InvalidInputError naming file and line.
 */
export async function readDeskSettings(knowledgeFolder: string, timeZone?: string): Promise<DeskSettings> {
  const file = join(knowledgeFolder, DESK_FILE);
  const source = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return source === undefined ? defaultDeskSettings(timeZone) : parseDeskSettings(file, source, timeZone);
}

/** The same for a text. @throws InvalidInputError with a line `file:line: field: what is wrong` for each mistake. */
export function parseDeskSettings(file: string, source: string, timeZone = DEFAULT_DESK.hours.timeZone): DeskSettings {
  const yaml = locateYaml(file, source);
  if (yaml.problems.length > 0) throw new InvalidInputError(yaml.problems.join('\n'));
  const own = yaml.value ?? {};
  if (!isMapping(own)) throw new InvalidInputError(`${file}:1: must hold keys such as hours and teams`);
  const defaults = { ...DEFAULT_DESK, hours: { ...DEFAULT_DESK.hours, timeZone } };
  const parsed = deskSettingsSchema.safeParse(over(defaults, own), { error: plainIssue });
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(fileProblems(file, yaml, parsed.error.issues).join('\n'), parsed.error);
}

/** Parts of a key count for themselves, but for the days of a week: one that is missing is closed. */
const WHOLE = new Set(['week']);

/** What is written, laid over what holds otherwise, key by key. A key without a value says nothing. */
function over(defaults: Readonly<Record<string, unknown>>, own: Readonly<Record<string, unknown>>): object {
  const merged = Object.entries(own).map(([key, value]): [string, unknown] => {
    const base = defaults[key];
    if (value === null && base !== undefined) return [key, base];
    return [key, isMapping(value) && isMapping(base) && !WHOLE.has(key) ? over(base, value) : value];
  });
  return { ...defaults, ...Object.fromEntries(merged) };
}
