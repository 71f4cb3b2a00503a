import { InvalidInputError } from '../domain/errors.ts';
import { placeRows } from '../numeric/row-products.ts';
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
 * The model, its numbers copied to where they are multiplied.
 * @throws InvalidInputError when the bytes are no model of this version, for example cut off in the middle.
 */
export function deserializeIntentModel(bytes: Uint8Array): IntentModel {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { header, floats } = readParts(file);
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

function readParts(file: Buffer): { header: Header; floats: Float32Array } {
  const broken = (cause?: unknown) => new InvalidInputError('not an intent model of this version', cause);
  if (file.length < 2 * NUMBER_BYTES || file.readUInt32LE(0) !== MAGIC) throw broken();
  const body = 2 * NUMBER_BYTES + file.readUInt32LE(NUMBER_BYTES);
  let header: Header;
  try {
    header = JSON.parse(file.toString('utf8', 2 * NUMBER_BYTES, body)) as Header;
  } catch (error) {
    throw broken(error);
  }
  const count = header.lengths?.reduce((sum, length) => sum + length, 0);
  if (header.version !== INTENT_MODEL_VERSION || file.length !== body + count * NUMBER_BYTES) throw broken();
  const floats = placeRows(count);
  new Uint8Array(floats.buffer).set(file.subarray(body));
  return { header, floats };
}
