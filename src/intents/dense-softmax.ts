import { joinRows, rowProducts } from '../numeric/row-products.ts';
import { softmaxInPlace } from '../numeric/softmax.ts';
import { createScoreGradient, lossGradient, type ScoreGradient, warmUp } from './robust-loss.ts';
import { seededRandom, shuffle } from './seeded-random.ts';

/** Rows of equal length, one after another. */
export interface DenseRows {
  readonly dimensions: number;
  readonly values: Float32Array;
}

/** A linear classifier over dense vectors: `classes` × `dimensions` weights, class by class, and one bias a class. */
export interface DenseSoftmax {
  readonly classes: number;
  readonly dimensions: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** How to fit; the defaults suit unit vectors. */
export interface DenseTraining {
  readonly classes: number;
  /** See `lossGradient`. Default 0. */
  readonly robustness?: number;
  /** Passes over the rows. */
  readonly epochs: number;
  /** Rows a step. Default 64. */
  readonly batch?: number;
  /** Adam's first step length; falls to 0 along a cosine. Default 0.08. */
  readonly rate?: number;
  /** Pull of every weight towards 0 a step, as a share of the gradient scale. Default 1e-5. */
  readonly decay?: number;
  readonly seed: number;
}

const BETA_1 = 0.9;
const BETA_2 = 0.999;

/** Fits by mini-batch Adam (Kingma and Ba 2015). `selected` are the row numbers to learn from. */
export function trainDenseSoftmax(
  rows: DenseRows,
  labels: Int32Array,
  selected: Int32Array,
  options: DenseTraining,
): DenseSoftmax {
  const { classes, epochs, batch = 64, rate = 0.08, decay = 1e-5, robustness = 0 } = options;
  const { dimensions } = rows;
  const model = {
    classes,
    dimensions,
    weights: new Float32Array(classes * dimensions),
    bias: new Float32Array(classes),
  };
  const weightStep = createAdam(model.weights, decay);
  const biasStep = createAdam(model.bias, 0);
  const scores = new Float32Array(batch * classes);
  const gradient = createScoreGradient(classes);
  const random = seededRandom(options.seed);
  const order = selected.slice();
  const steps = epochs * Math.ceil(order.length / batch);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (let first = 0; first < order.length; first += batch) {
      const size = Math.min(batch, order.length - first);
      const q = robustness * warmUp(step / steps);
      const members = order.subarray(first, first + size);
      scoreDense(model, rows, members, scores);
      for (let b = 0; b < size; b++) {
        softmaxInPlace(scores, b * classes, (b + 1) * classes);
        lossGradient(scores, b * classes, classes, labels[members[b]], q, gradient);
        accumulate(rows, members[b], gradient, 1 / size, weightStep.gradient, biasStep.gradient);
      }
      const now = rate * 0.5 * (1 + Math.cos((Math.PI * step) / steps));
      step++;
      weightStep.apply(now, step);
      biasStep.apply(now, step);
    }
  }
  return model;
}

/** Scores of the chosen rows, `classes` numbers each, written to `into`. */
export function scoreDense(
  { classes, dimensions, weights, bias }: DenseSoftmax,
  { values }: DenseRows,
  members: Int32Array,
  into: Float32Array,
): void {
  const chosen = Array.from(members, (row) => values.subarray(row * dimensions, (row + 1) * dimensions));
  into.set(rowProducts(joinRows(chosen), weights, dimensions));
  for (let at = 0; at < members.length * classes; at++) into[at] += bias[at % classes];
}

/** Highest score of one vector. Unlike a probability it is low for a vector that resembles nothing. */
export function highestScore(model: DenseSoftmax, vector: Float32Array): number {
  const scores = new Float32Array(model.classes);
  scoreDense(model, { dimensions: vector.length, values: vector }, Int32Array.of(0), scores);
  return Math.max(...scores);
}

/** Mean highest score of up to 400 of the selected rows; never 0. */
export function typicalScore(model: DenseSoftmax, rows: DenseRows, selected: Int32Array): number {
  const stride = Math.ceil(selected.length / 400);
  const sample = selected.filter((_, index) => index % stride === 0);
  const { dimensions, values } = rows;
  let sum = 0;
  for (const row of sample) sum += highestScore(model, values.subarray(row * dimensions, (row + 1) * dimensions));
  return Math.max(sum / sample.length, 1e-3);
}

function accumulate(
  rows: DenseRows,
  row: number,
  gradient: ScoreGradient,
  share: number,
  weights: Float32Array,
  bias: Float32Array,
): void {
  const { dimensions, values } = rows;
  const start = row * dimensions;
  for (let active = 0; active < gradient.count; active++) {
    const k = gradient.classes[active];
    const factor = gradient.values[active] * share;
    const offset = k * dimensions;
    bias[k] += factor;
    for (let d = 0; d < dimensions; d++) weights[offset + d] += factor * values[start + d];
  }
}

function createAdam(weights: Float32Array, decay: number) {
  const gradient = new Float32Array(weights.length);
  const mean = new Float32Array(weights.length);
  const square = new Float32Array(weights.length);
  return {
    gradient,
    apply(rate: number, step: number): void {
      const scale = (rate * Math.sqrt(1 - BETA_2 ** step)) / (1 - BETA_1 ** step);
      for (let i = 0; i < weights.length; i++) {
        const g = gradient[i] + decay * weights[i];
        gradient[i] = 0;
        mean[i] += (1 - BETA_1) * (g - mean[i]);
        square[i] += (1 - BETA_2) * (g * g - square[i]);
        weights[i] -= (scale * mean[i]) / (Math.sqrt(square[i]) + 1e-8);
      }
    },
  };
}
