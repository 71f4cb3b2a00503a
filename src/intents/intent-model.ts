import type { Language } from '../domain/understanding.ts';
import type { Calibration } from './calibration.ts';
import type { Closeness } from './closeness.ts';
import type { DenseRows } from './dense-softmax.ts';
import type { IntentNames } from './intent-names.ts';
import type { NearestExamples } from './nearest-examples.ts';
import type { SoftmaxPair } from './softmax-pair.ts';
import type { Vocabulary } from './text-features.ts';

/** Everything training leaves behind: plain data, without the embedder. */
export interface IntentModel {
  /** The embedder the vectors came from; a model is of no use with another. */
  readonly embedderId: string;
  readonly language: Language;
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly pair: SoftmaxPair;
  readonly calibration: Calibration;
  /** Absent when the intents are not named in the language of the messages. */
  readonly names?: IntentNames;
  readonly examples: NearestExamples;
  readonly closeness: Closeness;
  /** See `typicalScore`. */
  readonly typicalScore: number;
  /** Vectors of `OUT_OF_SCOPE_POOL`. */
  readonly outside: DenseRows;
  /** Share of training labels found wrong, 0 to 1. */
  readonly noise: number;
}
