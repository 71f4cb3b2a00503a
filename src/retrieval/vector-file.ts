import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { parseKeptJson } from '../system/parse-kept-json.ts';
import { writeFileWhole } from '../system/write-file-whole.ts';
import type { EntriesFile } from './kept-entries.ts';
import type { UnitVectors, VectorCache } from './unit-vectors.ts';

/** Key, token numbers in all, and whether the context vector differs from the sentence vector. */
type Entry = [key: string, tokenNumbers: number, ownContext: boolean];

const headerSchema = z.object({
  format: z.literal(1),
  identity: z.string(),
  dimensions: z.number().int().positive(),
  // By hand: a schema of each of thousands of entries would hold the event loop for 50 ms.
  entries: z.custom<Entry[]>((value) => Array.isArray(value) && value.every(isEntry)),
});

/** Keeps a generation's vectors between starts. @param identity names embedder and token space */
export function vectorFile(path: string, identity: string): EntriesFile<UnitVectors> {
  return {
    read: () => readVectorFile(path, identity),
    write: (vectors) => writeVectorFile(path, identity, vectors),
  };
}

/**
 * Writes a generation's vectors: a JSON header with its length in front, then float32 numbers.
 *
 * @param identity names embedder and token space; a file of another identity is not read back
 */
export async function writeVectorFile(path: string, identity: string, vectors: VectorCache): Promise<void> {
  const entries: Entry[] = [];
  const parts: Uint8Array[] = [];
  let dimensions = 1;
  for (const [key, { sentence, context, tokens }] of vectors) {
    dimensions = sentence.length;
    entries.push([key, tokens.length, context !== sentence]);
    parts.push(bytesOf(sentence), ...(context === sentence ? [] : [bytesOf(context)]), bytesOf(tokens));
  }
  const json = JSON.stringify({ format: 1, identity, dimensions, entries });
  // Float32 views need an offset that is a multiple of four.
  const header = Buffer.from(json.padEnd(Math.ceil(Buffer.byteLength(json) / 4) * 4));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  await writeFileWhole(path, length, header, ...parts);
}

/** Vectors that `writeVectorFile` wrote; empty when there is no file, or one of another identity or format. */
export async function readVectorFile(path: string, identity: string): Promise<VectorCache> {
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined;
    throw cause;
  });
  if (!bytes || bytes.length < 4) return new Map();
  const headerEnd = 4 + bytes.readUInt32LE(0);
  const header = headerSchema.safeParse(parseKeptJson(bytes.subarray(4, headerEnd).toString('utf8')));
  if (!header.success || header.data.identity !== identity) return new Map();
  const { dimensions, entries } = header.data;
  const numbers = floatsFrom(bytes.subarray(headerEnd));
  let offset = 0;
  const take = (count: number) => {
    offset += count;
    return numbers.subarray(offset - count, offset);
  };
  const vectors = new Map<string, UnitVectors>();
  for (const [key, tokenNumbers, ownContext] of entries) {
    const sentence = take(dimensions);
    const context = ownContext ? take(dimensions) : sentence;
    vectors.set(key, { sentence, context, tokens: take(tokenNumbers) });
  }
  return offset === numbers.length ? vectors : new Map();
}

function isEntry(value: unknown): value is Entry {
  if (!Array.isArray(value)) return false;
  const [key, tokenNumbers, ownContext] = value;
  return (
    typeof key === 'string' && Number.isInteger(tokenNumbers) && tokenNumbers >= 0 && typeof ownContext === 'boolean'
  );
}

/** A view where the bytes lie well (a file read whole does), a copy otherwise; whole numbers only. */
function floatsFrom(bytes: Buffer): Float32Array {
  const count = Math.floor(bytes.length / 4);
  if (bytes.byteOffset % 4 === 0) return new Float32Array(bytes.buffer, bytes.byteOffset, count);
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + count * 4));
}

function bytesOf(numbers: Float32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
