/** Nearest-neighbour search over unit vectors; ids are the positions at which vectors were added. */
export interface VectorIndex {
  readonly size: number;
  readonly dimensions: number;
  /** Up to `count` neighbours by cosine similarity (-1 to 1), best first. */
  search(vector: Float32Array, count: number): { readonly position: number; readonly similarity: number }[];
}

/** Builds an index from unit vectors without holding the event loop for longer than a few milliseconds at a time. */
export interface VectorIndexFactory {
  /**
   * @param cachePath a path without ending, of whose files the factory takes care: the same vectors are then not built
   * twice. The index is the same with a cache and without.
   */
  build(vectors: readonly Float32Array[], dimensions: number, cachePath?: string): Promise<VectorIndex>;
}
