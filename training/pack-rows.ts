import { PrincipalSpace } from '../src/numeric/principal-space.ts';
import { principalAxes } from './principal-axes.ts';

/** Rows in a small space, one signed byte a number. */
export interface PackedRows {
  readonly means: readonly Float32Array[];
  /** Row by row. */
  readonly axes: Float32Array;
  /** One a kind of rows. */
  readonly rows: readonly Int8Array[];
  /** What an integer stands for. */
  readonly scale: number;
}

/**
 * Centres each kind of rows, brings all of them into the space of their leading principal axes and back to unit length,
 * and packs them: cosines change by a hundredth at most.
 */
export function packRows(kinds: readonly (readonly Float32Array[])[], width: number): PackedRows {
  const dimensions = kinds[0][0].length;
  const centred = kinds.map(centre);
  const { axes: byInput } = principalAxes(
    centred.flatMap(({ rows }) => rows),
    dimensions,
    width,
  );
  const axes = Float32Array.from(byInput, (_, at) => byInput[(at % dimensions) * width + Math.floor(at / dimensions)]);
  const space = new PrincipalSpace(axes, width);
  const small = kinds.map((rows, kind) => rows.map((row) => space.project(row, centred[kind].mean)));
  let largest = 0;
  for (const row of small.flat()) for (const value of row) largest = Math.max(largest, Math.abs(value));
  const scale = largest / 127;
  const packed = small.map((rows) =>
    Int8Array.from(
      rows.flatMap((row) => [...row]),
      (value) => Math.round(value / scale),
    ),
  );
  return { means: centred.map(({ mean }) => mean), axes, rows: packed, scale };
}

/** Arrays one after the other, as `readSections` takes them apart. */
export function joinSections(arrays: readonly (Float32Array | Int8Array | Uint16Array)[]): Buffer {
  return Buffer.concat(arrays.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)));
}

function centre(rows: readonly Float32Array[]): { mean: Float32Array; rows: Float32Array[] } {
  const mean = new Float32Array(rows[0].length);
  for (const row of rows) for (let at = 0; at < row.length; at += 1) mean[at] += row[at] / rows.length;
  return { mean, rows: rows.map((row) => row.map((value, at) => value - mean[at])) };
}
