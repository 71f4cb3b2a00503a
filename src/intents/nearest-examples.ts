import { placeRows, rowProducts } from '../numeric/row-products.ts';
import type { DenseRows } from './dense-softmax.ts';
import { seededRandom, shuffle } from './seeded-random.ts';

/** Some examples of every class, to measure how near a message is to anything seen in training. */
export interface NearestExamples {
  readonly dimensions: number;
  /** Unit vectors, class by class. */
  readonly vectors: Float32Array;
  /** `classes` + 1 numbers: the examples of class k are `starts[k]` to `starts[k + 1]`. */
  readonly starts: Int32Array;
}

/** Examples kept a class: enough to cover an intent, few enough for a search within a millisecond. */
const EXAMPLES_A_CLASS = 40;

/** Keeps up to 40 of each class's selected rows, chosen by chance. */
export function keepExamples(
  rows: DenseRows,
  labels: Int32Array,
  selected: Int32Array,
  classes: number,
  seed: number,
): NearestExamples {
  const byClass = Array.from({ length: classes }, (): number[] => []);
  for (const row of shuffle(selected.slice(), seededRandom(seed))) {
    if (byClass[labels[row]].length < EXAMPLES_A_CLASS) byClass[labels[row]].push(row);
  }
  const { dimensions } = rows;
  const starts = new Int32Array(classes + 1);
  byClass.forEach((members, k) => {
    starts[k + 1] = starts[k] + members.length;
  });
  const vectors = placeRows(starts[classes] * dimensions);
  byClass.flat().forEach((row, index) => {
    vectors.set(rows.values.subarray(row * dimensions, (row + 1) * dimensions), index * dimensions);
  });
  return { dimensions, vectors, starts };
}

/** Cosines of a vector with all kept examples, in their order. */
export function exampleCosines({ vectors, dimensions }: NearestExamples, vector: Float32Array): Float32Array {
  return rowProducts(vector, vectors, dimensions);
}

/** Highest cosine of a class's examples, 0 when it has none. */
export function nearestOfClass({ starts }: NearestExamples, k: number, cosines: Float32Array): number {
  let best = 0;
  for (let example = starts[k]; example < starts[k + 1]; example++) {
    if (cosines[example] > best) best = cosines[example];
  }
  return best;
}

/** Highest cosine of a vector with any of the rows, 0 when there are none. */
export function nearestOfRows({ dimensions, values }: DenseRows, vector: Float32Array): number {
  return rowProducts(vector, values, dimensions).reduce((best, cosine) => Math.max(best, cosine), 0);
}
