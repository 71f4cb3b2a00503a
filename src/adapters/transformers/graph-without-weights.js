import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { delimited, numbered, WIRE } from './protobuf.js';

/**
 * An ONNX file's graph whose large tensors say where they stand in that file instead of holding their numbers. ONNX
 * Runtime then maps the file into memory: what no text has asked for yet is not in memory, what every thread reads is
 * there once, and packing the weights leaves no second copy behind. See https://onnx.ai/onnx/repo-docs/ExternalData.html
 * and, for the fields by number, https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
 */

/** Numbers of fields: a model's graph, a graph's initialisers, and what a tensor is made of. */
const GRAPH = 7;
const INITIALIZER = 5;
const RAW_DATA = 9;
const EXTERNAL_DATA = 13;
const DATA_LOCATION = 14;
/** Value of `data_location`. */
const EXTERNAL = 1;
/** Smaller tensors stay where they are: a mapping has a page at least. */
const SMALLEST = 4_096;
/** Read at a time, in bytes. */
const WINDOW = 1 << 16;
/** Longest number of variable length, in bytes. */
const LONGEST = 10;

/**
 * @typedef {object} Field
 * @property {number} number
 * @property {number} start Of its tag, in the file.
 * @property {number} body
 * @property {number} end
 */

/**
 * @param {string} path
 * @returns {Promise<Buffer>} Its external tensors are named relative to the folder of `path`.
 * @throws Error for a file that is no ONNX model.
 */
export async function graphWithoutWeights(path) {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const reader = createReader(file, size);
    const parts = [];
    for await (const field of fieldsOf(reader, 0, size)) {
      parts.push(field.number === GRAPH ? await graph(reader, field, basename(path)) : await reader.copy(field));
    }
    return Buffer.concat(parts);
  } finally {
    await file.close();
  }
}

/**
 * @param {Reader} reader
 * @param {Field} field
 * @param {string} name
 */
async function graph(reader, { body, end }, name) {
  const parts = [];
  for await (const field of fieldsOf(reader, body, end)) {
    parts.push(field.number === INITIALIZER ? await tensor(reader, field, name) : await reader.copy(field));
  }
  return delimited(GRAPH, Buffer.concat(parts));
}

/**
 * @param {Reader} reader
 * @param {Field} field
 * @param {string} name
 */
async function tensor(reader, { body, end }, name) {
  const parts = [];
  for await (const field of fieldsOf(reader, body, end)) {
    const length = field.end - field.body;
    if (field.number === RAW_DATA && length >= SMALLEST) {
      const place = { location: name, offset: field.body, length };
      parts.push(...Object.entries(place).map(([key, value]) => external(key, String(value))));
      parts.push(numbered(DATA_LOCATION, EXTERNAL));
    } else parts.push(await reader.copy(field));
  }
  return delimited(INITIALIZER, Buffer.concat(parts));
}

/**
 * @param {Reader} reader
 * @param {number} from
 * @param {number} to
 * @returns {AsyncGenerator<Field>}
 */
async function* fieldsOf(reader, from, to) {
  for (let at = from; at < to; ) {
    const start = at;
    const [key, afterKey] = await reader.number(at);
    const wire = key % 8;
    let [body, length] = [afterKey, 0];
    if (wire === WIRE.delimited) [length, body] = await reader.number(afterKey);
    else if (wire === WIRE.varint) length = (await reader.number(afterKey))[1] - afterKey;
    else if (wire === WIRE.eight) length = 8;
    else if (wire === WIRE.four) length = 4;
    else throw new Error(`no ONNX model: a field of kind ${wire} at byte ${start}`);
    at = body + length;
    if (at > to) throw new Error(`no ONNX model: a field at byte ${start} goes beyond its end`);
    yield { number: Math.floor(key / 8), start, body, end: at };
  }
}

/** @typedef {ReturnType<typeof createReader>} Reader */

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {number} size
 */
function createReader(file, size) {
  const window = Buffer.alloc(WINDOW);
  let [start, end] = [0, 0];
  /**
   * @param {number} at
   * @returns {Promise<[value: number, end: number]>}
   */
  const number = async (at) => {
    if (at < start || Math.min(at + LONGEST, size) > end) {
      start = at;
      end = at + (await file.read(window, 0, WINDOW, at)).bytesRead;
    }
    let value = 0;
    for (let index = 0; index < LONGEST && at + index < end; index += 1) {
      const byte = window[at + index - start];
      value += (byte % 128) * 128 ** index;
      if (byte < 128) return [value, at + index + 1];
    }
    throw new Error(`no ONNX model: no number at byte ${at}`);
  };
  return {
    number,
    /** @param {Pick<Field, 'start' | 'end'>} field */
    async copy(field) {
      const bytes = Buffer.alloc(field.end - field.start);
      if (field.start >= start && field.end <= end) window.copy(bytes, 0, field.start - start, field.end - start);
      else await file.read(bytes, 0, bytes.length, field.start);
      return bytes;
    },
  };
}

/**
 * @param {string} key
 * @param {string} value
 */
function external(key, value) {
  return delimited(EXTERNAL_DATA, Buffer.concat([delimited(1, key), delimited(2, value)]));
}
