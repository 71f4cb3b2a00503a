import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { InvalidInputError } from '../../src/domain/errors.ts';
import type { PlacedText } from './near-duplicates.ts';

/** The example utterances of intent files (`- text` under a heading for each language), with their lines. */
export async function intentExamples(folder: string): Promise<PlacedText[]> {
  return eachFile(folder, '.md', (file, source) =>
    numbered(source).flatMap(({ line, number }) => {
      const text = /^- (.+)$/.exec(line)?.[1];
      return text === undefined ? [] : [{ text, place: `${file}:${number}` }];
    }),
  );
}

/** Titles and further phrasings of articles; an article without front matter has its first heading. Skips `intents/`. */
export async function articleQuestions(folder: string): Promise<PlacedText[]> {
  const isArticle = (name: string) => !name.startsWith('intents/');
  return eachFile(
    folder,
    '.md',
    (file, source) => questionsOf(source).map((text) => ({ text, place: file })),
    isArticle,
  );
}

/** The `text` of every row of every `.jsonl` file under a folder. */
export async function trainingQueries(folder: string): Promise<PlacedText[]> {
  return eachFile(folder, '.jsonl', (file, source) =>
    numbered(source)
      .filter(({ line }) => line.trim() !== '')
      .map(({ line, number }) => ({ text: String(JSON.parse(line).text), place: `${file}:${number}` })),
  );
}

function questionsOf(source: string): string[] {
  const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---/.exec(source)?.[1];
  const fields = frontMatter === undefined ? {} : parse(frontMatter);
  const title = fields?.title ?? /^#\s+(.+)$/m.exec(source)?.[1];
  return [title, ...(fields?.questions ?? [])].filter((text) => text !== undefined).map(String);
}

async function eachFile(
  folder: string,
  ending: string,
  read: (file: string, source: string) => PlacedText[],
  accepts: (name: string) => boolean = () => true,
): Promise<PlacedText[]> {
  const names = await readdir(folder, { recursive: true }).catch((cause) => {
    throw new InvalidInputError(`Cannot read training texts: no folder ${folder}`, cause);
  });
  const files = names.filter((name) => name.endsWith(ending) && accepts(name)).sort();
  const texts = await Promise.all(
    files.map(async (name) => read(join(folder, name), await readFile(join(folder, name), 'utf8'))),
  );
  return texts.flat();
}

const numbered = (source: string) => source.split(/\r?\n/).map((line, index) => ({ line, number: index + 1 }));
