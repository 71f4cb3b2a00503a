import type { Language } from '../domain/understanding.ts';
import { dotRow } from '../numeric/dot.ts';
import { rowProducts } from '../numeric/row-products.ts';
import { detectLanguage } from '../text/detect-language.ts';
import type { DenseRows } from './dense-softmax.ts';
import { readableText } from './featurise-texts.ts';

/** What intents are called, as vectors: `ask_for_refund` says what it means even where its examples are few or wrong. */
export interface IntentNames {
  /** Mean vector of the examples. Messages resemble one another; what tells them apart is how they differ from it. */
  readonly centre: Float32Array;
  /** A unit vector an intent, measured from the mean of all names. */
  readonly vectors: DenseRows;
}

/**
 * Names as they would be said (`cancelOrder`, `cancel_order`: cancel order), in the order given; none at all when most
 * are not in the language of the messages.
 */
export function nameTexts(labels: readonly string[], language: Language): string[] {
  const texts = labels.map((label) =>
    readableText(label.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[_-]+/g, ' ')),
  );
  const said = texts.filter((text) => detectLanguage(text) === language).length;
  return said * 2 > labels.length ? texts : [];
}

/** @param names vectors of the output of `nameTexts`, @param examples vectors of the examples, row by row */
export function fitIntentNames(names: DenseRows, examples: DenseRows): IntentNames {
  return { centre: meanOf(examples), vectors: centred(names, meanOf(names)) };
}

/** Cosine of a message with each name, both measured from their means; written to `into`, or nothing without names. */
export function nameCosines({ centre, vectors }: IntentNames, vector: Float32Array, into: Float32Array): void {
  const { values } = centred({ dimensions: vector.length, values: vector }, centre);
  into.set(rowProducts(values, vectors.values, vectors.dimensions));
}

function meanOf({ dimensions, values }: DenseRows): Float32Array {
  const mean = new Float32Array(dimensions);
  const share = dimensions / values.length;
  for (let at = 0; at < values.length; at++) mean[at % dimensions] += values[at] * share;
  return mean;
}

/** The rows less the mean, brought back to unit length. */
function centred({ dimensions, values }: DenseRows, mean: Float32Array): DenseRows {
  const moved = values.map((value, at) => value - mean[at % dimensions]);
  for (let start = 0; start < moved.length; start += dimensions) {
    const row = moved.subarray(start, start + dimensions);
    const length = Math.sqrt(dotRow(row, row, 0)) || 1;
    for (let d = 0; d < dimensions; d++) row[d] /= length;
  }
  return { dimensions, values: moved };
}
