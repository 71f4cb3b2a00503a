import type { Language } from '../domain/understanding.ts';
import type { IntentModel } from './intent-model.ts';
import { type LabelledText, trainIntentModel } from './train-intent-model.ts';

/** Everything a thread without an embedder needs to train: plain data. */
export interface VectorTraining {
  readonly examples: readonly LabelledText[];
  readonly embedderId: string;
  readonly dimensions: number;
  readonly language: Language;
  /** Every text that training will ask for. */
  readonly texts: readonly string[];
  /** Their vectors, row by row: in one piece, which a thread can be handed without a copy. */
  readonly vectors: Float32Array<ArrayBuffer>;
}

/** `trainIntentModel` on vectors that were embedded beforehand. */
export function trainWithVectors(training: VectorTraining): Promise<IntentModel> {
  const { examples, embedderId: id, dimensions, language, texts: known, vectors } = training;
  const rows = new Map(known.map((text, row) => [text, row]));
  return trainIntentModel(examples, {
    id,
    dimensions,
    language,
    async embed(texts) {
      return texts.map((text) => {
        const row = rows.get(text);
        if (row === undefined) throw new Error('a training text was not embedded beforehand');
        return vectors.subarray(row * dimensions, (row + 1) * dimensions);
      });
    },
    close: async () => {},
  });
}
