import type { Language } from '../domain/understanding.ts';
import type { Clock } from '../ports/clock.ts';
import type { Embedder } from '../ports/embedder.ts';
import { detectLanguage } from '../text/detect-language.ts';
import { accuracy, type Judged, macroF1, matthewsCorrelation, ratio } from './classification-metrics.ts';
import { createIntentClassifier, type IntentClassifier } from './intent-classifier.ts';
import { type LabelledText, trainIntentModel } from './train-intent-model.ts';

/** What `bench intents` measures and with what. */
export interface IntentBenchInput {
  readonly train: readonly LabelledText[];
  readonly test: readonly LabelledText[];
  /** The label of messages that belong to no intent. Without it nothing is rejected. */
  readonly oos?: string;
  readonly embedderFor: (language: Language) => Promise<Embedder>;
  readonly clock: Clock;
}

/** What `bench intents --json` prints; shares are 0 to 1, `mcc` -1 to 1. Figures on oos are 0 without an oos label. */
export interface IntentBenchResult {
  readonly n: number;
  readonly accuracy: number;
  readonly macroF1: number;
  /** Right among the rows with a real intent, rejections counting as wrong. */
  readonly inScopeAccuracy: number;
  readonly oosRecall: number;
  readonly oosPrecision: number;
  readonly mcc: number;
  /** Embedding included. */
  readonly trainSeconds: number;
  /** One message at a time, embedding included. */
  readonly msPerText: number;
}

/** Trains on one file and tests on another; all figures at the one default threshold. */
export async function benchIntents(input: IntentBenchInput): Promise<IntentBenchResult> {
  const { train, test, oos, embedderFor, clock } = input;
  const embedder = await embedderFor(majorityLanguage(train.map(({ text }) => text)));
  const started = clock.now();
  const model = await trainIntentModel(
    train.filter(({ label }) => label !== oos),
    embedder,
  );
  const trained = clock.now();
  const classifier = createIntentClassifier(model, embedder);
  const rows: Judged[] = [];
  for (const { text, label } of test) {
    rows.push({ gold: label, predicted: await predict(classifier, text, oos) });
  }
  return {
    ...judgeIntents(rows, oos),
    trainSeconds: (trained - started) / 1000,
    msPerText: ratio(clock.now() - trained, test.length),
  };
}

async function predict(classifier: IntentClassifier, text: string, oos: string | undefined): Promise<string> {
  if (oos !== undefined) return (await classifier.classify(text))[0]?.name ?? oos;
  const [ranked] = await classifier.rankAll([text]);
  return ranked[0]?.name ?? '';
}

/** The figures of `bench intents` for rows that were judged one way or another. */
export function judgeIntents(rows: readonly Judged[], oos: string | undefined) {
  const outside = rows.filter(({ gold }) => gold === oos);
  const rejected = rows.filter(({ predicted }) => predicted === oos);
  const caught = outside.filter(({ predicted }) => predicted === oos).length;
  return {
    n: rows.length,
    accuracy: accuracy(rows),
    macroF1: macroF1(rows),
    inScopeAccuracy: accuracy(rows.filter(({ gold }) => gold !== oos)),
    oosRecall: ratio(caught, outside.length),
    oosPrecision: ratio(caught, rejected.length),
    mcc: matthewsCorrelation(rows),
  };
}

/** The language most texts are written in; the product's first, Chinese, when they are even. */
function majorityLanguage(texts: readonly string[]): Language {
  const english = texts.filter((text) => detectLanguage(text) === 'en').length;
  const chinese = texts.filter((text) => detectLanguage(text) === 'zh').length;
  return english > chinese ? 'en' : 'zh';
}
