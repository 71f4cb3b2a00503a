import type { Language } from '../domain/understanding.ts';
import { denseFeatures, ngramBuckets } from './anger-features.ts';
import type { MoodReading } from './read-mood-signals.ts';

/** Everything the model weighs in one text. */
export interface AngerExample {
  /** Distinct n-gram buckets; each counts 1/√n so that long texts do not shout. */
  readonly buckets: readonly number[];
  readonly dense: Float64Array;
  readonly embedding?: Float32Array;
}

/** A fitted logistic regression. */
export interface AngerHead {
  readonly ngrams: Float32Array;
  readonly dense: Float64Array;
  /** Empty when the head does not look at the sentence vector. */
  readonly embedding: Float32Array;
  readonly bias: number;
}

/** Platt scaling: probability = 1 / (1 + exp(-(slope × margin + offset))). */
export interface Calibration {
  readonly slope: number;
  readonly offset: number;
}

/** One language's model: a head for texts alone and one that sees the sentence vector as well. */
export interface AngerModel {
  readonly textOnly: AngerHead;
  readonly withEmbedding: AngerHead;
  /** How much the second head counts in the mean of both when there is a vector, 0 to 1. */
  readonly embeddingShare: number;
  readonly calibration: { readonly textOnly: Calibration; readonly blended: Calibration };
}

/** Turns a reading into what the heads weigh. */
export function angerExample(reading: MoodReading, language: Language, embedding?: Float32Array): AngerExample {
  return { buckets: ngramBuckets(reading.text, language), dense: denseFeatures(reading), embedding };
}

/** Distance of one example from a head's decision border, before calibration; positive means angry. */
export function headMargin(head: AngerHead, example: AngerExample): number {
  const scale = 1 / Math.sqrt(Math.max(1, example.buckets.length));
  let sum = head.bias;
  for (const bucket of example.buckets) sum += head.ngrams[bucket] * scale;
  for (let i = 0; i < head.dense.length; i++) sum += head.dense[i] * example.dense[i];
  const { embedding } = example;
  if (embedding) for (let i = 0; i < head.embedding.length; i++) sum += head.embedding[i] * embedding[i];
  return sum;
}

/** The mean of both heads' margins, weighted by the share of the second. */
export function blendedMargin(model: Omit<AngerModel, 'calibration'>, example: AngerExample): number {
  const share = model.embeddingShare;
  return (1 - share) * headMargin(model.textOnly, example) + share * headMargin(model.withEmbedding, example);
}

/** Calibrated probability of anger, 0 to 1. A vector of another width than the model was fitted on is not used. */
export function angerProbability(model: AngerModel, example: AngerExample): number {
  const blend = example.embedding !== undefined && example.embedding.length === model.withEmbedding.embedding.length;
  const { slope, offset } = blend ? model.calibration.blended : model.calibration.textOnly;
  const margin = blend ? blendedMargin(model, example) : headMargin(model.textOnly, example);
  return 1 / (1 + Math.exp(-(slope * margin + offset)));
}
