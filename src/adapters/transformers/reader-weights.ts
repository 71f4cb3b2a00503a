import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { XiaoerError } from '../../domain/errors.ts';
import type { Language } from '../../domain/understanding.ts';
import { hashFile } from '../../system/hash-file.ts';
import { writeFileWhole } from '../../system/write-file-whole.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const schema = z.object({
  /** Hash of the embedder's ONNX file that is patched, and of what it becomes. */
  base: sha256,
  sha256,
  /** Longest question and passage, in tokens, that the reader was trained on. */
  questionTokens: z.int().positive(),
  passageTokens: z.int().positive(),
  /** Offset in the ONNX file and length, in bytes; what belongs there stands in the .bin file one after the other. */
  patches: z.array(z.tuple([z.int().nonnegative(), z.int().positive()])),
  /** What the first hidden state is weighed with. */
  head: z.array(z.number()),
  intercept: z.number(),
});

/** Plain form of weights/<language>-reader.json, as training/reader/export.py writes it. */
export type ReaderWeights = z.output<typeof schema>;

const file = (name: string) => new URL(`../../../weights/${name}`, import.meta.url);

/** Reads weights/<language>-reader.json of this package. */
export function readReaderWeights(language: Language): ReaderWeights {
  return schema.parse(JSON.parse(readFileSync(file(`${language}-reader.json`), 'utf8')));
}

/**
 * The reader as an ONNX file: the embedder's, with other numbers in the same places. Only these numbers ship, half of the
 * file; the vocabulary stays the embedder's. Made once, under a name that tells its content, and checked at every start.
 *
 * @param base the embedder's ONNX file, already verified
 * @param folder where the file is kept; readers of other weights are removed from it
 * @returns path of the file below `folder`
 * @throws XiaoerError with code `reader_weights` when base and weights do not belong together.
 */
export async function placeReader(
  language: Language,
  weights: ReaderWeights,
  base: string,
  folder: string,
): Promise<string> {
  const prefix = `${language}-reader-`;
  const name = `${prefix}${weights.sha256.slice(0, 12)}.onnx`;
  const path = join(folder, name);
  if (await holds(path, weights.sha256)) return name;
  const content = await readFile(base);
  await patch(content, language, weights);
  const got = hashOf(content);
  if (got !== weights.sha256) {
    throw new XiaoerError(
      'reader_weights',
      `${language} reader made of ${base} has sha256 ${got}, not ${weights.sha256}`,
    );
  }
  await writeFileWhole(path, content);
  const outdated = (await readdir(folder)).filter((found) => found.startsWith(prefix) && found !== name);
  await Promise.all(outdated.map((found) => rm(join(folder, found), { force: true })));
  return name;
}

async function patch(content: Uint8Array, language: Language, { patches }: ReaderWeights): Promise<void> {
  const bytes = await readFile(file(`${language}-reader.bin`));
  let from = 0;
  for (const [at, length] of patches) {
    content.set(bytes.subarray(from, from + length), at);
    from += length;
  }
}

async function holds(path: string, hash: string): Promise<boolean> {
  try {
    return (await hashFile(path)) === hash;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
