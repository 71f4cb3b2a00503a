import { calibrate, calibrationRows, mixRow } from '../../src/intents/calibration.ts';
import { cleanLabels } from '../../src/intents/clean-labels.ts';
import { crossValidate } from '../../src/intents/cross-validate.ts';
import { pickRows } from '../../src/intents/held-out-scores.ts';
import { pairProbabilities, trainPair } from '../../src/intents/softmax-pair.ts';
import { evenMix, foldsFor, NOISY, ROBUSTNESS } from '../../src/intents/train-intent-model.ts';
import { type IntentGuesses, namesOfHighest } from './intent-row.ts';
import type { FeaturisedSet } from './intent-set.ts';
import { timed } from './remember-vectors.ts';

/** Robust loss without cleaning: every label is kept. */
export function guessByRobustLoss(set: FeaturisedSet): Promise<IntentGuesses> {
  return guess(set, 'Robust loss only', { held: ROBUSTNESS.unknown, last: ROBUSTNESS.noisy, cleans: false });
}

/** Cleaning with ordinary cross-entropy, in cross-validation and at last. */
export function guessByCleaning(set: FeaturisedSet): Promise<IntentGuesses> {
  return guess(set, 'Cleaning only', { held: 0, last: 0, cleans: true });
}

interface Recipe {
  /** Robustness in cross-validation. */
  readonly held: number;
  /** Robustness of the last fit. */
  readonly last: number;
  readonly cleans: boolean;
}

async function guess(set: FeaturisedSet, idea: string, recipe: Recipe): Promise<IntentGuesses> {
  const { trainRows, testRows, labels, names, test, cost } = set;
  const fit = await timed(() => fitPair(set, recipe));
  const { pair, calibration, dropped } = fit.result;
  const scored = await timed(() => {
    const found = pairProbabilities(pair, testRows, Int32Array.from(test.keys()));
    const mixed = new Float32Array(found.dense.length);
    for (let start = 0; start < mixed.length; start += names.length) {
      mixRow(found, start, calibration, mixed.subarray(start, start + names.length));
    }
    return mixed;
  });
  const { dense, sparse } = cost;
  return {
    idea,
    remarks: recipe.cleans ? `${dropped} of ${labels.length} labels dropped` : `${trainRows.sparse.length} labels kept`,
    favourites: namesOfHighest(scored.result, names),
    trainMilliseconds: dense.train + sparse.train + fit.milliseconds,
    testMilliseconds: (dense.perText + sparse.perText) * test.length + scored.milliseconds,
  };
}

function fitPair({ trainRows, labels, names }: FeaturisedSet, { held: robustness, last, cleans }: Recipe) {
  const classes = names.length;
  const held = crossValidate(trainRows, labels, foldsFor(labels.length), { classes, robustness, seed: 1 });
  const everything = Int32Array.from(labels.keys());
  const cleaned = cleanLabels(evenMix(held), labels, classes);
  const selected = cleans ? cleaned.selected : everything;
  const rows = calibrationRows(labels.length);
  return {
    pair: trainPair(trainRows, labels, selected, { classes, robustness: last, seed: 1 }),
    calibration: calibrate(
      pickRows(held, rows, classes),
      rows.map((row) => labels[row]),
      classes,
      cleaned.noise >= NOISY,
    ),
    dropped: labels.length - selected.length,
  };
}
