import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readVectorFile, writeVectorFile } from './vector-file.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vectors-'));
  file = join(folder, 'sub', 'zh.vectors');
});
afterEach(() => rm(folder, { recursive: true }));

const title = Float32Array.of(1, 0);
const vectors = new Map([
  ['title', { sentence: title, context: title, tokens: Float32Array.of(1, 2, 3) }],
  ['sentence', { sentence: Float32Array.of(0, 1), context: Float32Array.of(0.6, 0.8), tokens: new Float32Array() }],
]);

describe('vector file', () => {
  it('gives back what was written', async () => {
    await writeVectorFile(file, 'model 1', vectors);
    expect(await readVectorFile(file, 'model 1')).toEqual(vectors);
  });

  it('is empty for another model and when there is none', async () => {
    expect(await readVectorFile(file, 'model 1')).toEqual(new Map());
    await writeVectorFile(file, 'model 1', vectors);
    expect(await readVectorFile(file, 'model 2')).toEqual(new Map());
  });

  it('is empty when the file was cut or scrambled', async () => {
    await writeVectorFile(file, 'model 1', vectors);
    await truncate(file, (await readFile(file)).length - 4);
    expect(await readVectorFile(file, 'model 1')).toEqual(new Map());
    await writeFile(file, 'not a vector file at all');
    expect(await readVectorFile(file, 'model 1')).toEqual(new Map());
  });
});
