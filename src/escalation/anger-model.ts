import type { Language } from '../domain/understanding.ts';
import { denseFeatures, ngramBuckets } from './anger-features.ts';
import { type MoodReading, readMoodSignals } from './read-mood-signals.ts';
import { splitClauses } from './split-clauses.ts';

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

/** What the model sees of one message. */
export interface AngerEvidence {
  readonly whole: AngerExample;
  /** The message's clauses by themselves, without vectors; empty when it has only one. */
  readonly clauses: readonly AngerExample[];
}

/** One language's model: a head for texts alone and one that sees the sentence vector as well. */
export interface AngerModel {
  readonly textOnly: AngerHead;
  readonly withEmbedding: AngerHead;
  /** What a clause must be angrier than the whole message to speak for it: one furious line in a calm report counts. */
  readonly clausePenalty: number;
  readonly calibration: { readonly textOnly: Calibration; readonly withEmbedding: Calibration };
}

/** Turns the reading of one message into what the heads weigh. */
export function angerEvidence(reading: MoodReading, language: Language, embedding?: Float32Array): AngerEvidence {
  // A threat that the whole sentence takes back must not come to life again in one of its clauses.
  const parts = reading.signals.has('denied') ? [] : splitClauses(reading.raw);
  const clauses = parts.map((clause) => angerExample(readMoodSignals(clause, language), language));
  return { whole: { ...angerExample(reading, language), embedding }, clauses };
}

function angerExample(reading: MoodReading, language: Language): AngerExample {
  return { buckets: ngramBuckets(reading.text, language), dense: denseFeatures(reading) };
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

/** The whole message's margin, or its angriest clause's less the penalty when that is more. */
export function messageMargin(
  model: Omit<AngerModel, 'calibration'>,
  { whole, clauses }: AngerEvidence,
  head: 'textOnly' | 'withEmbedding',
): number {
  let most = headMargin(model[head], whole);
  for (const clause of clauses) most = Math.max(most, headMargin(model.textOnly, clause) - model.clausePenalty);
  return most;
}

/** Calibrated probability of anger, 0 to 1. A vector of another width than the model was fitted on is not used. */
export function angerProbability(model: AngerModel, evidence: AngerEvidence): number {
  const width = model.withEmbedding.embedding.length;
  const head = evidence.whole.embedding?.length === width ? 'withEmbedding' : 'textOnly';
  const { slope, offset } = model.calibration[head];
  return 1 / (1 + Math.exp(-(slope * messageMargin(model, evidence, head) + offset)));
}
