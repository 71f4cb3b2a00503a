import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { vectorIndexFactory } from './vector-index-factory.ts';

/** Wide, so that few of them are many numbers: six are more than are looked at one by one. */
const DIMENSIONS = 600_000;
const along = (axis: number) => Float32Array.from({ length: DIMENSIONS }, (_, at) => (at === axis ? 1 : 0));

it('keeps a graph of a large set, and none of a small one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vector-index-'));
  const graphs = async () => (await readdir(folder)).filter((name) => name.endsWith('.graph')).sort();
  try {
    await writeFile(join(folder, 'en-other.graph'), '');
    const large = await vectorIndexFactory.build([0, 1, 2, 3, 4, 5].map(along), DIMENSIONS, join(folder, 'zh'));
    expect(large.search(along(4), 1)[0].position).toBe(4);
    expect(await graphs()).toEqual(['en-other.graph', expect.stringMatching(/^zh-/)]);
    const small = await vectorIndexFactory.build([along(0), along(1)], DIMENSIONS, join(folder, 'zh'));
    expect(small.search(along(1), 1)[0].position).toBe(1);
    expect(await graphs()).toEqual(['en-other.graph']);
  } finally {
    await rm(folder, { recursive: true });
  }
});
