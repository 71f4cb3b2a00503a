import type { Language } from '../domain/understanding.ts';
import type { IntentModel } from './intent-model.ts';
import { type LabelledText, trainIntentModel } from './train-intent-model.ts';

/** Everything a thread without an embedder needs to train: plain data. */
export interface VectorTraining {
  readonly examples: readonly LabelledText[];
  readonly embedderId: string;
  readonly dimensions: number;
  readonly language: Language;
  /** Vector of every text that training will ask for. */
  readonly vectors: ReadonlyMap<string, Float32Array>;
}

/** `trainIntentModel` on vectors that were embedded beforehand. */
export function trainWithVectors(training: VectorTraining): Promise<IntentModel> {
  const { examples, embedderId: id, dimensions, language, vectors } = training;
  return trainIntentModel(examples, {
    id,
    dimensions,
    language,
    async embed(texts) {
      return texts.map((text) => {
        const vector = vectors.get(text);
        if (!vector) throw new Error('a training text was not embedded beforehand');
        return vector;
      });
    },
    close: async () => {},
  });
}
