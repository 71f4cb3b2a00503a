import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestRows, nearnessShares } from './nearest-rows.ts';

describe('nearestRows', () => {
  it('are the first of all candidates in falling order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 })), fc.integer({ min: 1, max: 9 }), (values, most) => {
        const isCandidate = (row: number) => row % 3 !== 1;
        const cosines = Float32Array.from(values, (value) => value / 50);
        const sorted = [...cosines.keys()].filter(isCandidate).sort((one, other) => cosines[other] - cosines[one]);
        expect(nearestRows(cosines, most, isCandidate)).toEqual(sorted.slice(0, most));
      }),
    );
  });
});

describe('nearnessShares', () => {
  it('fall by e with every temperature of distance and make 1 together', () => {
    const [first, second] = nearnessShares([1, 0], Float32Array.of(0.4, 0.5), 0.1);
    expect(first / second).toBeCloseTo(Math.E, 5);
    expect(first + second).toBeCloseTo(1, 6);
    expect(nearnessShares([], Float32Array.of(), 0.1)).toHaveLength(0);
  });
});
