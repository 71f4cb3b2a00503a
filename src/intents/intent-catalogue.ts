import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Language } from '../domain/understanding.ts';
import type { Intent } from './intent.ts';
import { parseIntent } from './parse-intent.ts';
import type { LabelledText } from './train-intent-model.ts';

/** The intents that could be read, by name, and what is wrong with the files that could not. */
export interface IntentCatalogue {
  readonly intents: readonly Intent[];
  /** As `file:line: what`, in file order. */
  readonly problems: readonly string[];
}

/** Reads every `*.md` of a folder. A broken file is a problem and costs its own intent only; a missing folder has none. */
export async function loadIntentCatalogue(directory: string): Promise<IntentCatalogue> {
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const intents = new Map<string, Intent>();
  const problems: string[] = [];
  for (const name of names.filter((each) => each.endsWith('.md')).sort()) {
    const file = join(directory, name);
    const parsed = parseIntent(file, await readFile(file, 'utf8'));
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

/** What a catalogue teaches a classifier of one language. */
export function trainingExamples(intents: readonly Intent[], language: Language): LabelledText[] {
  return intents.flatMap((intent) => intent.examples[language].map((text) => ({ text, label: intent.name })));
}
