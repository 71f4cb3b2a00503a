import { type FileHandle, open } from 'node:fs/promises';
import { InvalidInputError } from '../domain/errors.ts';
import { placeRows } from '../numeric/row-products.ts';
import { createPace } from '../system/create-pace.ts';
import type { IntentModel } from './intent-model.ts';

/** Changes whenever a model trained by an older version of this code would give other results. */
export const INTENT_MODEL_VERSION = 4;

const MAGIC = 0x78_69_6e_74;
const NUMBER_BYTES = 4;

type Header = Omit<IntentModel, 'vocabulary' | 'pair' | 'examples' | 'outside' | 'names'> & {
  readonly version: number;
  readonly grams: readonly string[];
  readonly dimensions: number;
  readonly starts: readonly number[];
  /** Lengths of the arrays that follow, in order. */
  readonly lengths: readonly number[];
};

/** The model in one piece for a cache: magic, header length, JSON header padded to 4 bytes, then little-endian floats. */
export function serializeIntentModel(model: IntentModel): Uint8Array {
  const { vocabulary, pair, examples, outside, names, ...plain } = model;
  const arrays = [
    vocabulary.idf,
    pair.dense.weights,
    pair.dense.bias,
    pair.sparse.weights,
    pair.sparse.bias,
    examples.vectors,
    outside.values,
    ...(names ? [names.centre, names.vectors.values] : []),
  ];
  const header: Header = {
    ...plain,
    version: INTENT_MODEL_VERSION,
    grams: [...vocabulary.grams.keys()],
    dimensions: pair.dense.dimensions,
    starts: [...examples.starts],
    lengths: arrays.map(({ length }) => length),
  };
  const json = Buffer.from(JSON.stringify(header));
  const padded = Math.ceil(json.length / NUMBER_BYTES) * NUMBER_BYTES;
  const start = Buffer.alloc(2 * NUMBER_BYTES + padded, ' ');
  start.writeUInt32LE(MAGIC, 0);
  start.writeUInt32LE(padded, NUMBER_BYTES);
  json.copy(start, 2 * NUMBER_BYTES);
  return Buffer.concat([
    start,
    ...arrays.map((array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength)),
  ]);
}

/**
 * Reads a model, its numbers straight to where they are multiplied: they are twenty megabytes.
 * @throws InvalidInputError when the file is no model of this version, for example cut off in the middle
 * @throws the system's error when it cannot be read, with code `ENOENT` when there is none
 */
export async function readIntentModel(path: string): Promise<IntentModel> {
  const file = await open(path);
  try {
    return modelOf(await readParts(file));
  } finally {
    await file.close();
  }
}

function modelOf({ header, floats }: Parts): IntentModel {
  const { version, grams, dimensions, starts, lengths, ...plain } = header;
  let next = 0;
  const [idf, denseWeights, denseBias, sparseWeights, sparseBias, vectors, outside, centre, named] = lengths.map(
    (length) => {
      next += length;
      return floats.subarray(next - length, next);
    },
  );
  const classes = plain.labels.length;
  return {
    ...plain,
    vocabulary: { language: plain.language, grams: new Map(grams.map((gram, index) => [gram, index])), idf },
    pair: {
      dense: { classes, dimensions, weights: denseWeights, bias: denseBias },
      sparse: { classes, weights: sparseWeights, bias: sparseBias },
    },
    examples: { dimensions, vectors, starts: Int32Array.from(starts) },
    outside: { dimensions, values: outside },
    names: centre && { centre, vectors: { dimensions, values: named } },
  };
}

interface Parts {
  readonly header: Header;
  readonly floats: Float32Array;
}

async function readParts(file: FileHandle): Promise<Parts> {
  const broken = (cause?: unknown) => new InvalidInputError('not an intent model of this version', cause);
  const { size } = await file.stat();
  const start = Buffer.alloc(2 * NUMBER_BYTES);
  await fill(file, start, 0);
  const body = start.length + start.readUInt32LE(NUMBER_BYTES);
  if (start.readUInt32LE(0) !== MAGIC || body > size) throw broken();
  const json = Buffer.alloc(body - start.length);
  await fill(file, json, start.length);
  let header: Header;
  try {
    header = JSON.parse(json.toString()) as Header;
  } catch (error) {
    throw broken(error);
  }
  const count = header.lengths?.reduce((sum, length) => sum + length, 0);
  if (header.version !== INTENT_MODEL_VERSION || size !== body + count * NUMBER_BYTES) throw broken();
  await createPace()();
  const floats = placeRows(count);
  await fill(file, new Uint8Array(floats.buffer, 0, size - body), body);
  return { header, floats };
}

/** Reads as many bytes as the target holds, fewer where the file ends. */
async function fill(file: FileHandle, target: Uint8Array, from: number): Promise<void> {
  for (let at = 0; at < target.length; ) {
    const { bytesRead } = await file.read(target, at, target.length - at, from + at);
    if (bytesRead === 0) return;
    at += bytesRead;
  }
}
