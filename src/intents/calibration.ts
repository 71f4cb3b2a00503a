import { softmaxInPlace } from '../numeric/softmax.ts';
import type { PairProbabilities } from './softmax-pair.ts';

/** How the two views become one probability: p ∝ dense ^ dense weight · sparse ^ sparse weight. */
export interface Calibration {
  /** Weight of the dense view's log-probability; both weights together are the inverse temperature. */
  readonly dense: number;
  readonly sparse: number;
}

const WEIGHTS = [0.15, 0.3, 0.45, 0.6, 0.8, 1, 1.25, 1.6, 2, 2.5];
/** Rows the calibration looks at; more do not change it. */
const ENOUGH_ROWS = 1_000;
/** Keeps one view from ruling an intent out alone. */
const FLOOR = 1e-5;

/**
 * Chooses both weights by the log-likelihood of labels the classifiers did not see: temperature scaling (Guo et al.
 * 2017, arXiv:1706.04599) with one temperature a view.
 *
 * @param held out-of-fold probabilities
 * @param rows row numbers to look at, without the ones whose label is doubted
 */
export function calibrate(held: PairProbabilities, labels: Int32Array, rows: Int32Array, classes: number): Calibration {
  const stride = Math.ceil(rows.length / ENOUGH_ROWS);
  const sample = rows.filter((_, index) => index % stride === 0);
  const into = new Float32Array(classes);
  let best = { dense: 1, sparse: 1 };
  let highest = Number.NEGATIVE_INFINITY;
  for (const dense of WEIGHTS) {
    for (const sparse of WEIGHTS) {
      let likelihood = 0;
      for (const row of sample) {
        mixRow(held, row * classes, { dense, sparse }, into);
        likelihood += Math.log(Math.max(into[labels[row]], FLOOR));
      }
      if (likelihood > highest) {
        highest = likelihood;
        best = { dense, sparse };
      }
    }
  }
  return best;
}

/** Writes the calibrated probabilities of the row that starts at `start` to `into`, whose length is the number of classes. */
export function mixRow(held: PairProbabilities, start: number, weights: Calibration, into: Float32Array): void {
  for (let k = 0; k < into.length; k++) {
    into[k] =
      weights.dense * Math.log(held.dense[start + k] + FLOOR) +
      weights.sparse * Math.log(held.sparse[start + k] + FLOOR);
  }
  softmaxInPlace(into);
}
