import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Language } from '../domain/understanding.ts';
import { dotRow } from '../numeric/dot.ts';
import { softmaxInPlace } from '../numeric/softmax.ts';

const schema = z.object({
  /** Fingerprint of the token space the weights were fitted in. */
  space: z.string(),
  dimensions: z.number().int().positive(),
  temperature: z.number(),
  /** Base64 of float32 by name; matrices row by row, one row an output. */
  parameters: z.record(z.string(), z.string()),
});

/** Plain form of the weights file, as training/attention/train.py writes it. */
export type AttentionModelFile = z.output<typeof schema>;

/** A question as the model reads it. */
export interface AttentionQuestion {
  /** Unit token vectors, row by row. */
  readonly tokens: Float32Array;
  /** Weight of each token: inverse document frequency. */
  readonly tokenWeights: Float32Array;
}

/** A fully connected layer. */
interface Layer {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/**
 * Says whether a passage answers a question by laying each token of the question beside what the passage holds nearest
 * to it, comparing the two and weighing all comparisons: decomposable attention (Parikh et al., EMNLP 2016) over frozen
 * contextual token vectors. It learns what no similarity tells: which differences matter (a colour, a place, a day).
 */
export class AttentionModel {
  readonly space: string;
  readonly #dimensions: number;
  readonly #temperature: number;
  readonly #align: Float32Array;
  readonly #poolTokens: Float32Array;
  readonly #poolWeight: number;
  /** The first comparing layer in two parts: what it makes of the question alone, and of what was found for it. */
  readonly #compareOwn: Layer;
  readonly #compareFound: Layer;
  readonly #compare: Layer;
  readonly #judge: readonly [Layer, Layer];

  constructor(file: AttentionModelFile) {
    const read = (name: string) => {
      const text = file.parameters[name];
      if (text === undefined) throw new Error(`the attention model lacks the parameter ${name}`);
      const bytes = Buffer.from(text, 'base64');
      return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    };
    const layer = (name: string): Layer => ({ weights: read(`${name}.weight`), bias: read(`${name}.bias`) });
    this.space = file.space;
    this.#dimensions = file.dimensions;
    this.#temperature = file.temperature;
    this.#align = read('align.weight');
    const pool = read('pool.weight');
    this.#poolTokens = pool.subarray(0, file.dimensions);
    this.#poolWeight = pool[file.dimensions];
    const first = layer('compare1');
    const columns = 4 * file.dimensions + 2;
    const pick = (wanted: (column: number) => boolean) => first.weights.filter((_, at) => wanted(at % columns));
    const isOwn = (column: number) => column < file.dimensions || column === columns - 1;
    this.#compareOwn = { weights: pick(isOwn), bias: first.bias };
    this.#compareFound = { weights: pick((column) => !isOwn(column)), bias: first.bias };
    this.#compare = layer('compare2');
    this.#judge = [layer('judge1'), layer('judge2')];
  }

  /** The part of the work that is the same for every passage. */
  read({ tokens, tokenWeights }: AttentionQuestion): ReadQuestion {
    const dimensions = this.#dimensions;
    const count = tokenWeights.length;
    const aligned = new Float32Array(tokens.length);
    const pool = new Float32Array(count);
    const own: Float32Array[] = [];
    const asked = new Float32Array(dimensions + 1);
    for (let token = 0; token < count; token += 1) {
      const row = tokens.subarray(token * dimensions, (token + 1) * dimensions);
      for (let out = 0; out < dimensions; out += 1) {
        aligned[token * dimensions + out] = dotRow(row, this.#align, out * dimensions);
      }
      pool[token] = dotRow(row, this.#poolTokens, 0) + this.#poolWeight * tokenWeights[token];
      asked.set(row);
      asked[dimensions] = tokenWeights[token];
      own.push(sums(this.#compareOwn, this.#compareOwn.bias, asked));
    }
    softmaxInPlace(pool);
    return { tokens, tokenWeights, aligned, own, pool };
  }

  /** Log odds that the passage answers the question. Pure. */
  score(question: ReadQuestion, passage: Float32Array): number {
    const dimensions = this.#dimensions;
    const count = question.tokenWeights.length;
    const width = this.#compare.bias.length;
    const pooled = new Float32Array(2 * width + 3);
    pooled.fill(-Infinity, width, 2 * width);
    pooled[2 * width + 1] = Infinity;
    const joint = new Float32Array(3 * dimensions + 1);
    for (let token = 0; token < count; token += 1) {
      const nearest = this.#alignToken(question, token, passage, joint);
      const compared = rectified(this.#compare, positive(sums(this.#compareFound, question.own[token], joint)));
      const share = question.pool[token];
      for (let at = 0; at < width; at += 1) {
        pooled[at] += share * compared[at];
        if (compared[at] > pooled[width + at]) pooled[width + at] = compared[at];
      }
      pooled[2 * width] += nearest / count;
      pooled[2 * width + 1] = Math.min(pooled[2 * width + 1], nearest);
      pooled[2 * width + 2] += share * nearest;
    }
    const [hidden, output] = this.#judge;
    return dotRow(rectified(hidden, pooled), output.weights, 0) + output.bias[0];
  }

  /** Writes what the passage holds nearest to the token, product, distance and similarity; gives the similarity. */
  #alignToken(question: ReadQuestion, token: number, passage: Float32Array, joint: Float32Array): number {
    const dimensions = this.#dimensions;
    const from = token * dimensions;
    const aligned = question.aligned.subarray(from, from + dimensions);
    const similarities = new Float32Array(passage.length / dimensions);
    let nearest = -Infinity;
    for (let row = 0; row < similarities.length; row += 1) {
      similarities[row] = dotRow(aligned, passage, row * dimensions);
      if (similarities[row] > nearest) nearest = similarities[row];
    }
    const found = joint.subarray(0, dimensions).fill(0);
    let total = 0;
    for (let row = 0; row < similarities.length; row += 1) {
      const share = Math.exp(this.#temperature * (similarities[row] - nearest));
      if (share < 1e-4) continue;
      total += share;
      for (let at = 0; at < dimensions; at += 1) found[at] += share * passage[row * dimensions + at];
    }
    for (let at = 0; at < dimensions; at += 1) {
      const own = question.tokens[from + at];
      found[at] /= total;
      joint[dimensions + at] = own * found[at];
      joint[2 * dimensions + at] = Math.abs(own - found[at]);
    }
    joint[3 * dimensions] = nearest;
    return nearest;
  }
}

/** A question with what the model needs of it for every passage. */
export interface ReadQuestion extends AttentionQuestion {
  readonly aligned: Float32Array;
  /** What the first comparing layer makes of each token before it meets a passage. */
  readonly own: readonly Float32Array[];
  readonly pool: Float32Array;
}

/** Reads weights/<language>-attention.json of this package. */
export function readAttentionModel(language: Language): AttentionModel {
  const url = new URL(`../../weights/${language}-attention.json`, import.meta.url);
  return new AttentionModel(schema.parse(JSON.parse(readFileSync(url, 'utf8'))));
}

function rectified(layer: Layer, input: Float32Array): Float32Array {
  return positive(sums(layer, layer.bias, input));
}

/** The layer's outputs before any bend, on top of `start`. */
function sums({ weights }: Layer, start: Float32Array, input: Float32Array): Float32Array {
  const result = start.slice();
  for (let out = 0; out < result.length; out += 1) result[out] += dotRow(input, weights, out * input.length);
  return result;
}

function positive(values: Float32Array): Float32Array {
  for (let at = 0; at < values.length; at += 1) if (values[at] < 0) values[at] = 0;
  return values;
}
