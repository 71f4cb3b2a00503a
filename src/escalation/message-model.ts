import { probabilityOf } from '../numeric/logistic.ts';
import type { Reading, Votes } from './message-memory.ts';

/** Everything the models weigh in one text. */
export interface TextExample {
  /** Distinct n-gram buckets; each counts 1/√n so that long texts do not shout. */
  readonly buckets: readonly number[];
  readonly dense: Float64Array;
  readonly embedding?: Float32Array;
}

/** A fitted logistic regression. */
export interface ModelHead {
  /** A weight a bucket; a power of two, at most `NGRAM_BUCKETS`. */
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

/** What the models see of one message. */
export interface MessageEvidence {
  readonly whole: TextExample;
  /** The message's clauses by themselves, without vectors; empty when it has only one. */
  readonly clauses: readonly TextExample[];
  /** What the nearest texts say, where the message has a vector. */
  readonly votes?: Votes;
}

/** One question about a message in one language: a head for texts alone and one that sees the sentence vector as well. */
export interface MessageModel {
  readonly textOnly: ModelHead;
  readonly withEmbedding: ModelHead;
  /** What a clause must say more strongly than the whole message to speak for it: one furious line in a calm report counts. */
  readonly clausePenalty: number;
  readonly calibration: { readonly textOnly: Calibration; readonly withEmbedding: Calibration };
}

/** Distance of one example from a head's decision border, before calibration; positive means yes. */
export function headMargin(head: ModelHead, example: TextExample): number {
  const scale = 1 / Math.sqrt(Math.max(1, example.buckets.length));
  const mask = head.ngrams.length - 1;
  let sum = head.bias;
  for (const bucket of example.buckets) sum += head.ngrams[bucket & mask] * scale;
  for (let i = 0; i < head.dense.length; i++) sum += head.dense[i] * example.dense[i];
  const { embedding } = example;
  if (embedding) for (let i = 0; i < head.embedding.length; i++) sum += head.embedding[i] * embedding[i];
  return sum;
}

/**
 * How much a vote counts beside a margin. Half of it finds fewer hand-offs at the same number of needless ones, and half as
 * much again no more (dev halves).
 */
const VOTE_WEIGHT = 0.6;

/** The whole message's margin, or its strongest clause's less the penalty when that is more; and the vote of the nearest texts on a reading. */
export function messageMargin(
  model: Omit<MessageModel, 'calibration'>,
  { whole, clauses, votes }: MessageEvidence,
  head: 'textOnly' | 'withEmbedding',
  reading?: Reading,
): number {
  let most = headMargin(model[head], whole);
  for (const clause of clauses) most = Math.max(most, headMargin(model.textOnly, clause) - model.clausePenalty);
  return head === 'withEmbedding' && votes && reading ? most + VOTE_WEIGHT * votes[reading] : most;
}

/**
 * Calibrated probability, 0 to 1. A vector of another width than the model was fitted on is not used.
 * @param reading whose votes count beside the model, if any do
 */
export function modelProbability(model: MessageModel, evidence: MessageEvidence, reading?: Reading): number {
  const width = model.withEmbedding.embedding.length;
  const head = evidence.whole.embedding?.length === width ? 'withEmbedding' : 'textOnly';
  const { slope, offset } = model.calibration[head];
  return probabilityOf(slope * messageMargin(model, evidence, head, reading) + offset);
}
