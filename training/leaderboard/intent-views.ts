import { type FeaturisedTexts, pairProbabilities, trainPair } from '../../src/intents/softmax-pair.ts';
import { evenMix } from '../../src/intents/train-intent-model.ts';
import { type IntentGuesses, namesOfHighest } from './intent-row.ts';
import type { FeaturisedSet } from './intent-set.ts';
import { timed } from './remember-vectors.ts';

type View = 'dense' | 'sparse';
const NO_FEATURES = { indices: new Int32Array(), values: new Float32Array() };

/** Each view alone and the mean of both, with ordinary cross-entropy on all labels as they are. */
export async function guessByViews(set: FeaturisedSet): Promise<IntentGuesses[]> {
  const dense = await guessByView(set, 'dense');
  const sparse = await guessByView(set, 'sparse');
  const mean = evenMix({ dense: dense.probabilities, sparse: sparse.probabilities });
  return [
    { ...dense, idea: 'Dense view alone', remarks: 'sentence vector, linear softmax' },
    { ...sparse, idea: 'Sparse view alone', remarks: 'words and characters, linear softmax' },
    {
      idea: 'Mean of both views',
      remarks: 'ordinary cross-entropy',
      favourites: namesOfHighest(mean, set.names),
      trainMilliseconds: dense.trainMilliseconds + sparse.trainMilliseconds,
      testMilliseconds: dense.testMilliseconds + sparse.testMilliseconds,
    },
  ];
}

async function guessByView({ trainRows, testRows, labels, names, test, cost }: FeaturisedSet, view: View) {
  const everything = Int32Array.from(labels.keys());
  const training = { classes: names.length, robustness: 0, seed: 1 };
  const fit = await timed(() => trainPair(only(view, trainRows), labels, everything, training));
  const scored = await timed(
    () => pairProbabilities(fit.result, only(view, testRows), Int32Array.from(test.keys()))[view],
  );
  return {
    probabilities: scored.result,
    favourites: namesOfHighest(scored.result, names),
    trainMilliseconds: cost[view].train + fit.milliseconds,
    testMilliseconds: cost[view].perText * test.length + scored.milliseconds,
  };
}

/** The other view emptied, so that the time is that of one view. */
function only(view: View, texts: FeaturisedTexts): FeaturisedTexts {
  return view === 'dense'
    ? { dense: texts.dense, sparse: texts.sparse.map(() => NO_FEATURES), grams: 0 }
    : { ...texts, dense: { dimensions: 0, values: new Float32Array() } };
}
