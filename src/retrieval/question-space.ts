import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Language } from '../domain/understanding.ts';
import { rowMixtures, rowProducts } from '../numeric/row-products.ts';
import { toUnitLength } from '../numeric/to-unit-length.ts';

const schema = z.object({
  /** Embedder the space was fitted on. */
  model: z.string(),
  dimensions: z.number().int().positive(),
  rank: z.number().int().positive(),
  /** Base64 of float32, `rank` rows of `dimensions`: what is looked for in a vector, and what is added for each find. */
  inwards: z.string(),
  outwards: z.string(),
});

/** Plain form of the weights file, as training/paraphrases/train.py writes it. */
export type QuestionSpaceFile = z.output<typeof schema>;

/**
 * A space in which questions that ask the same lie closer together and those that ask something else of the same subject
 * further apart: sentence vectors with a correction of low rank, fitted on paraphrases written for this project.
 */
export class QuestionSpace {
  readonly model: string;
  readonly #inwards: Float32Array;
  readonly #outwards: Float32Array;

  constructor(file: QuestionSpaceFile) {
    this.model = file.model;
    this.#inwards = floats(file.inwards, file.rank * file.dimensions);
    this.#outwards = floats(file.outwards, file.rank * file.dimensions);
  }

  /** The unit vector of this space that belongs to a sentence vector of the embedder. Pure. */
  project(sentence: Float32Array): Float32Array {
    const { length } = sentence;
    const found = rowProducts(sentence, this.#inwards, length);
    const result = rowMixtures(found, this.#outwards, length);
    for (let at = 0; at < length; at += 1) result[at] += sentence[at];
    return toUnitLength(result);
  }
}

/** The space fitted on the vectors of this embedder, from weights/<language>-question-space.json; there is a Chinese one. */
export function readQuestionSpace(language: Language, embedderId: string): QuestionSpace | undefined {
  if (language !== 'zh') return undefined;
  const url = new URL(`../../weights/${language}-question-space.json`, import.meta.url);
  const space = new QuestionSpace(schema.parse(JSON.parse(readFileSync(url, 'utf8'))));
  return space.model === embedderId ? space : undefined;
}

function floats(base64: string, count: number): Float32Array {
  const bytes = Buffer.from(base64, 'base64');
  const numbers = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  if (numbers.length !== count) throw new Error(`a question space holds ${numbers.length} numbers instead of ${count}`);
  return numbers;
}
