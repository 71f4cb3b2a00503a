import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Language } from '../domain/understanding.ts';
import { rowMixtures } from '../numeric/row-products.ts';
import { toUnitLength } from '../numeric/to-unit-length.ts';
import type { TokenEmbedding } from '../ports/embedder.ts';

const schema = z.object({
  /** Embedder the projection was fitted on. */
  model: z.string(),
  inputDimensions: z.number().int().positive(),
  dimensions: z.number().int().positive(),
  /** Base64 of float32: the mean (inputDimensions), then the axes, row by row (inputDimensions × dimensions). */
  projection: z.string(),
  /** In how many of `documents` buyers' messages a token occurs. */
  documents: z.number().int().positive(),
  documentFrequency: z.record(z.string(), z.number()),
});

/** Plain form of the weights file. */
export type TokenSpaceFile = z.output<typeof schema>;

/**
 * A small space for token vectors and the weight of each token in a question: principal axes of contextual token
 * vectors (they keep the ranking of the full vectors at a fifth of the memory), and inverse document frequency in
 * buyers' messages (亲 and please weigh little wherever they occur). Fitted by training/fit-token-space.ts.
 */
export class TokenSpace {
  readonly dimensions: number;
  /** Changes whenever the weights do; vectors of another fingerprint are of no use. */
  readonly fingerprint: string;
  readonly #file: TokenSpaceFile;
  readonly #mean: Float32Array;
  readonly #axes: Float32Array;

  constructor(file: TokenSpaceFile) {
    this.#file = file;
    this.dimensions = file.dimensions;
    this.fingerprint = createHash('sha256').update(file.projection).digest('hex').slice(0, 12);
    const bytes = Buffer.from(file.projection, 'base64');
    const numbers = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    this.#mean = numbers.slice(0, file.inputDimensions);
    this.#axes = numbers.slice(file.inputDimensions);
  }

  /** Unit token vectors in the small space, row by row. */
  project({ tokens, vectors }: TokenEmbedding): Float32Array {
    const { dimensions } = this;
    const { inputDimensions } = this.#file;
    const centred = vectors.map((value, at) => value - this.#mean[at % inputDimensions]);
    const result = tokens.length > 0 ? rowMixtures(centred, this.#axes, dimensions) : new Float32Array();
    for (let start = 0; start < result.length; start += dimensions)
      toUnitLength(result.subarray(start, start + dimensions));
    return result;
  }

  /** Weight of each token of a question, rare ones most; at least 0.1. */
  weights(tokens: readonly string[]): Float32Array {
    const { documents, documentFrequency } = this.#file;
    return Float32Array.from(tokens, (token) =>
      Math.max(0.1, Math.log((documents + 1) / ((documentFrequency[token] ?? 0) + 0.5))),
    );
  }
}

/** Reads weights/<language>-token-space.json of this package. */
export function readTokenSpace(language: Language): TokenSpace {
  const url = new URL(`../../weights/${language}-token-space.json`, import.meta.url);
  return new TokenSpace(schema.parse(JSON.parse(readFileSync(url, 'utf8'))));
}
