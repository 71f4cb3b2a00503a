import { softmaxInPlace } from '../numeric/softmax.ts';
import type { ViewScores } from './view-scores.ts';

/**
 * How the views become one probability:
 * p ∝ dense ^ its weight · sparse ^ its weight · vote ^ its weight · exp(names · its weight) · exp(prior).
 */
export interface Calibration {
  readonly dense: number;
  readonly sparse: number;
  readonly names: number;
  readonly vote: number;
  /** Added to each intent's logarithm, so that it is found as often as it was labelled. */
  readonly priors: readonly number[];
}

type View = 'dense' | 'sparse' | 'names' | 'vote';
type Weights = Record<View, number>;

const PROBABILITY_WEIGHTS = [0.15, 0.3, 0.45, 0.6, 0.8, 1, 1.25, 1.6, 2, 2.5];
const CHOICES: Record<View, readonly number[]> = {
  dense: PROBABILITY_WEIGHTS,
  sparse: PROBABILITY_WEIGHTS,
  names: [0, 0.5, 1, 1.5, 2, 3, 4, 6, 8],
  vote: [0, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8],
};
const ROUNDS = 3;
/** Rows the calibration looks at; more change it little. */
const ENOUGH_ROWS = 2_500;
/** Keeps one view from ruling an intent out alone. */
const FLOOR = 1e-3;
/** Shares of wrong labels that are tried for noisy sets: if all had to be explained, wrong ones would flatten every probability. */
const NOISE = [0.03, 0.1, 0.2, 0.3];
/** In a clean set, an error is the classifier's. */
const NO_NOISE = [0.001];
/** Rows an intent is thought to have been found and labelled in besides: rare ones are not moved by chance. */
const SMOOTHING = 5;

/** The rows a calibration looks at, evenly spread over all `count`. */
export function calibrationRows(count: number): Int32Array {
  const stride = Math.ceil(count / ENOUGH_ROWS);
  return Int32Array.from({ length: Math.ceil(count / stride) }, (_, index) => index * stride);
}

/**
 * Chooses the weights by the log-likelihood of labels that the views have not seen: temperature scaling (Guo et al. 2017,
 * arXiv:1706.04599) with one temperature a view. A view that does not help gets no weight. The priors come after: without
 * them frequent intents, which are learnt better, swallow rare ones.
 *
 * @param held out-of-fold scores of some rows
 * @param labels of the same rows
 * @param isNoisy whether a share of the labels may be wrong in any way
 */
export function calibrate(held: ViewScores, labels: Int32Array, classes: number, isNoisy: boolean): Calibration {
  const likelihood = likelihoodOf(logScores(held), labels, classes, isNoisy ? NOISE : NO_NOISE);
  let best: Weights = { dense: 0.8, sparse: 0.45, names: 0, vote: 0 };
  let highest = likelihood(best);
  const views = Object.keys(CHOICES) as View[];
  for (let round = 0; round < ROUNDS; round++) {
    for (const view of views.filter((each) => held[each])) {
      for (const weight of CHOICES[view]) {
        const tried = { ...best, [view]: weight };
        const found = likelihood(tried);
        if (found > highest) [best, highest] = [tried, found];
      }
    }
  }
  return { ...best, priors: priorsOf(held, best, labels, classes) };
}

/** Writes the calibrated probabilities of the row that starts at `start` to `into`, whose length is the number of classes. */
export function mixRow(found: ViewScores, start: number, weights: Calibration, into: Float32Array): void {
  const { dense, sparse, names, vote } = found;
  for (let k = 0; k < into.length; k++) {
    into[k] =
      weights.dense * Math.log(dense[start + k] + FLOOR) +
      weights.sparse * Math.log(sparse[start + k] + FLOOR) +
      (vote ? weights.vote * Math.log(vote[start + k] + FLOOR) : 0) +
      (names ? weights.names * names[start + k] : 0) +
      weights.priors[k];
  }
  softmaxInPlace(into);
}

/** Everything the weights are multiplied with, so that logarithms are taken once. */
function logScores({ dense, sparse, names, vote }: ViewScores): Partial<Record<View, Float32Array>> {
  const log = (values: Float32Array) => values.map((value) => Math.log(value + FLOOR));
  return { dense: log(dense), sparse: log(sparse), names, vote: vote && log(vote) };
}

/** The log-likelihood of the labels under weights, at the share of wrong labels that suits them best. */
function likelihoodOf(
  logs: Partial<Record<View, Float32Array>>,
  labels: Int32Array,
  classes: number,
  noise: readonly number[],
): (weights: Weights) => number {
  const row = new Float32Array(classes);
  return (weights) => {
    const used = (Object.keys(weights) as View[]).flatMap((view) => {
      const scores = logs[view];
      return scores && weights[view] > 0 ? [{ scores, weight: weights[view] }] : [];
    });
    const sums = new Float64Array(noise.length);
    labels.forEach((label, index) => {
      row.fill(0);
      for (const { scores, weight } of used) {
        for (let k = 0, at = index * classes; k < classes; k++, at++) row[k] += weight * scores[at];
      }
      softmaxInPlace(row);
      noise.forEach((share, at) => {
        sums[at] += Math.log((1 - share) * row[label] + share / classes);
      });
    });
    return Math.max(...sums);
  };
}

function priorsOf(held: ViewScores, weights: Weights, labels: Int32Array, classes: number): number[] {
  const without: Calibration = { ...weights, priors: new Array(classes).fill(0) };
  const labelled = new Float64Array(classes);
  const found = new Float64Array(classes);
  const row = new Float32Array(classes);
  labels.forEach((label, index) => {
    labelled[label]++;
    mixRow(held, index * classes, without, row);
    for (let k = 0; k < classes; k++) found[k] += row[k];
  });
  return Array.from(labelled, (count, k) => Math.log((count + SMOOTHING) / (found[k] + SMOOTHING)));
}
