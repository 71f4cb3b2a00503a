import { makeRoom, openKernel, type RowKernel } from './open-kernel.ts';

/** Numbers an instruction takes at once. */
const LANES = 8;
/** What 1 is kept as. Products of two unit vectors then stay below 2^30, whatever their length. */
const ONE = 32_767;

/**
 * Unit vectors of two bytes a number, multiplied as they are (row-kernel.wat): half of what floats hold, and half of what
 * passes by for every message, which is what it waits for. Cosines are as near as four digits.
 */
export class UnitRows {
  readonly count: number;
  readonly #width: number;
  /** `#width` filled up with zeros to whole instructions. */
  readonly #stride: number;
  readonly #kernel: RowKernel;

  /** Room for `count` vectors of `width` numbers, all zeros. */
  constructor(count: number, width: number) {
    this.count = count;
    this.#width = width;
    this.#stride = Math.ceil(width / LANES) * LANES;
    const rowBytes = this.#stride * Int16Array.BYTES_PER_ELEMENT;
    this.#kernel = openKernel(count * rowBytes);
    makeRoom(this.#kernel, rowBytes + (count + 1) * Float32Array.BYTES_PER_ELEMENT);
  }

  /** Keeps a vector. @throws RangeError for one of another length or longer than 1 */
  set(row: number, vector: Float32Array): void {
    this.#write(row * this.#stride, vector);
  }

  /**
   * Cosines of a vector with every row.
   * @returns what the next call writes over
   * @throws RangeError as `set` does
   */
  products(vector: Float32Array): Float32Array {
    const { memory, taken, wordProducts } = this.#kernel;
    this.#write(taken / Int16Array.BYTES_PER_ELEMENT, vector);
    const rowBytes = this.#stride * Int16Array.BYTES_PER_ELEMENT;
    const out = taken + rowBytes;
    wordProducts(taken, 0, this.count, rowBytes, 1 / ONE ** 2, out);
    return new Float32Array(memory.buffer, out, this.count);
  }

  #write(at: number, vector: Float32Array): void {
    if (vector.length !== this.#width) throw new RangeError(`${vector.length} numbers are no row of ${this.#width}`);
    const place = new Int16Array(this.#kernel.memory.buffer, at * Int16Array.BYTES_PER_ELEMENT, this.#width);
    let squares = 0;
    for (let column = 0; column < vector.length; column += 1) {
      squares += vector[column] ** 2;
      place[column] = Math.round(vector[column] * ONE);
    }
    if (!(squares < 1.01)) throw new RangeError('not a unit vector');
  }
}
