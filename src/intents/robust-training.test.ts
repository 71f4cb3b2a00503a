import { describe, expect, test } from 'vitest';
import { calibrate, mixRow } from './calibration.ts';
import { cleanLabels } from './clean-labels.ts';
import { scoreDense, trainDenseSoftmax } from './dense-softmax.ts';
import { createScoreGradient, lossGradient } from './robust-loss.ts';
import { seededRandom } from './seeded-random.ts';
import { rowsWhere, stratifiedFolds } from './stratified-folds.ts';

const CLASSES = 5;
const ROWS = 600;
const DIMENSIONS = 8;

/** Points around one corner a class; every fourth label is wrong when `noisy`. */
function points(noisy: boolean) {
  const random = seededRandom(3);
  const truth = Int32Array.from({ length: ROWS }, (_, row) => row % CLASSES);
  const values = new Float32Array(ROWS * DIMENSIONS).map(() => random() - 0.5);
  truth.forEach((label, row) => {
    values[row * DIMENSIONS + label] += 1;
  });
  const labels = truth.map((label) => (noisy && random() < 0.25 ? Math.floor(random() * CLASSES) : label));
  return { rows: { dimensions: DIMENSIONS, values }, truth, labels };
}

const all = Int32Array.from({ length: ROWS }, (_, row) => row);
const training = { classes: CLASSES, epochs: 20, seed: 1 };

function agreement(truth: Int32Array, scores: Float32Array): number {
  const right = all.filter((row) => {
    const own = scores.subarray(row * CLASSES, (row + 1) * CLASSES);
    return own.indexOf(Math.max(...own)) === truth[row];
  });
  return right.length / ROWS;
}

describe('robust training', () => {
  test('a quarter of wrong labels does not spoil the classifier', () => {
    const { rows, truth, labels } = points(true);
    const scores = new Float32Array(ROWS * CLASSES);
    scoreDense(trainDenseSoftmax(rows, labels, all, { ...training, robustness: 0.5 }), rows, all, scores);
    expect(agreement(truth, scores)).toBeGreaterThan(0.95);
  });

  test('blocks of four rows and two classes score what the plain sum scores, at the edges too', () => {
    const { rows, labels } = points(false);
    const model = trainDenseSoftmax(rows, labels, all, { ...training, epochs: 1 });
    const members = Int32Array.of(5, 0, 599, 7, 21, 3, 3);
    const scores = new Float32Array(members.length * CLASSES);
    scoreDense(model, rows, members, scores);
    members.forEach((row, index) => {
      for (let k = 0; k < CLASSES; k++) {
        let sum = model.bias[k];
        for (let d = 0; d < DIMENSIONS; d++) {
          sum += model.weights[k * DIMENSIONS + d] * rows.values[row * DIMENSIONS + d];
        }
        expect(scores[index * CLASSES + k]).toBeCloseTo(sum, 4);
      }
    });
  });

  test('the gradient is cross-entropy at q = 0 and forgives the improbable label at q > 0', () => {
    const gradient = createScoreGradient(3);
    const probabilities = Float32Array.of(0.7, 0.25, 0.05);
    lossGradient(probabilities, 0, 3, 2, 0, gradient);
    expect([...gradient.values]).toEqual([0.7, 0.25, -0.95].map((value) => expect.closeTo(value)));
    lossGradient(probabilities, 0, 3, 2, 0.5, gradient);
    expect(gradient.values[2]).toBeCloseTo(-0.95 * Math.sqrt(0.05));
  });
});

describe('cleanLabels', () => {
  const certain = (favourite: number) => Array.from({ length: CLASSES }, (_, k) => (k === favourite ? 0.98 : 0.005));

  test('drops certain contradictions where they are frequent', () => {
    const probabilities = Float32Array.from([0, 1, 2, 0].flatMap(certain));
    const { selected, noise } = cleanLabels(probabilities, Int32Array.of(0, 1, 2, 1), CLASSES);
    expect([...selected]).toEqual([0, 1, 2]);
    expect(noise).toBe(0.25);
  });

  test('leaves a clean set alone, also where it is hard', () => {
    const labels = Int32Array.from({ length: 40 }, (_, row) => row % CLASSES);
    const unsure = Float32Array.from({ length: 40 * CLASSES }, () => 1 / CLASSES);
    expect(cleanLabels(unsure, labels, CLASSES)).toMatchObject({ selected: { length: 40 }, noise: 0 });
  });

  test('never empties an intent', () => {
    const probabilities = Float32Array.from([0, 0].flatMap(certain));
    expect([...cleanLabels(probabilities, Int32Array.of(0, 3), CLASSES).selected]).toEqual([0, 1]);
  });
});

describe('calibrate', () => {
  test('softens a view that is too sure of itself and ignores one that knows nothing', () => {
    const random = seededRandom(5);
    const labels = Int32Array.from({ length: 300 }, () => Math.floor(random() * 2));
    const dense = Float32Array.from(
      [...labels].flatMap((label) => {
        const said = random() < 0.8 ? label : 1 - label;
        return said === 0 ? [0.999, 0.001] : [0.001, 0.999];
      }),
    );
    const sparse = new Float32Array(600).fill(0.5);
    const probabilityWhen = (isNoisy: boolean) => {
      const mixed = new Float32Array(2);
      const weights = calibrate({ dense, sparse }, labels, 2, isNoisy);
      mixRow({ dense: Float32Array.of(0.999, 0.001), sparse }, 0, weights, mixed);
      return mixed[0];
    };
    expect(probabilityWhen(false)).toBeGreaterThan(0.7);
    expect(probabilityWhen(false)).toBeLessThan(0.9);
    expect(probabilityWhen(true)).toBeGreaterThan(probabilityWhen(false));
  });

  test('believes a view that helps and finds each intent as often as it was labelled', () => {
    const random = seededRandom(6);
    const labels = Int32Array.from({ length: 400 }, () => (random() < 0.25 ? 1 : 0));
    // The classifier leans to the frequent intent; the other view is right where it speaks.
    const dense = Float32Array.from([...labels].flatMap((label) => (label === 1 ? [0.6, 0.4] : [0.8, 0.2])));
    const vote = Float32Array.from([...labels].flatMap((label) => (label === 1 ? [0.3, 0.7] : [0.7, 0.3])));
    const even = new Float32Array(800).fill(0.5);
    const useless = calibrate({ dense, sparse: even, vote: even }, labels, 2, false);
    const useful = calibrate({ dense, sparse: even, vote }, labels, 2, false);
    expect(useless.vote).toBe(0);
    expect(useful.vote).toBeGreaterThan(0);
    expect(useless.priors[1]).toBeGreaterThan(useless.priors[0]);
  });
});

test('folds share every class evenly', () => {
  const labels = Int32Array.from({ length: 100 }, (_, row) => row % 10);
  const foldOf = stratifiedFolds(labels, 5, 1);
  for (let fold = 0; fold < 5; fold++) {
    const held = rowsWhere(100, (row) => foldOf[row] === fold);
    expect(held.length).toBe(20);
    expect(new Set(held.map((row) => labels[row])).size).toBe(10);
  }
});
