import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Language } from '../domain/understanding.ts';
import { dotRow } from '../numeric/dot.ts';
import { placeMatrices, rowMixtures, rowProducts } from '../numeric/row-products.ts';
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

/** Log odds of an answer where there is nothing to read. */
const NO_ANSWER = -6;

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
    const alignWeights = read('align.weight');
    const pool = read('pool.weight');
    this.#poolTokens = pool.subarray(0, file.dimensions);
    this.#poolWeight = pool[file.dimensions];
    const first = layer('compare1');
    const columns = 4 * file.dimensions + 2;
    const pick = (wanted: (column: number) => boolean) => first.weights.filter((_, at) => wanted(at % columns));
    const isOwn = (column: number) => column < file.dimensions || column === columns - 1;
    const [compare, hidden, output] = [layer('compare2'), layer('judge1'), layer('judge2')];
    // Multiplied for every candidate, so they stay where they are multiplied.
    const [align, own, found, compareWeights, hiddenWeights] = placeMatrices([
      { rows: alignWeights, columns: file.dimensions },
      { rows: pick(isOwn), columns: file.dimensions + 1 },
      { rows: pick((column) => !isOwn(column)), columns: 3 * file.dimensions + 1 },
      { rows: compare.weights, columns: compare.bias.length },
      { rows: hidden.weights, columns: hidden.weights.length / hidden.bias.length },
    ]);
    this.#align = align;
    this.#compareOwn = { weights: own, bias: first.bias };
    this.#compareFound = { weights: found, bias: first.bias };
    this.#compare = { weights: compareWeights, bias: compare.bias };
    this.#judge = [{ weights: hiddenWeights, bias: hidden.bias }, output];
  }

  /** The part of the work that is the same for every passage. */
  read({ tokens, tokenWeights }: AttentionQuestion): ReadQuestion {
    const dimensions = this.#dimensions;
    const count = tokenWeights.length;
    const pool = new Float32Array(count);
    const columns = dimensions + 1;
    const asked = new Float32Array(count * columns);
    for (let token = 0; token < count; token += 1) {
      const row = tokens.subarray(token * dimensions, (token + 1) * dimensions);
      pool[token] = dotRow(row, this.#poolTokens, 0) + this.#poolWeight * tokenWeights[token];
      asked.set(row, token * columns);
      asked[token * columns + dimensions] = tokenWeights[token];
    }
    softmaxInPlace(pool);
    const aligned = rowProducts(tokens, this.#align, dimensions);
    const own = rowProducts(asked, this.#compareOwn.weights, columns);
    return { tokens, tokenWeights, aligned, own: addToRows(own, this.#compareOwn.bias), pool };
  }

  /** Log odds that the passage answers the question. Pure. */
  score(question: ReadQuestion, passage: Float32Array): number {
    const count = question.tokenWeights.length;
    if (count === 0 || passage.length === 0) return NO_ANSWER;
    const width = this.#compare.bias.length;
    const pooled = new Float32Array(2 * width + 3);
    pooled.fill(-Infinity, width, 2 * width);
    pooled[2 * width + 1] = Infinity;
    const joint = this.#alignTokens(question, passage);
    const columns = 3 * this.#dimensions + 1;
    const found = rowProducts(joint, this.#compareFound.weights, columns);
    const { weights, bias } = this.#compare;
    const compared = positive(addToRows(rowProducts(positive(addToRows(found, question.own)), weights, width), bias));
    for (let token = 0; token < count; token += 1) {
      const share = question.pool[token];
      const nearest = joint[(token + 1) * columns - 1];
      for (let at = 0; at < width; at += 1) {
        const value = compared[token * width + at];
        pooled[at] += share * value;
        if (value > pooled[width + at]) pooled[width + at] = value;
      }
      pooled[2 * width] += nearest / count;
      pooled[2 * width + 1] = Math.min(pooled[2 * width + 1], nearest);
      pooled[2 * width + 2] += share * nearest;
    }
    const [hidden, output] = this.#judge;
    const judged = positive(addToRows(rowProducts(pooled, hidden.weights, pooled.length), hidden.bias));
    return dotRow(judged, output.weights, 0) + output.bias[0];
  }

  /** A row a token: what the passage holds nearest to it, the product and the distance of both, and their similarity. */
  #alignTokens(question: ReadQuestion, passage: Float32Array): Float32Array {
    const dimensions = this.#dimensions;
    const count = question.tokenWeights.length;
    const shares = rowProducts(question.aligned, passage, dimensions);
    const nearest = sharpen(shares, passage.length / dimensions, this.#temperature);
    const found = rowMixtures(shares, passage, dimensions);
    const columns = 3 * dimensions + 1;
    const joint = new Float32Array(count * columns);
    for (let token = 0; token < count; token += 1) {
      const [from, to] = [token * dimensions, token * columns];
      for (let at = 0; at < dimensions; at += 1) {
        const [own, other] = [question.tokens[from + at], found[from + at]];
        joint[to + at] = other;
        joint[to + dimensions + at] = own * other;
        joint[to + 2 * dimensions + at] = Math.abs(own - other);
      }
      joint[to + columns - 1] = nearest[token];
    }
    return joint;
  }
}

/** A question with what the model needs of it for every passage. */
export interface ReadQuestion extends AttentionQuestion {
  readonly aligned: Float32Array;
  /** What the first comparing layer makes of each token before it meets a passage, row by row. */
  readonly own: Float32Array;
  readonly pool: Float32Array;
}

/** Reads weights/<language>-attention.json of this package. */
export function readAttentionModel(language: Language): AttentionModel {
  const url = new URL(`../../weights/${language}-attention.json`, import.meta.url);
  return new AttentionModel(schema.parse(JSON.parse(readFileSync(url, 'utf8'))));
}

/** Turns rows of similarities into shares, in place; gives the highest similarity of each. What is far away has none. */
function sharpen(rows: Float32Array, width: number, temperature: number): Float32Array {
  const nearest = new Float32Array(rows.length / width);
  for (let start = 0; start < rows.length; start += width) {
    const row = rows.subarray(start, start + width);
    let highest = -Infinity;
    for (const similarity of row) if (similarity > highest) highest = similarity;
    let total = 0;
    for (let at = 0; at < width; at += 1) {
      const share = Math.exp(temperature * (row[at] - highest));
      row[at] = share < 1e-4 ? 0 : share;
      total += row[at];
    }
    for (let at = 0; at < width; at += 1) row[at] /= total;
    nearest[start / width] = highest;
  }
  return nearest;
}

function addToRows(rows: Float32Array, bias: Float32Array): Float32Array {
  for (let at = 0; at < rows.length; at += 1) rows[at] += bias[at % bias.length];
  return rows;
}

function positive(values: Float32Array): Float32Array {
  for (let at = 0; at < values.length; at += 1) if (values[at] < 0) values[at] = 0;
  return values;
}
