import { rowProducts } from '../numeric/row-products.ts';
import type { NearestExamples } from './nearest-examples.ts';
import { seededRandom } from './seeded-random.ts';

/**
 * What cosines mean in one set of examples under one embedder: 0.6 is far among near-identical examples and near
 * among varied ones, and Chinese vectors lie closer together than English ones.
 */
export interface Closeness {
  /** Mean cosine of two examples drawn at random. */
  readonly stranger: number;
  /** Mean cosine of an example and the nearest other one of its intent. */
  readonly neighbour: number;
}

const SAMPLES = 400;
/** One example an intent has no neighbour to measure; half-way to identity is a guess that rejects neither way. */
const GUESS = 0.5;

/** Measures both on 400 kept examples drawn at random. */
export function measureCloseness(examples: NearestExamples, seed: number): Closeness {
  const { dimensions, vectors, starts } = examples;
  const count = starts[starts.length - 1];
  const random = seededRandom(seed);
  const draw = () => Math.floor(random() * count);
  const vectorOf = (example: number) => vectors.subarray(example * dimensions, (example + 1) * dimensions);
  let stranger = 0;
  let neighbour = 0;
  let neighbours = 0;
  for (let sample = 0; sample < SAMPLES; sample++) {
    const example = draw();
    const vector = vectorOf(example);
    const other = vectorOf(draw());
    for (let d = 0; d < dimensions; d++) stranger += (vector[d] * other[d]) / SAMPLES;
    const k = starts.findLastIndex((start) => start <= example);
    if (starts[k + 1] - starts[k] < 2) continue;
    const kin = rowProducts(vector, vectors.subarray(starts[k] * dimensions, starts[k + 1] * dimensions), dimensions);
    neighbour += kin.reduce((best, cosine, at) => (starts[k] + at === example ? best : Math.max(best, cosine)), 0);
    neighbours++;
  }
  const near = neighbours > 0 ? neighbour / neighbours : stranger + GUESS * (1 - stranger);
  return { stranger, neighbour: Math.max(near, stranger + 0.1) };
}
