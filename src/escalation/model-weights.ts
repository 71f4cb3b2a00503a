import type { Calibration, MessageModel, ModelHead } from './message-model.ts';

/** Weights as one signed byte each, base64; `scale` is the value of one step. */
interface PackedWeights {
  readonly scale: number;
  readonly bytes: string;
}

interface PackedHead {
  readonly ngrams: PackedWeights;
  readonly dense: readonly number[];
  readonly embedding: PackedWeights;
  readonly bias: number;
}

/** The committed form of a `MessageModel`. */
export interface PackedModel {
  readonly textOnly: PackedHead;
  readonly withEmbedding: PackedHead;
  readonly clausePenalty: number;
  readonly calibration: { readonly textOnly: Calibration; readonly withEmbedding: Calibration };
}

/** Packs a fitted model; a weight changes by at most half of 1/127 of the largest one. */
export function packModel(model: MessageModel): PackedModel {
  return { ...model, textOnly: packHead(model.textOnly), withEmbedding: packHead(model.withEmbedding) };
}

/** The inverse of `packModel`. */
export function unpackModel(packed: PackedModel): MessageModel {
  return { ...packed, textOnly: unpackHead(packed.textOnly), withEmbedding: unpackHead(packed.withEmbedding) };
}

function packHead({ ngrams, dense, embedding, bias }: ModelHead): PackedHead {
  const round = (value: number) => Number(value.toFixed(4));
  return { ngrams: pack(ngrams), dense: [...dense].map(round), embedding: pack(embedding), bias: round(bias) };
}

function unpackHead({ ngrams, dense, embedding, bias }: PackedHead): ModelHead {
  return { ngrams: unpack(ngrams), dense: Float64Array.from(dense), embedding: unpack(embedding), bias };
}

function pack(weights: Float32Array): PackedWeights {
  const largest = weights.reduce((max, weight) => Math.max(max, Math.abs(weight)), 0);
  const scale = largest / 127 || 1;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / scale));
  return { scale, bytes: Buffer.from(bytes.buffer).toString('base64') };
}

function unpack({ scale, bytes }: PackedWeights): Float32Array {
  const steps = new Int8Array(Buffer.from(bytes, 'base64'));
  // A loop: `Float32Array.from` takes a tenth of a second for all models of a start.
  const weights = new Float32Array(steps.length);
  for (let at = 0; at < steps.length; at += 1) weights[at] = steps[at] * scale;
  return weights;
}
