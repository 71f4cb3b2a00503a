import { setImmediate as nextTick } from 'node:timers/promises';
import hnswlib, { type HierarchicalNSW } from 'hnswlib-node';
import type { VectorIndex, VectorIndexFactory } from '../../ports/vector-index.ts';
import { openGraph } from './hnsw-graph-file.ts';
import { BUILD_WIDTH, LINKS, SEARCH_WIDTH, SEED } from './hnsw-parameters.ts';

/** About 5 ms of work between two chances for others. */
const POINTS_AT_A_TIME = 8;

/**
 * Approximate nearest neighbours by HNSW (hnswlib) over inner products of unit vectors. With a cache, graphs are built in
 * a thread and kept as files; without, they are built here, a few points at a time.
 */
export const hnswVectorIndexFactory: VectorIndexFactory = {
  async build(vectors, dimensions, cachePath): Promise<VectorIndex> {
    const { length: size } = vectors;
    if (size === 0) return { size, dimensions, search: () => [] };
    const graph = await (cachePath ? openGraph(vectors, dimensions, cachePath) : buildHere(vectors, dimensions));
    graph.setEf(SEARCH_WIDTH);
    return {
      size,
      dimensions,
      search(vector, count) {
        const { neighbors, distances } = graph.searchKnn(Array.from(vector), Math.min(count, size));
        return neighbors
          .map((position, rank) => ({ position, similarity: 1 - distances[rank] }))
          .sort((a, b) => b.similarity - a.similarity || a.position - b.position);
      },
    };
  },
};

async function buildHere(vectors: readonly Float32Array[], dimensions: number): Promise<HierarchicalNSW> {
  const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
  graph.initIndex(vectors.length, LINKS, BUILD_WIDTH, SEED);
  for (const [position, vector] of vectors.entries()) {
    graph.addPoint(Array.from(vector), position);
    if (position % POINTS_AT_A_TIME === 0) await nextTick();
  }
  return graph;
}
