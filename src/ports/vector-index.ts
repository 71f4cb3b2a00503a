/** Nearest-neighbour search over unit vectors; ids are the positions at which vectors were added. */
export interface VectorIndex {
  readonly size: number;
  readonly dimensions: number;
  /** Up to `count` neighbours by cosine similarity (-1 to 1), best first. */
  search(vector: Float32Array, count: number): { readonly position: number; readonly similarity: number }[];
}

/** Builds an index from unit vectors without holding the event loop for longer than a few milliseconds at a time. */
export interface VectorIndexFactory {
  build(vectors: readonly Float32Array[], dimensions: number): Promise<VectorIndex>;
}
