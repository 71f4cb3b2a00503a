import type { Embedder } from '../ports/embedder.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { respell } from './buyer-spelling.ts';
import type { DenseRows } from './dense-softmax.ts';

/** The form of a message that features are made from: normalised, with frequent misspellings set right. */
export function readableText(text: string): string {
  return respell(normalizeText(text));
}

/** Sentence vectors of readable texts, row by row. */
export async function embedRows(texts: readonly string[], embedder: Embedder): Promise<DenseRows> {
  const { dimensions } = embedder;
  const values = new Float32Array(texts.length * dimensions);
  (await embedder.embed(texts, 'classify')).forEach((vector, row) => {
    values.set(vector, row * dimensions);
  });
  return { dimensions, values };
}
