import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PackedRows } from './packed-rows.ts';

const SCALE = 0.005;
const shapes = fc
  .record({ width: fc.constantFrom(8, 24, 192, 512), count: fc.integer({ min: 1, max: 11 }) })
  .chain(({ width, count }) =>
    fc.record({
      width: fc.constant(width),
      packed: fc.int8Array({ minLength: width * count, maxLength: width * count }),
      vector: fc.float32Array({ minLength: width, maxLength: width, noNaN: true, min: -4, max: 4 }),
    }),
  );

it('gives the products of a vector with rows of any number, as near as two bytes a number come', () => {
  fc.assert(
    fc.property(shapes, ({ width, packed, vector }) => {
      const products = new PackedRows(packed, width, SCALE).products(vector);
      const largest = Math.max(...vector.map(Math.abs));
      expect(products).toHaveLength(packed.length / width);
      for (const [row, product] of products.entries()) {
        const numbers = packed.subarray(row * width, (row + 1) * width);
        const exact = numbers.reduce((sum, number, at) => sum + number * SCALE * vector[at], 0);
        const error = numbers.reduce((sum, number) => sum + Math.abs(number) * SCALE, 0) * (largest / 32_767);
        expect(Math.abs(product - exact)).toBeLessThanOrEqual(error + Math.abs(exact) * 1e-5 + 1e-9);
      }
    }),
  );
});

it('adds up the longest rows of the largest numbers without running over', () => {
  const [width, count] = [512, 5];
  const rows = new PackedRows(new Int8Array(width * count).fill(-128), width, 1);
  const vector = new Float32Array(width).fill(1);
  expect([...rows.products(vector)]).toEqual(Array(count).fill(-128 * width));
});

it('gives the same when it is asked again, and for a vector of zeros nothing', () => {
  const rows = new PackedRows(
    Int8Array.from({ length: 48 }, (_, at) => at - 20),
    16,
    SCALE,
  );
  const vector = Float32Array.from({ length: 16 }, (_, at) => Math.sin(at));
  const first = rows.products(vector).slice();
  expect([...rows.products(new Float32Array(16))]).toEqual([0, 0, 0]);
  expect(rows.products(vector)).toEqual(first);
});

it('refuses what makes no rows', () => {
  expect(() => new PackedRows(new Int8Array(24), 12, 1)).toThrow('no rows of 12');
  expect(() => new PackedRows(new Int8Array(20), 8, 1)).toThrow('no rows of 8');
  expect(() => new PackedRows(new Int8Array(520), 520, 1)).toThrow('no rows of 520');
  expect(() => new PackedRows(new Int8Array(8), 8, 1).products(new Float32Array(4))).toThrow('no row of 8');
});
