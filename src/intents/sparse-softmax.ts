import { softmaxInPlace } from '../numeric/softmax.ts';
import { createScoreGradient, lossGradient, warmUp } from './robust-loss.ts';
import { seededRandom, shuffle } from './seeded-random.ts';

/** One text as feature numbers and their weights. */
export interface SparseRow {
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

/** A linear classifier over sparse rows: `features` × `classes` weights, feature by feature, and one bias a class. */
export interface SparseSoftmax {
  readonly classes: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** How to fit; the defaults suit TF-IDF rows of unit length. */
export interface SparseTraining {
  readonly classes: number;
  readonly features: number;
  /** See `lossGradient`. Default 0. */
  readonly robustness?: number;
  /** Passes over the rows. */
  readonly epochs: number;
  /** AdaGrad's step length; falls to 0 linearly. Default 0.5. */
  readonly rate?: number;
  readonly seed: number;
}

/**
 * Fits row by row with AdaGrad (Duchi, Hazan and Singer 2011), which gives rare features the long steps they need.
 * `selected` are the row numbers to learn from.
 */
export function trainSparseSoftmax(
  rows: readonly SparseRow[],
  labels: Int32Array,
  selected: Int32Array,
  options: SparseTraining,
): SparseSoftmax {
  const { classes, features, epochs, rate = 0.5, robustness = 0 } = options;
  const model = { classes, weights: new Float32Array(features * classes), bias: new Float32Array(classes) };
  const squares = new Float32Array(features * classes).fill(0.01);
  const scores = new Float32Array(classes);
  const gradient = createScoreGradient(classes);
  const random = seededRandom(options.seed);
  const order = selected.slice();
  const steps = epochs * order.length;
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const row of shuffle(order, random)) {
      const done = step++ / steps;
      const now = rate * (1 - done);
      scoreSparse(model, rows[row], scores);
      softmaxInPlace(scores);
      lossGradient(scores, 0, classes, labels[row], robustness * warmUp(done), gradient);
      const { indices, values } = rows[row];
      for (let i = 0; i < indices.length; i++) {
        const offset = indices[i] * classes;
        for (let active = 0; active < gradient.count; active++) {
          const at = offset + gradient.classes[active];
          const slope = gradient.values[active] * values[i];
          squares[at] += slope * slope;
          model.weights[at] -= (now * slope) / Math.sqrt(squares[at]);
        }
      }
      for (let active = 0; active < gradient.count; active++) {
        model.bias[gradient.classes[active]] -= 0.05 * now * gradient.values[active];
      }
    }
  }
  return model;
}

/** Scores of one row, `classes` numbers, written to `into`. */
export function scoreSparse(model: SparseSoftmax, row: SparseRow, into: Float32Array): void {
  const { classes, weights } = model;
  into.set(model.bias);
  for (let i = 0; i < row.indices.length; i++) {
    const offset = row.indices[i] * classes;
    const value = row.values[i];
    for (let k = 0; k < classes; k++) into[k] += value * weights[offset + k];
  }
}
