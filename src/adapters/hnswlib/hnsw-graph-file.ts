import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Worker } from 'node:worker_threads';
import hnswlib, { type HierarchicalNSW } from 'hnswlib-node';
import { createPace } from '../../system/create-pace.ts';
import { namesIn } from '../../system/names-in.ts';
import type { GraphTask } from './build-graph-worker.js';
import { BUILD_WIDTH, LINKS, SEED } from './hnsw-parameters.ts';

/** Changes when graphs of the same vectors and parameters would come out differently. */
const FORMAT = 1;
/** A quarter of a megabyte or so is copied and hashed at a time. */
const VECTORS_AT_A_TIME = 128;
const HASH_LENGTH = 16;

/**
 * The graph over the vectors, from `<cachePath>-<vectors>-<content>.graph` when there is one, else built in a thread,
 * put there, and read back. Both parts of the name are hashes: hnswlib checks little of what it reads, and a damaged
 * graph would take the process down.
 */
export async function openGraph(
  vectors: readonly Float32Array[],
  dimensions: number,
  cachePath: string,
): Promise<HierarchicalNSW> {
  const { values, fingerprint } = await flatten(vectors, dimensions);
  const folder = dirname(cachePath);
  const prefix = `${basename(cachePath)}-`;
  const name = `${prefix}${fingerprint}-`;
  await mkdir(folder, { recursive: true });
  const file = (await intactGraph(folder, name)) ?? (await buildGraph(values, dimensions, join(folder, name)));
  const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
  await graph.readIndex(file);
  await dropGraphs(cachePath, basename(file));
  return graph;
}

/** Removes the graphs kept at a path but for one. @param but file name of the one; none by default */
export async function dropGraphs(cachePath: string, but?: string): Promise<void> {
  const folder = dirname(cachePath);
  const isOutdated = (name: string) =>
    name.startsWith(`${basename(cachePath)}-`) && name.endsWith('.graph') && name !== but;
  const names = await namesIn(folder);
  await Promise.all(names.filter(isOutdated).map((name) => rm(join(folder, name), { force: true })));
}

async function flatten(vectors: readonly Float32Array[], dimensions: number) {
  const pace = createPace();
  const values = new Float32Array(vectors.length * dimensions);
  const hash = createHash('sha256').update(JSON.stringify([FORMAT, LINKS, BUILD_WIDTH, SEED, dimensions]));
  for (let start = 0; start < vectors.length; start += VECTORS_AT_A_TIME) {
    const end = Math.min(vectors.length, start + VECTORS_AT_A_TIME);
    for (let position = start; position < end; position += 1) values.set(vectors[position], position * dimensions);
    hash.update(values.subarray(start * dimensions, end * dimensions));
    await pace();
  }
  return { values, fingerprint: digestOf(hash) };
}

async function intactGraph(folder: string, name: string): Promise<string | undefined> {
  for (const each of await readdir(folder)) {
    if (!each.startsWith(name) || !each.endsWith('.graph')) continue;
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(folder, each), { highWaterMark: 1 << 20 }), hash);
    if (each === `${name}${digestOf(hash)}.graph`) return join(folder, each);
  }
  return undefined;
}

/** @param values is handed to the thread and empty afterwards */
async function buildGraph(values: Float32Array<ArrayBuffer>, dimensions: number, path: string): Promise<string> {
  const file = `${path}${process.pid}.partial`;
  const workerData: GraphTask = { values, dimensions, links: LINKS, buildWidth: BUILD_WIDTH, seed: SEED, file };
  const worker = new Worker(new URL('./build-graph-worker.js', import.meta.url), {
    workerData,
    transferList: [values.buffer],
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  });
  // Rejects with the thread's error when it fails before it says anything.
  const [content] = (await once(worker, 'message')) as [string];
  const published = `${path}${content.slice(0, HASH_LENGTH)}.graph`;
  await rename(file, published);
  return published;
}

function digestOf(hash: Hash): string {
  return hash.digest('hex').slice(0, HASH_LENGTH);
}
