import { Matrix, solve } from 'ml-matrix';
import type { LinearModel } from '../src/retrieval/linear-model.ts';

/** One weighted example; `label` is 0 or 1. */
export interface Example {
  readonly features: ArrayLike<number>;
  readonly label: number;
  readonly weight: number;
}

const ITERATIONS = 12;

/**
 * L2-regularised logistic regression on standardised features by iteratively reweighted least squares
 * (Hastie, Tibshirani, Friedman, "The Elements of Statistical Learning", 4.4.1). The intercept is not penalised.
 *
 * @param penalty strength of the L2 penalty on the summed loss
 */
export function fitLogisticRegression(examples: readonly Example[], penalty: number): LinearModel {
  const size = examples[0].features.length;
  const column = (at: number) => examples.map(({ features }) => features[at]);
  const mean = Array.from({ length: size }, (_, at) => average(column(at)));
  const scale = mean.map((centre, at) => Math.sqrt(average(column(at).map((value) => (value - centre) ** 2))) || 1);
  const rows = examples.map(({ features }) => [...mean.map((centre, at) => (features[at] - centre) / scale[at]), 1]);
  let weights: number[] = new Array(size + 1).fill(0);
  for (let iteration = 0; iteration < ITERATIONS; iteration += 1)
    weights = newtonStep(rows, examples, weights, penalty);
  return { mean, scale, weights: weights.slice(0, size), intercept: weights[size] };
}

function newtonStep(rows: number[][], examples: readonly Example[], weights: number[], penalty: number): number[] {
  const size = weights.length;
  const hessian = Matrix.zeros(size, size);
  const gradient = new Float64Array(size);
  rows.forEach((row, index) => {
    const { label, weight } = examples[index];
    const margin = row.reduce((sum, value, at) => sum + value * weights[at], 0);
    const probability = 1 / (1 + Math.exp(-margin));
    const curvature = weight * Math.max(1e-6, probability * (1 - probability));
    for (let i = 0; i < size; i += 1) {
      gradient[i] += weight * (probability - label) * row[i];
      for (let j = i; j < size; j += 1) hessian.set(i, j, hessian.get(i, j) + curvature * row[i] * row[j]);
    }
  });
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < i; j += 1) hessian.set(i, j, hessian.get(j, i));
    if (i === size - 1) continue;
    hessian.set(i, i, hessian.get(i, i) + penalty);
    gradient[i] += penalty * weights[i];
  }
  const step = solve(hessian, Matrix.columnVector(Array.from(gradient))).to1DArray();
  return weights.map((weight, at) => weight - step[at]);
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
