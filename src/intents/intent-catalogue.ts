import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Language } from '../domain/understanding.ts';
import { createPace } from '../system/create-pace.ts';
import { textVersion } from '../text/text-version.ts';
import type { Intent } from './intent.ts';
import { type ParsedIntent, parseIntent } from './parse-intent.ts';
import type { LabelledText } from './train-intent-model.ts';

/** The intents that could be read, by name, and what is wrong with the files that could not. */
export interface IntentCatalogue {
  readonly intents: readonly Intent[];
  /** As `file:line: what`, in file order. */
  readonly problems: readonly string[];
  /** Hash of all files: the same version says the same. */
  readonly version: string;
}

/**
 * Reads every `*.md` of a folder but README.md. A broken file is a problem and costs its own intent only; a missing folder has none.
 * @param previous given back as it is when no file has changed since; otherwise only what has changed is parsed
 */
export async function loadIntentCatalogue(directory: string, previous?: IntentCatalogue): Promise<IntentCatalogue> {
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const hash = createHash('sha256').update(directory);
  const sources = new Map<string, string>();
  const broken: string[] = [];
  const pace = createPace();
  for (const name of names.filter(isIntentFile).sort()) {
    await pace();
    const source = readIntentFile(join(directory, name));
    hash.update(JSON.stringify([name, source]));
    if (source === undefined) broken.push(`${join(directory, name)}: is a link to something that is not there`);
    else sources.set(name, source);
  }
  const version = hash.digest('hex').slice(0, 12);
  if (version === previous?.version) return previous;
  const { intents, problems } = await parseIntents(directory, sources, previous);
  return { intents, problems: [...broken, ...problems], version };
}

/** At once: four trips to another thread take ten times as long as reading a page of text. Undefined for a broken link. */
function readIntentFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ELOOP') return undefined;
    throw error;
  }
}

function isIntentFile(name: string): boolean {
  return name.endsWith('.md') && name.toLowerCase() !== 'readme.md';
}

async function parseIntents(
  directory: string,
  sources: ReadonlyMap<string, string>,
  previous?: IntentCatalogue,
): Promise<{ intents: Intent[]; problems: string[] }> {
  const known = new Map(previous?.intents.map((intent) => [intent.file, intent]));
  const intents = new Map<string, Intent>();
  const problems: string[] = [];
  const pace = createPace();
  for (const [name, source] of sources) {
    await pace();
    const file = join(directory, name);
    const parsed = keptIntent(known.get(file), source) ?? parseIntent(file, source);
    if (!parsed.ok) {
      problems.push(...parsed.problems);
      continue;
    }
    const { intent } = parsed;
    const twin = intents.get(intent.name);
    if (intent.name !== basename(name, '.md')) problems.push(`${file}:2: name: must be the name of the file`);
    else if (twin) problems.push(`${file}:2: name: ${intent.name} is taken by ${twin.file}`);
    else intents.set(intent.name, intent);
  }
  return { intents: [...intents.values()], problems };
}

function keptIntent(intent: Intent | undefined, source: string): ParsedIntent | undefined {
  return intent && intent.version === textVersion(source) ? { ok: true, intent } : undefined;
}

/** What a catalogue teaches a classifier of one language. */
export function trainingExamples(intents: readonly Intent[], language: Language): LabelledText[] {
  return intents.flatMap((intent) => intent.examples[language].map((text) => ({ text, label: intent.name })));
}
