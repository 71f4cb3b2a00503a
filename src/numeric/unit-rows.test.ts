import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UnitRows } from './unit-rows.ts';

const unit = (width: number) =>
  fc
    .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: width, maxLength: width })
    .map((values) => Float32Array.from(values, (value) => value / (Math.hypot(...values) || 1)));
const shapes = fc
  .integer({ min: 1, max: 600 })
  .chain((width) =>
    fc.record({ width: fc.constant(width), vectors: fc.array(unit(width), { maxLength: 9 }), vector: unit(width) }),
  );

it('gives the cosines of a vector with rows of any number and length, to four digits', () => {
  fc.assert(
    fc.property(shapes, ({ width, vectors, vector }) => {
      const rows = new UnitRows(vectors.length, width);
      for (const [row, each] of vectors.entries()) rows.set(row, each);
      const cosines = rows.products(vector);
      expect(cosines).toHaveLength(vectors.length);
      for (const [row, each] of vectors.entries()) {
        const exact = each.reduce((sum, value, at) => sum + value * vector[at], 0);
        expect(Math.abs(cosines[row] - exact)).toBeLessThan(5e-4);
      }
    }),
    { numRuns: 60 },
  );
});

it('adds up equal vectors of one number and of many without running over', () => {
  for (const width of [1, 2048]) {
    const rows = new UnitRows(5, width);
    const vector = new Float32Array(width).fill(-1 / Math.sqrt(width));
    for (let row = 0; row < 5; row += 1) rows.set(row, vector);
    for (const cosine of rows.products(vector)) expect(cosine).toBeCloseTo(1, 3);
  }
});

it('refuses what is no unit vector of its length', () => {
  const rows = new UnitRows(1, 4);
  expect(() => rows.set(0, new Float32Array(3))).toThrow('3 numbers are no row of 4');
  expect(() => rows.products(new Float32Array(5))).toThrow('5 numbers are no row of 4');
  expect(() => rows.set(0, new Float32Array(4).fill(1))).toThrow('not a unit vector');
  expect(() => rows.set(0, new Float32Array(4).fill(Number.NaN))).toThrow('not a unit vector');
});
