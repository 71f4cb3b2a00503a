import { type Calibration, calibrate, calibrationRows } from '../../src/intents/calibration.ts';
import { cleanLabels } from '../../src/intents/clean-labels.ts';
import { crossValidate } from '../../src/intents/cross-validate.ts';
import { readableText } from '../../src/intents/featurise-texts.ts';
import { heldOutScores } from '../../src/intents/held-out-scores.ts';
import { gatherEvidence } from '../../src/intents/intent-evidence.ts';
import type { IntentModel } from '../../src/intents/intent-model.ts';
import { evenMix, foldsFor, NOISY, ROBUSTNESS } from '../../src/intents/train-intent-model.ts';
import type { ViewScores } from '../../src/intents/view-scores.ts';
import type { IntentGuesses } from './intent-row.ts';
import type { FeaturisedSet } from './intent-set.ts';
import { type RememberingEmbedder, timed } from './remember-vectors.ts';

type Product = IntentGuesses & { readonly model: IntentModel };
const SEED = 1;

/** The product with one part less at a time; the other weights are chosen anew. It rejects nothing here. */
export async function guessWithoutParts(
  set: FeaturisedSet,
  embedder: RememberingEmbedder,
  product: Product,
): Promise<IntentGuesses[]> {
  const { scores, labels, classes } = scoreHeldOut(set, product.model);
  const isNoisy = product.model.noise >= NOISY;
  const flat = new Array(classes).fill(0);
  const without: [string, Calibration][] = [
    ['The product without priors', { ...product.model.calibration, priors: flat }],
    ['The product without the vote of neighbours', calibrate({ ...scores, vote: undefined }, labels, classes, isNoisy)],
  ];
  if (scores.names) {
    without.push(['The product without names', calibrate({ ...scores, names: undefined }, labels, classes, isNoisy)]);
  }
  const guesses: IntentGuesses[] = [];
  for (const [idea, calibration] of without) {
    guesses.push(await guess(set, embedder, product, idea, calibration));
  }
  return guesses;
}

/** What the product's views say about the rows that its calibration looks at. */
function scoreHeldOut({ trainRows, labels, names: { length: classes } }: FeaturisedSet, { names }: IntentModel) {
  const folds = foldsFor(labels.length);
  const held = crossValidate(trainRows, labels, folds, { classes, robustness: ROBUSTNESS.unknown, seed: SEED });
  const { selected } = cleanLabels(evenMix(held), labels, classes);
  const rows = calibrationRows(labels.length);
  const { dense } = trainRows;
  const scores: ViewScores = heldOutScores(rows, { dense, labels, held, selected, names, classes, folds, seed: SEED });
  return { scores, labels: rows.map((row) => labels[row]), classes };
}

async function guess(
  { test }: FeaturisedSet,
  embedder: RememberingEmbedder,
  product: Product,
  idea: string,
  calibration: Calibration,
): Promise<IntentGuesses> {
  const model = { ...product.model, calibration };
  const guessed = await timed(async () => {
    const favourites: string[] = [];
    for (const { text } of test) {
      const readable = readableText(text);
      const [vector] = await embedder.embed([readable], 'classify');
      favourites.push(model.labels[gatherEvidence(model, readable, vector).favourite]);
    }
    return favourites;
  }, embedder);
  return {
    idea,
    remarks: 'spelling not corrected',
    favourites: guessed.result,
    trainMilliseconds: product.trainMilliseconds,
    testMilliseconds: guessed.milliseconds,
  };
}
