import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hnswVectorIndexFactory } from './hnsw-vector-index.ts';

const DIMENSIONS = 16;
const COUNT = 300;
let folder: string;
let cachePath: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'graphs-'));
  cachePath = join(folder, 'index', 'zh');
});
afterEach(() => rm(folder, { recursive: true }));

const graphs = async () => (await readdir(join(folder, 'index'))).map((name) => join(folder, 'index', name));

/** Unit vectors from a small linear congruential generator. */
function someVectors(seed: number): Float32Array[] {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  return Array.from({ length: COUNT }, () => {
    const values = Array.from({ length: DIMENSIONS }, next);
    return Float32Array.from(values, (value) => value / Math.hypot(...values));
  });
}

describe('a graph kept in a file', () => {
  it('finds the same as one built anew, and is not built again', async () => {
    const vectors = someVectors(1);
    const plain = await hnswVectorIndexFactory.build(vectors, DIMENSIONS);
    const built = await hnswVectorIndexFactory.build(vectors, DIMENSIONS, cachePath);
    const [file] = await graphs();
    const { mtimeMs } = await stat(file);
    const read = await hnswVectorIndexFactory.build(vectors, DIMENSIONS, cachePath);
    expect((await stat(file)).mtimeMs).toBe(mtimeMs);
    for (const question of someVectors(2)) {
      const expected = plain.search(question, 10);
      expect(built.search(question, 10)).toEqual(expected);
      expect(read.search(question, 10)).toEqual(expected);
    }
  });

  it('is replaced when the vectors change', async () => {
    await hnswVectorIndexFactory.build(someVectors(1), DIMENSIONS, cachePath);
    const before = await graphs();
    await hnswVectorIndexFactory.build(someVectors(2), DIMENSIONS, cachePath);
    const after = await graphs();
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
  });

  it('is built again when the file was damaged', async () => {
    const vectors = someVectors(1);
    await hnswVectorIndexFactory.build(vectors, DIMENSIONS, cachePath);
    const [file] = await graphs();
    const whole = await readFile(file);
    await writeFile(file, Buffer.from(whole).fill(255, 200, 4_000));
    const index = await hnswVectorIndexFactory.build(vectors, DIMENSIONS, cachePath);
    expect(index.search(vectors[7], 1)[0].position).toBe(7);
    const [again] = await graphs();
    expect(await readFile(again)).toEqual(whole);
  });
});
