import { dotRow } from '../numeric/dot.ts';
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
  const vectors = new Float32Array(starts[classes] * dimensions);
  byClass.flat().forEach((row, index) => {
    vectors.set(rows.values.subarray(row * dimensions, (row + 1) * dimensions), index * dimensions);
  });
  return { dimensions, vectors, starts };
}

/** Cosine of the nearest kept example of a class, 0 when it has none. `not` is one to pass over: the vector itself. */
export function nearestOfClass(examples: NearestExamples, k: number, vector: Float32Array, not = -1): number {
  const { dimensions, vectors, starts } = examples;
  let best = 0;
  for (let example = starts[k]; example < starts[k + 1]; example++) {
    if (example === not) continue;
    const cosine = dotRow(vector, vectors, example * dimensions);
    if (cosine > best) best = cosine;
  }
  return best;
}

/** Highest cosine of a vector with any of the rows, 0 when there are none. */
export function nearestOfRows({ dimensions, values }: DenseRows, vector: Float32Array): number {
  let best = 0;
  for (let start = 0; start < values.length; start += dimensions) best = Math.max(best, dotRow(vector, values, start));
  return best;
}
