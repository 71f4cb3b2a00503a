import { expect, it } from 'vitest';
import { dot } from '../src/numeric/dot.ts';
import { PackedRows } from '../src/numeric/packed-rows.ts';
import { packRows } from '../training/pack-rows.ts';

const [ROWS, DIMENSIONS, WIDTH] = [60, 12, 8];

/** Vectors that lie in six of twelve directions, so that eight axes hold all of them. */
function vectors(seed: number): Float32Array[] {
  return Array.from({ length: ROWS }, (_, row) => {
    const numbers = Array.from({ length: DIMENSIONS }, (_, at) =>
      at < 6 ? Math.sin(seed + row * 7.3 + at * 2.1) : 0.2,
    );
    const length = Math.hypot(...numbers);
    return Float32Array.from(numbers, (value) => value / length);
  });
}

function centred(rows: readonly Float32Array[]): Float32Array[] {
  return rows.map((row) => {
    const difference = row.map((value, at) => value - rows.reduce((sum, other) => sum + other[at], 0) / ROWS);
    const length = Math.hypot(...difference);
    return difference.map((value) => value / length);
  });
}

it('keeps the cosines of centred rows, of every kind by its own mean', () => {
  const kinds = [vectors(1), vectors(5)];
  const { rows, scale } = packRows(kinds, WIDTH);
  kinds.forEach((kind, at) => {
    const packed = new PackedRows(rows[at], WIDTH, scale);
    const first = rows[at].subarray(0, WIDTH);
    const cosines = packed.products(Float32Array.from(first, (value) => value * scale));
    const exact = centred(kind);
    for (let row = 1; row < ROWS; row += 1) expect(cosines[row]).toBeCloseTo(dot(exact[0], exact[row]), 1);
  });
});
