import type { Language } from '../../src/domain/understanding.ts';
import { embedRows, readableText } from '../../src/intents/featurise-texts.ts';
import type { FeaturisedTexts } from '../../src/intents/softmax-pair.ts';
import { fitVocabulary, textFeatures, type Vocabulary } from '../../src/intents/text-features.ts';
import type { LabelledText } from '../../src/intents/train-intent-model.ts';
import { type RememberingEmbedder, timed } from './remember-vectors.ts';

/** Training and test messages of one data set. */
export interface IntentSet {
  readonly split: string;
  readonly language: Language;
  readonly train: readonly LabelledText[];
  readonly test: readonly LabelledText[];
  /** The label of test messages that belong to no intent. */
  readonly oos?: string;
}

/** A set as the linear classifiers see it, featurised as in `trainIntentModel`. */
export interface FeaturisedSet extends IntentSet {
  readonly names: readonly string[];
  /** Class of each training row. */
  readonly labels: Int32Array;
  readonly trainRows: FeaturisedTexts;
  readonly testRows: FeaturisedTexts;
  /** What featurising took: embedding for the dense view, the rest for the sparse one. */
  readonly cost: { readonly [View in 'dense' | 'sparse']: { readonly train: number; readonly perText: number } };
}

/** Embeds training messages together and test messages one at a time, as a conversation brings them. */
export async function featuriseSet(set: IntentSet, embedder: RememberingEmbedder): Promise<FeaturisedSet> {
  const { train, test, language } = set;
  const names = [...new Set(train.map(({ label }) => label))].sort();
  const trainTexts = train.map(({ text }) => readableText(text));
  const testTexts = test.map(({ text }) => readableText(text));
  const dense = await timed(() => embedRows(trainTexts, embedder), embedder);
  const denseTest = await timed(async () => {
    for (const text of testTexts) await embedder.embed([text], 'classify');
    return embedRows(testTexts, embedder);
  });
  const sparse = await timed(() => sparseView(trainTexts, fitVocabulary(trainTexts, language)));
  const { vocabulary } = sparse.result;
  const sparseTest = await timed(() => sparseView(testTexts, vocabulary));
  const grams = vocabulary.grams.size;
  return {
    ...set,
    names,
    labels: Int32Array.from(train, ({ label }) => names.indexOf(label)),
    trainRows: { dense: dense.result, sparse: sparse.result.rows, grams },
    testRows: { dense: denseTest.result, sparse: sparseTest.result.rows, grams },
    cost: {
      dense: { train: dense.milliseconds, perText: denseTest.milliseconds / test.length },
      sparse: { train: sparse.milliseconds, perText: sparseTest.milliseconds / test.length },
    },
  };
}

function sparseView(texts: readonly string[], vocabulary: Vocabulary) {
  return { vocabulary, rows: texts.map((text) => textFeatures(text, vocabulary)) };
}
