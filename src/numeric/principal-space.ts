import { placeRows, rowProducts } from './row-products.ts';
import { toUnitLength } from './to-unit-length.ts';

/** A small space of leading principal axes: cosines of centred vectors are nearly what they are in all dimensions. */
export class PrincipalSpace {
  readonly width: number;
  readonly #axes: Float32Array;

  /** @param axes row by row, @param width how many they are, a multiple of 4 */
  constructor(axes: Float32Array, width: number) {
    this.width = width;
    this.#axes = placeRows(axes.length);
    this.#axes.set(axes);
  }

  /** The vector less the mean, in the small space, of unit length. Pure. */
  project(vector: Float32Array, mean: Float32Array): Float32Array {
    const centred = vector.map((value, at) => value - mean[at]);
    return toUnitLength(rowProducts(centred, this.#axes, vector.length));
  }
}
