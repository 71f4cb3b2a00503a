import { type Calibration, mixRow } from '../../src/intents/calibration.ts';
import { matthewsCorrelation } from '../../src/intents/classification-metrics.ts';
import { readableText } from '../../src/intents/featurise-texts.ts';
import { gatherEvidence } from '../../src/intents/intent-evidence.ts';
import type { IntentModel } from '../../src/intents/intent-model.ts';
import { pairProbabilities, trainPair } from '../../src/intents/softmax-pair.ts';
import { rowsWhere, stratifiedFolds } from '../../src/intents/stratified-folds.ts';
import { ROBUSTNESS } from '../../src/intents/train-intent-model.ts';
import type { IntentGuesses } from './intent-row.ts';
import type { FeaturisedSet } from './intent-set.ts';
import { type RememberingEmbedder, timed } from './remember-vectors.ts';

const FOLDS = 3;
const SEED = 1;
const THRESHOLDS = Array.from({ length: 19 }, (_, step) => (step + 1) / 20);
const UNKNOWN = 'unknown';

/** The product's model, rejecting by its highest probability alone. */
export async function guessByProbability(
  set: FeaturisedSet,
  embedder: RememberingEmbedder,
  product: IntentGuesses & { readonly model: IntentModel },
): Promise<IntentGuesses> {
  const { model } = product;
  const chosen = await timed(() => chooseThreshold(set, model.calibration));
  const threshold = chosen.result;
  const guessed = await timed(async () => {
    const highest: number[] = [];
    for (const { text } of set.test) {
      const readable = readableText(text);
      const [vector] = await embedder.embed([readable], 'classify');
      highest.push(Math.max(...gatherEvidence(model, readable, vector).probabilities));
    }
    return highest;
  }, embedder);
  return {
    ...product,
    idea: 'Out of scope by maximum probability only',
    remarks: `the product's probabilities from ${threshold} on, chosen on folds of the training file, a third of the intents unknown in each`,
    rejected: guessed.result.map((probability) => probability < threshold),
    trainMilliseconds: product.trainMilliseconds + chosen.milliseconds,
    testMilliseconds: guessed.milliseconds,
  };
}

/** The threshold of the best Matthews correlation when every third intent, in turn, is taken for unknown. */
function chooseThreshold({ trainRows, labels, names }: FeaturisedSet, calibration: Calibration): number {
  const classes = names.length;
  const foldOf = stratifiedFolds(labels, FOLDS, SEED);
  const judged: { gold: string; favourite: string; highest: number }[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const isKnown = (row: number) => labels[row] % FOLDS !== fold;
    const training = { classes, robustness: ROBUSTNESS.unknown, seed: SEED };
    const learnt = rowsWhere(labels.length, (row) => foldOf[row] !== fold && isKnown(row));
    const pair = trainPair(trainRows, labels, learnt, training);
    const heldOut = rowsWhere(labels.length, (row) => foldOf[row] === fold);
    const found = pairProbabilities(pair, trainRows, heldOut);
    const mixed = new Float32Array(classes);
    heldOut.forEach((row, index) => {
      mixRow(found, index * classes, calibration, mixed);
      const highest = Math.max(...mixed);
      judged.push({
        gold: isKnown(row) ? names[labels[row]] : UNKNOWN,
        favourite: names[mixed.indexOf(highest)],
        highest,
      });
    });
  }
  const score = (threshold: number) =>
    matthewsCorrelation(
      judged.map(({ gold, favourite, highest }) => ({ gold, predicted: highest < threshold ? UNKNOWN : favourite })),
    );
  return THRESHOLDS.reduce((best, threshold) => (score(threshold) > score(best) ? threshold : best));
}
