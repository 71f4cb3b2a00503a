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
export function scoreDense(model: DenseSoftmax, rows: DenseRows, members: Int32Array, into: Float32Array): void {
  const lastRow = members.length - 1;
  const lastClass = model.classes - 1;
  for (let b = 0; b <= lastRow; b += 4) {
    for (let k = 0; k <= lastClass; k += 2) {
      scoreBlock(model, rows, members, b, Math.min(b + 3, lastRow), k, Math.min(k + 1, lastClass), into);
    }
  }
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

/**
 * Four rows times two classes: every number that is read is used several times, which more than doubles the speed of
 * the plain loops. At the edges rows and classes are computed twice and written once.
 */
function scoreBlock(
  { classes, dimensions, weights, bias }: DenseSoftmax,
  { values }: DenseRows,
  members: Int32Array,
  b: number,
  bEnd: number,
  k: number,
  kEnd: number,
  into: Float32Array,
): void {
  const row0 = members[b] * dimensions;
  const row1 = members[Math.min(b + 1, bEnd)] * dimensions;
  const row2 = members[Math.min(b + 2, bEnd)] * dimensions;
  const row3 = members[bEnd] * dimensions;
  const classA = k * dimensions;
  const classB = kEnd * dimensions;
  let a0 = bias[k];
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let b0 = bias[kEnd];
  let b1 = b0;
  let b2 = b0;
  let b3 = b0;
  for (let d = 0; d < dimensions; d++) {
    const weightA = weights[classA + d];
    const weightB = weights[classB + d];
    const value0 = values[row0 + d];
    const value1 = values[row1 + d];
    const value2 = values[row2 + d];
    const value3 = values[row3 + d];
    a0 += weightA * value0;
    a1 += weightA * value1;
    a2 += weightA * value2;
    a3 += weightA * value3;
    b0 += weightB * value0;
    b1 += weightB * value1;
    b2 += weightB * value2;
    b3 += weightB * value3;
  }
  const at = (row: number) => Math.min(row, bEnd) * classes;
  into[at(b) + k] = a0;
  into[at(b) + kEnd] = b0;
  into[at(b + 1) + k] = a1;
  into[at(b + 1) + kEnd] = b1;
  into[at(b + 2) + k] = a2;
  into[at(b + 2) + kEnd] = b2;
  into[bEnd * classes + k] = a3;
  into[bEnd * classes + kEnd] = b3;
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
