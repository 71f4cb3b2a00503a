import { describe, expect, it } from 'vitest';
import { rate, wilsonInterval } from './rate.ts';

describe('wilsonInterval', () => {
  it.each([
    // Reference values: R, binom::binom.confint(method = "wilson").
    [8, 10, 0.490162, 0.943318],
    [0, 20, 0, 0.161125],
    [20, 20, 0.838875, 1],
  ])('of %i in %i', (hits, of, low, high) => {
    const [lower, upper] = wilsonInterval(hits, of);
    expect(lower).toBeCloseTo(low, 4);
    expect(upper).toBeCloseTo(high, 4);
  });
});

describe('rate', () => {
  it('is null of nothing', () => {
    expect(rate(0, 0)).toEqual({ value: null, hits: 0, of: 0, ci95: null });
    expect(rate(1, 3).value).toBe(0.333333);
  });
});
