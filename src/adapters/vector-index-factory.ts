import type { VectorIndexFactory } from '../ports/vector-index.ts';
import { exactVectorIndexFactory } from './exact/exact-vector-index.ts';
import { hnswVectorIndexFactory } from './hnswlib/hnsw-vector-index.ts';

/** So many vectors fit into a processor's cache, and looking at all of them takes as long as walking a graph: 0.3 ms. */
const MOST_EXACT = 6_000;

/** Exact search in small sets, approximate search in large ones. */
export const vectorIndexFactory: VectorIndexFactory = {
  build(vectors, dimensions, cachePath) {
    const factory = vectors.length <= MOST_EXACT ? exactVectorIndexFactory : hnswVectorIndexFactory;
    return factory.build(vectors, dimensions, cachePath);
  },
};
