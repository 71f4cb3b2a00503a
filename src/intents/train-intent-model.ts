import { InvalidInputError } from '../domain/errors.ts';
import type { Language } from '../domain/understanding.ts';
import type { Embedder } from '../ports/embedder.ts';
import { createPace } from '../system/create-pace.ts';
import { calibrate, calibrationRows } from './calibration.ts';
import { cleanLabels } from './clean-labels.ts';
import { measureCloseness } from './closeness.ts';
import { crossValidate } from './cross-validate.ts';
import { typicalScore } from './dense-softmax.ts';
import { embedRows, readableText } from './featurise-texts.ts';
import { heldOutScores } from './held-out-scores.ts';
import type { IntentModel } from './intent-model.ts';
import { fitIntentNames, nameTexts } from './intent-names.ts';
import { keepExamples } from './nearest-examples.ts';
import { OUT_OF_SCOPE_POOL } from './out-of-scope-pool.ts';
import { type PairProbabilities, trainPair } from './softmax-pair.ts';
import { fitVocabulary, textFeatures } from './text-features.ts';

/** One example to learn from. */
export interface LabelledText {
  readonly text: string;
  readonly label: string;
}

/** Robustness (see `lossGradient`) that did best on development data: with labels of unknown quality, and for clean ones. */
export const ROBUSTNESS = { unknown: 0.2, noisy: 0.3, clean: 0 };
/** Noise from which the final training stays robust. */
export const NOISY = 0.06;

/** Every text that `trainIntentModel` will embed for these examples, as it will ask for it, each once. */
export async function trainingTexts(examples: readonly LabelledText[], language: Language): Promise<string[]> {
  const texts = new Set<string>();
  const pace = createPace();
  for (const { text } of examples) {
    texts.add(readableText(text));
    await pace();
  }
  for (const text of nameTexts(intentNames(examples), language)) texts.add(text);
  for (const text of OUT_OF_SCOPE_POOL[language]) texts.add(text);
  return [...texts];
}

/**
 * Learns intents from examples: cross-validates to find wrong labels and to calibrate, then fits on the labels it
 * believes. The same examples, embedder and seed give the same model.
 *
 * @param seed default 1
 * @throws InvalidInputError with fewer than two intents
 */
export async function trainIntentModel(
  examples: readonly LabelledText[],
  embedder: Embedder,
  seed = 1,
): Promise<IntentModel> {
  const names = intentNames(examples);
  if (names.length < 2) throw new InvalidInputError('training needs examples of at least two intents');
  const number = new Map(names.map((name, index) => [name, index]));
  const labels = Int32Array.from(examples, ({ label }) => number.get(label) as number);
  const texts = examples.map(({ text }) => readableText(text));
  const { language } = embedder;
  const vocabulary = fitVocabulary(texts, language);
  const dense = await embedRows(texts, embedder);
  const sparse = texts.map((text) => textFeatures(text, vocabulary));
  const featurised = { dense, sparse, grams: vocabulary.grams.size };
  const classes = names.length;

  const folds = foldsFor(examples.length);
  const held = crossValidate(featurised, labels, folds, { classes, robustness: ROBUSTNESS.unknown, seed });
  const { selected, noise } = cleanLabels(evenMix(held), labels, classes);
  const isNoisy = noise >= NOISY;
  const robustness = isNoisy ? ROBUSTNESS.noisy : ROBUSTNESS.clean;
  const kept = keepExamples(dense, labels, selected, classes, seed);
  const pair = trainPair(featurised, labels, selected, { classes, robustness, seed });
  const said = nameTexts(names, language);
  const named = said.length > 0 ? fitIntentNames(await embedRows(said, embedder), dense) : undefined;
  const rows = calibrationRows(examples.length);
  const scores = heldOutScores(rows, { dense, labels, held, selected, names: named, classes, folds, seed });
  return {
    embedderId: embedder.id,
    language,
    labels: names,
    vocabulary,
    pair,
    calibration: calibrate(
      scores,
      rows.map((row) => labels[row]),
      classes,
      isNoisy,
    ),
    names: named,
    examples: kept,
    closeness: measureCloseness(kept, seed),
    typicalScore: typicalScore(pair.dense, dense, selected),
    outside: await embedRows(OUT_OF_SCOPE_POOL[language], embedder),
    noise,
  };
}

/** Every label once, in the order of the classes. */
function intentNames(examples: readonly LabelledText[]): string[] {
  return [...new Set(examples.map(({ label }) => label))].sort();
}

/** Half of a large set teaches as much as two thirds; the folds are most of the training time. */
export function foldsFor(count: number): number {
  if (count < 2_000) return 5;
  return count < 6_000 ? 3 : 2;
}

/** The mean of both views' probabilities: enough to find wrong labels, before anything is calibrated. */
export function evenMix({ dense, sparse }: PairProbabilities): Float32Array {
  return dense.map((probability, index) => (probability + sparse[index]) / 2);
}
