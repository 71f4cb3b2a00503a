import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { InvalidInputError } from '../domain/errors.ts';
import { DEFAULT_REPLIES, type Replies, repliesSchema } from './replies.ts';

const FILE = 'replies.yaml';

/**
 * The shop's own wording from replies.yaml in its knowledge folder, laid over the default lines; a shop writes only
 * the lines it wants to change.
 * @throws InvalidInputError naming the file and the line's name.
 */
export async function readReplies(knowledgeFolder: string): Promise<Replies> {
  const file = join(knowledgeFolder, FILE);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return DEFAULT_REPLIES;
  const own = z.looseObject({ zh: z.unknown().optional(), en: z.unknown().optional() }).safeParse(readYaml(file, text));
  if (!own.success) throw new InvalidInputError(`${file}: must hold the keys zh and en`, own.error);
  const parsed = repliesSchema.safeParse({
    ...own.data,
    zh: { ...DEFAULT_REPLIES.zh, ...(own.data.zh as object) },
    en: { ...DEFAULT_REPLIES.en, ...(own.data.en as object) },
  });
  if (!parsed.success) throw new InvalidInputError(`${file}: ${z.prettifyError(parsed.error)}`, parsed.error);
  return parsed.data;
}

function readYaml(file: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new InvalidInputError(`${file}: ${(error as Error).message.split('\n')[0]}`, error);
  }
}
