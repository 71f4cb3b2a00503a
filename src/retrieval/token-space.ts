import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Language } from '../domain/understanding.ts';
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
    const result = new Float32Array(tokens.length * dimensions);
    const centred = new Float64Array(inputDimensions);
    for (let token = 0; token < tokens.length; token += 1) {
      for (let input = 0; input < inputDimensions; input += 1)
        centred[input] = vectors[token * inputDimensions + input] - this.#mean[input];
      const row = result.subarray(token * dimensions, (token + 1) * dimensions);
      addAxes(row, centred, this.#axes);
      toUnitLength(row);
    }
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

/** Adds each axis as often as its input says; four at a time, for half the time and the very same sums. */
function addAxes(row: Float32Array, inputs: Float64Array, axes: Float32Array): void {
  const { fround } = Math;
  const width = row.length;
  const whole = inputs.length - (inputs.length % 4);
  for (let input = 0; input < whole; input += 4) {
    const first = input * width;
    const second = first + width;
    const third = second + width;
    const fourth = third + width;
    const [a, b, c, d] = [inputs[input], inputs[input + 1], inputs[input + 2], inputs[input + 3]];
    for (let at = 0; at < width; at += 1) {
      const sum = fround(fround(row[at] + a * axes[first + at]) + b * axes[second + at]);
      row[at] = fround(sum + c * axes[third + at]) + d * axes[fourth + at];
    }
  }
  for (let input = whole; input < inputs.length; input += 1)
    for (let at = 0; at < width; at += 1) row[at] += inputs[input] * axes[input * width + at];
}

function toUnitLength(row: Float32Array): void {
  const length = Math.hypot(...row) || 1;
  for (let index = 0; index < row.length; index += 1) row[index] /= length;
}
