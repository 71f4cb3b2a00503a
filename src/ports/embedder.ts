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

/** One text's contextual token vectors, from the same forward pass as its sentence vector. */
export interface TokenEmbedding {
  /** Tokens as the model's vocabulary writes them (`##ing` continues a word); special tokens are left out. */
  readonly tokens: readonly string[];
  /** `tokens.length` × `dimensions` numbers, row by row, each row of unit length. */
  readonly vectors: Float32Array;
  /** Unit sentence vector, equal to what `embed(text, 'classify')` gives. */
  readonly sentence: Float32Array;
}

/** What some embedders can do besides: show the vector of every token, for matching spans and for explanations. */
export interface TokenEmbedder {
  /** One result a text, in order. No prefix is put in front. @throws OverloadedError when the bounded queue is full. */
  embedTokens(texts: readonly string[]): Promise<TokenEmbedding[]>;
}
