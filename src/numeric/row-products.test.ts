import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assembleRowKernel } from '../../training/assemble-row-kernel.ts';
import { dotRow } from './dot.ts';
import { ROW_KERNEL } from './row-kernel.ts';
import { placeMatrices, placeRows, rowMixtures, rowProducts } from './row-products.ts';

const numbers = (count: number) =>
  fc.float32Array({ minLength: count, maxLength: count, noNaN: true, min: -4, max: 4 });
const shapes = fc.record({
  lefts: fc.integer({ min: 1, max: 6 }),
  parts: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 3 }),
  columns: fc.integer({ min: 1, max: 21 }),
});
const matrices = shapes.chain(({ lefts, parts, columns }) => {
  const rights = parts.reduce((sum, rows) => sum + rows);
  return fc.record({
    columns: fc.constant(columns),
    left: numbers(lefts * columns),
    shares: numbers(lefts * rights),
    right: fc.tuple(...parts.map((rows) => numbers(rows * columns))),
  });
});

function joined(parts: readonly Float32Array[]): Float32Array {
  return Float32Array.from(parts.flatMap((part) => [...part]));
}

function placedRows(values: Float32Array): Float32Array {
  const rows = placeRows(values.length);
  rows.set(values);
  return rows;
}

function expectClose(got: Float32Array, wanted: readonly number[]): void {
  expect(got.length).toBe(wanted.length);
  for (const [at, number] of wanted.entries()) expect(got[at]).toBeCloseTo(number, 3);
}

it('is what is in the text beside it', async () => {
  const text = readFileSync(new URL('./row-kernel.wat', import.meta.url), 'utf8');
  expect(Buffer.from(await assembleRowKernel(text)).toString('base64')).toBe(ROW_KERNEL);
});

it('multiplies rows of any shape, in one piece or several, placed or not', () => {
  fc.assert(
    fc.property(matrices, ({ left, right, columns }) => {
      const all = joined(right);
      const wanted: number[] = [];
      for (let l = 0; l < left.length; l += columns) {
        const row = left.subarray(l, l + columns);
        for (let r = 0; r < all.length; r += columns) wanted.push(dotRow(row, all, r));
      }
      expectClose(rowProducts(left, right, columns), wanted);
      expectClose(rowProducts(left, placedRows(all), columns), wanted);
      const [, place] = placeMatrices([
        { rows: left, columns },
        { rows: all, columns },
      ]);
      expectClose(rowProducts(left, place, columns), wanted);
    }),
  );
});

it('mixes rows by their shares', () => {
  fc.assert(
    fc.property(matrices, ({ shares, right, columns }) => {
      const all = joined(right);
      const rights = all.length / columns;
      const wanted: number[] = [];
      for (let l = 0; rights > 0 && l < shares.length / rights; l += 1)
        for (let at = 0; at < columns; at += 1)
          wanted.push(
            Array.from({ length: rights }, (_, r) => shares[l * rights + r] * all[r * columns + at]).reduce(
              (a, b) => a + b,
            ),
          );
      expectClose(rowMixtures(shares, right, columns), wanted);
    }),
  );
});

it.each([
  [4_000, 100],
  [400_000, 2],
])(
  'keeps placed rows as they are when a product of %i columns needs more room than stands beside them',
  (columns, lefts) => {
    const placed = placedRows(Float32Array.from({ length: 2 * columns }, (_, at) => at % 7));
    const left = Float32Array.from({ length: lefts * columns }, (_, at) => at % 5);
    const sums = rowProducts(left, placed, columns);
    expect(sums).toEqual(rowProducts(left, placed.slice(), columns));
    expect(sums).toHaveLength(2 * lefts);
    expect(placed[6]).toBe(6);
    const [odd] = placeMatrices([{ rows: placed.slice(0, 2 * columns - 2), columns: columns - 1 }]);
    const narrow = left.slice(0, lefts * (columns - 1));
    expect(rowProducts(narrow, odd, columns - 1)).toEqual(
      rowProducts(narrow, placed.slice(0, 2 * columns - 2), columns - 1),
    );
  },
);

it('refuses numbers that make no whole rows', () => {
  expect(() => rowProducts(new Float32Array(8), new Float32Array(6), 4)).toThrow('are no rows of 4');
  expect(() => rowProducts(new Float32Array(6), new Float32Array(8), 4)).toThrow('are no rows of 4');
});
