import { mixRow } from '../../src/intents/calibration.ts';
import { cleanLabels } from '../../src/intents/clean-labels.ts';
import { crossValidate } from '../../src/intents/cross-validate.ts';
import type { IntentModel } from '../../src/intents/intent-model.ts';
import { type PairProbabilities, pairProbabilities } from '../../src/intents/softmax-pair.ts';
import { stratifiedFolds } from '../../src/intents/stratified-folds.ts';
import { evenMix, foldsFor, ROBUSTNESS } from '../../src/intents/train-intent-model.ts';
import type { IntentGuesses } from './intent-row.ts';
import type { FeaturisedSet } from './intent-set.ts';
import { nearestVote, type Voters } from './nearest-vote.ts';
import { timed } from './remember-vectors.ts';

const COUNTS = [5, 15, 40];
const WEIGHTS = [0.1, 0.25, 0.5, 1];
/** Rows of the folds that choose; more cost time and change nothing. */
const ENOUGH_ROWS = 1_000;
/** A class without a vote is not ruled out. */
const FLOOR = 0.01;
const SEED = 1;

/** A vote of the nearest training messages, weighed into the product's probabilities. Chosen on folds of the training file. */
export async function guessByNeighbours(
  set: FeaturisedSet,
  product: IntentGuesses & { readonly model: IntentModel },
): Promise<IntentGuesses> {
  const { trainRows, testRows, labels, names, test } = set;
  const { pair, calibration } = product.model;
  const classes = names.length;
  const voters: Voters = { rows: trainRows.dense, labels, classes };
  const chosen = await timed(() => {
    const folds = foldsFor(labels.length);
    const training = { classes, robustness: ROBUSTNESS.unknown, seed: SEED };
    const held = crossValidate(trainRows, labels, folds, training);
    const believed = new Set(cleanLabels(evenMix(held), labels, classes).selected);
    const foldOf = stratifiedFolds(labels, folds, SEED);
    const stride = Math.ceil(labels.length / ENOUGH_ROWS);
    const sample = Int32Array.from(labels.keys()).filter((row) => row % stride === 0);
    let best = { count: 0, weight: 0, right: -1 };
    for (const count of COUNTS) {
      const votes = Array.from(sample, (row) =>
        nearestVote(vectorOf(row), voters, count, (other) => believed.has(other) && foldOf[other] !== foldOf[row]),
      );
      for (const weight of WEIGHTS) {
        const right = sample.filter((row, at) => favourite(held, row, votes[at], weight) === labels[row]).length;
        if (right > best.right) best = { count, weight, right };
      }
    }
    return { ...best, believed };
  });
  const { count, weight, believed } = chosen.result;
  const found = pairProbabilities(pair, testRows, Int32Array.from(test.keys()));
  const guessed = await timed(() =>
    test.map((_, row) => {
      const { dimensions, values } = testRows.dense;
      const vector = values.subarray(row * dimensions, (row + 1) * dimensions);
      return names[
        favourite(
          found,
          row,
          nearestVote(vector, voters, count, (other) => believed.has(other)),
          weight,
        )
      ];
    }),
  );
  return {
    idea: 'Nearest-neighbour vote as a third view',
    remarks: `the product with ${count} neighbours at weight ${weight}, chosen on folds of the training file`,
    favourites: guessed.result,
    trainMilliseconds: product.trainMilliseconds + chosen.milliseconds,
    testMilliseconds: product.testMilliseconds + guessed.milliseconds,
  };

  function vectorOf(row: number): Float32Array {
    const { dimensions, values } = trainRows.dense;
    return values.subarray(row * dimensions, (row + 1) * dimensions);
  }

  function favourite(found: PairProbabilities, row: number, votes: Float32Array, weight: number): number {
    const mixed = new Float32Array(classes);
    mixRow(found, row * classes, calibration, mixed);
    const scores = mixed.map((probability, k) => Math.log(probability + 1e-9) + weight * Math.log(votes[k] + FLOOR));
    return scores.indexOf(Math.max(...scores));
  }
}
