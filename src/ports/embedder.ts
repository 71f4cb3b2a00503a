import type { Language } from '../domain/understanding.ts';

/** Passages and queries may be embedded differently (some models want an instruction before a query). */
export type EmbeddingRole = 'query' | 'passage' | 'classify';

/** Turns texts into unit-length sentence vectors. */
export interface Embedder {
  /** Names model, revision and preprocessing; a change of id invalidates every cache built with it. */
  readonly id: string;
  readonly dimensions: number;
  readonly language: Language;
  /**
   * One unit vector a text, in order. Empty input gives an empty list.
   * @throws OverloadedError when the bounded queue is full.
   */
  embed(texts: readonly string[], role: EmbeddingRole): Promise<Float32Array[]>;
  close(): Promise<void>;
}
