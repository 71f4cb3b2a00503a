import type { AngerHead, AngerModel, Calibration } from './anger-model.ts';

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

/** The committed form of an `AngerModel`: one JSON document a language. */
export interface PackedAngerModel {
  readonly textOnly: PackedHead;
  readonly withEmbedding: PackedHead;
  readonly clausePenalty: number;
  readonly calibration: { readonly textOnly: Calibration; readonly withEmbedding: Calibration };
}

/** Packs a fitted model; a weight changes by at most half of 1/127 of the largest one. */
export function packAngerModel(model: AngerModel): PackedAngerModel {
  return { ...model, textOnly: packHead(model.textOnly), withEmbedding: packHead(model.withEmbedding) };
}

/** The inverse of `packAngerModel`. */
export function unpackAngerModel(packed: PackedAngerModel): AngerModel {
  return { ...packed, textOnly: unpackHead(packed.textOnly), withEmbedding: unpackHead(packed.withEmbedding) };
}

function packHead({ ngrams, dense, embedding, bias }: AngerHead): PackedHead {
  const round = (value: number) => Number(value.toFixed(4));
  return { ngrams: pack(ngrams), dense: [...dense].map(round), embedding: pack(embedding), bias: round(bias) };
}

function unpackHead({ ngrams, dense, embedding, bias }: PackedHead): AngerHead {
  return { ngrams: unpack(ngrams), dense: Float64Array.from(dense), embedding: unpack(embedding), bias };
}

function pack(weights: Float32Array): PackedWeights {
  const largest = weights.reduce((max, weight) => Math.max(max, Math.abs(weight)), 0);
  const scale = largest / 127 || 1;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / scale));
  return { scale, bytes: Buffer.from(bytes.buffer).toString('base64') };
}

function unpack({ scale, bytes }: PackedWeights): Float32Array {
  return Float32Array.from(new Int8Array(Buffer.from(bytes, 'base64')), (step) => step * scale);
}
