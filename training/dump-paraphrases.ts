import { writeFile } from 'node:fs/promises';
import { normalizeText } from '../src/text/normalize-text.ts';
import { openEmbedder } from './open-embedders.ts';
import { writeParaphrases } from './write-paraphrases.ts';

/**
 * Writes the paraphrases of training/paraphrases with their sentence vectors, for training/paraphrases/train.py:
 * a JSON line with the embedder's id and the vectors' size, then one a question.
 *
 * npx tsx training/dump-paraphrases.ts OUT
 */
const [out] = process.argv.slice(2);
const BATCH = 256;
const paraphrases = writeParaphrases();
const embedder = await openEmbedder('zh');
const lines = [JSON.stringify({ model: embedder.id, dimensions: embedder.dimensions })];
for (let start = 0; start < paraphrases.length; start += BATCH) {
  const batch = paraphrases.slice(start, start + BATCH);
  const vectors = await embedder.embed(
    batch.map(({ text }) => normalizeText(text)),
    'classify',
  );
  for (const [at, { text, meaning }] of batch.entries()) {
    const { buffer, byteOffset, byteLength } = vectors[at];
    const vector = Buffer.from(buffer, byteOffset, byteLength).toString('base64');
    lines.push(JSON.stringify({ text, meaning, vector }));
  }
}
await writeFile(out, `${lines.join('\n')}\n`);
await embedder.close();
