import { makeRoom, openKernel, type RowKernel } from './open-kernel.ts';

/** Rows of equal length, one after another, in one array or in several. */
export type Rows = Float32Array | readonly Float32Array[];

/** Numbers an instruction takes at once; a row must hold a multiple of them. */
const LANES = 4;
const scratch = openKernel(0);
const placed = new WeakMap<ArrayBufferLike, RowKernel>();
/** Placed rows that are filled up with zeros, and their length without these. */
const filledUp = new WeakMap<Float32Array, number>();

/**
 * Inner products of all rows on the left with all on the right, in row-kernel.wat: some ten times as fast as loops here,
 * and the same on every machine.
 *
 * @param columns length of a row
 * @returns one row for each on the left, one number for each on the right
 * @throws RangeError when the numbers make no whole rows
 */
export function rowProducts(left: Float32Array, right: Rows, columns: number): Float32Array {
  return run('products', left, right, columns);
}

/**
 * Sums of the rows on the right, each as often as `shares` says.
 *
 * @param shares a row for each sum wanted, one number for each row on the right
 * @param columns length of a row on the right
 * @returns a row of `columns` for each of `shares`
 */
export function rowMixtures(shares: Float32Array, right: Rows, columns: number): Float32Array {
  return run('mixtures', shares, right, columns);
}

/** Rows that stand apart, one after another. */
export function joinRows(rows: readonly Float32Array[]): Float32Array {
  const joined = new Float32Array(rows.reduce((sum, row) => sum + row.length, 0));
  let at = 0;
  for (const row of rows) {
    joined.set(row, at);
    at += row.length;
  }
  return joined;
}

/** Room for rows where the kernel finds them: worth it for megabytes that are multiplied again and again. */
export function placeRows(length: number): Float32Array {
  const kernel = openKernel(length * Float32Array.BYTES_PER_ELEMENT);
  const rows = new Float32Array(kernel.memory.buffer, 0, length);
  // A memory that grows takes its buffer away from those who hold it, so this one never does.
  placed.set(rows.buffer, kernel);
  return rows;
}

/**
 * Copies of matrices where the kernel finds them, all in one memory; for small ones that are multiplied again and again.
 * @returns what is multiplied as the matrices would be, and is good for nothing else: rows may be filled up with zeros
 */
export function placeMatrices(
  matrices: readonly { readonly rows: Float32Array; readonly columns: number }[],
): Float32Array[] {
  const lengths = matrices.map(({ rows, columns }) => (rows.length / columns) * wholeWidth(columns));
  const memory = placeRows(lengths.reduce((sum, length) => sum + length, 0));
  let end = 0;
  return matrices.map(({ rows, columns }, at) => {
    const start = end;
    end += lengths[at];
    const place = memory.subarray(start, end);
    write(place, 0, [rows], columns, wholeWidth(columns));
    filledUp.set(place, columns);
    return place;
  });
}

/** Length of a row filled up to whole instructions. */
function wholeWidth(columns: number): number {
  return Math.ceil(columns / LANES) * LANES;
}

function run(name: 'products' | 'mixtures', left: Float32Array, right: Rows, columns: number): Float32Array {
  const width = wholeWidth(columns);
  const parts = right instanceof Float32Array ? [right] : right;
  const [only] = parts;
  const isFilledUp = filledUp.get(only) === columns;
  const rights = parts.reduce((sum, part) => sum + part.length, 0) / (isFilledUp ? width : columns);
  const isProduct = name === 'products';
  const lefts = left.length / (isProduct ? columns : rights);
  if (rights === 0 || left.length === 0) return new Float32Array(0);
  if (!Number.isInteger(rights) || !Number.isInteger(lefts))
    throw new RangeError(`${left.length} and ${rights * columns} numbers are no rows of ${columns}`);
  const leftLength = lefts * (isProduct ? width : rights);
  const outLength = lefts * (isProduct ? rights : width);
  const home = parts.length === 1 && (isFilledUp || width === columns) ? placed.get(only.buffer) : undefined;
  const room = (leftLength + outLength) * Float32Array.BYTES_PER_ELEMENT;
  const kernel = home && home.taken + room <= home.memory.buffer.byteLength ? home : scratch;
  const isThere = kernel === home;
  makeRoom(kernel, isThere ? room : room + rights * width * Float32Array.BYTES_PER_ELEMENT);
  const memory = new Float32Array(kernel.memory.buffer);
  const leftAt = kernel.taken / Float32Array.BYTES_PER_ELEMENT;
  const outAt = leftAt + leftLength;
  const rightAt = isThere ? only.byteOffset / Float32Array.BYTES_PER_ELEMENT : outAt + outLength;
  write(memory, leftAt, [left], isProduct ? columns : left.length, isProduct ? width : left.length);
  if (!isThere) write(memory, rightAt, parts, isFilledUp ? width : columns, width);
  const [from, others, to] = [leftAt, rightAt, outAt].map((at) => at * Float32Array.BYTES_PER_ELEMENT);
  kernel[name](from, lefts, others, rights, width * Float32Array.BYTES_PER_ELEMENT, to);
  const out = memory.slice(outAt, outAt + outLength);
  return isProduct || width === columns ? out : narrowed(out, width, columns);
}

/** Writes rows one after another, each filled up with zeros to `width`. */
function write(memory: Float32Array, at: number, parts: readonly Float32Array[], columns: number, width: number): void {
  let to = at;
  for (const part of parts) {
    if (columns === width) {
      memory.set(part, to);
      to += part.length;
      continue;
    }
    for (let from = 0; from < part.length; from += columns, to += width) {
      memory.set(part.subarray(from, from + columns), to);
      memory.fill(0, to + columns, to + width);
    }
  }
}

function narrowed(rows: Float32Array, width: number, columns: number): Float32Array {
  const result = new Float32Array((rows.length / width) * columns);
  for (let from = 0, to = 0; from < rows.length; from += width, to += columns)
    result.set(rows.subarray(from, from + columns), to);
  return result;
}
