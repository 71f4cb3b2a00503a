import { exactVectorIndexFactory } from './adapters/exact/exact-vector-index.ts';
import { dropGraphs } from './adapters/hnswlib/hnsw-graph-file.ts';
import { hnswVectorIndexFactory } from './adapters/hnswlib/hnsw-vector-index.ts';
import type { VectorIndexFactory } from './ports/vector-index.ts';

/**
 * So many numbers fit into a processor's cache, and looking at all of them takes as long as walking a graph: 0.3 ms. They
 * are 6,000 vectors of 512.
 */
const MOST_EXACT = 6_000 * 512;

/** Exact search in small sets, approximate search in large ones. */
export const vectorIndexFactory: VectorIndexFactory = {
  async build(vectors, dimensions, cachePath) {
    if (vectors.length * dimensions > MOST_EXACT) return hnswVectorIndexFactory.build(vectors, dimensions, cachePath);
    // Of a shop that was larger, or of an earlier version.
    if (cachePath) await dropGraphs(cachePath);
    return exactVectorIndexFactory.build(vectors, dimensions);
  },
};
