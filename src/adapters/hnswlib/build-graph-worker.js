import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import hnswlib from 'hnswlib-node';

/**
 * Runs in a worker thread. Plain JavaScript, because a thread starts the file as it is: the same one from the sources
 * and from the compiled folder. Builds a graph, writes it to a file, flushes it and posts the file's SHA-256.
 *
 * @typedef {object} GraphTask
 * @property {Float32Array} values The vectors, row by row.
 * @property {number} dimensions
 * @property {number} links
 * @property {number} buildWidth
 * @property {number} seed
 * @property {string} file Where to write.
 */

/** @type {GraphTask} */
const { values, dimensions, links, buildWidth, seed, file } = workerData;
const count = values.length / dimensions;
const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
graph.initIndex(count, links, buildWidth, seed);
for (let position = 0; position < count; position += 1) {
  graph.addPoint(Array.from(values.subarray(position * dimensions, (position + 1) * dimensions)), position);
}
await graph.writeIndex(file);
const handle = await open(file, 'r+');
await handle.sync();
await handle.close();
parentPort?.postMessage(
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex'),
);
