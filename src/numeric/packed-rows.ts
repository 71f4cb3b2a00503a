import { makeRoom, openKernel, type RowKernel } from './open-kernel.ts';

/** Numbers an instruction takes at once; a row must hold a multiple of them. */
const LANES = 8;
/** The largest number of two bytes. */
const LARGEST = 32_767;
/** Longer rows might add up to more than four bytes hold. */
const LONGEST = 512;

/**
 * Rows of whole numbers, a byte each, multiplied as they are (row-kernel.wat): a quarter of the memory of floats and so a
 * quarter of what passes by for every message. A vector is rounded to two bytes a number for it, which moves a cosine by
 * less than the rows' own rounding does.
 */
export class PackedRows {
  readonly #kernel: RowKernel;
  readonly #width: number;
  readonly #count: number;
  readonly #scale: number;

  /**
   * @param packed row by row, @param width of a row, a multiple of 8 up to 512, @param scale what an integer stands for
   * @throws RangeError when the numbers make no whole rows
   */
  constructor(packed: Int8Array, width: number, scale: number) {
    if (width % LANES !== 0 || width > LONGEST || packed.length % width !== 0)
      throw new RangeError(`${packed.length} numbers are no rows of ${width}`);
    this.#width = width;
    this.#count = packed.length / width;
    this.#scale = scale;
    // Sections of 16 bytes: what follows the rows is fetched as numbers of up to four bytes.
    this.#kernel = openKernel(Math.ceil(packed.length / 16) * 16);
    makeRoom(this.#kernel, width * Int16Array.BYTES_PER_ELEMENT + this.#count * Float32Array.BYTES_PER_ELEMENT);
    new Int8Array(this.#kernel.memory.buffer).set(packed);
  }

  /**
   * Inner products of a vector with every row, to about four digits.
   * @returns what the next call writes over: tens of thousands of numbers are not copied for every message
   * @throws RangeError for a vector of another length
   */
  products(vector: Float32Array): Float32Array {
    if (vector.length !== this.#width) throw new RangeError(`${vector.length} numbers are no row of ${this.#width}`);
    const { memory, taken, byteProducts } = this.#kernel;
    const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
    const left = new Int16Array(memory.buffer, taken, this.#width);
    for (let at = 0; at < vector.length; at += 1) left[at] = Math.round((vector[at] / largest) * LARGEST);
    const out = taken + left.byteLength;
    byteProducts(taken, 0, this.#count, this.#width, (this.#scale * largest) / LARGEST, out);
    return new Float32Array(memory.buffer, out, this.#count);
  }
}
