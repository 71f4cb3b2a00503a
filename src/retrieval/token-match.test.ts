import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanColumnMatch, raiseTokenMatches, tokenCoverage } from './token-match.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const weight = fc.double({ min: 0.1, max: 9, noNaN: true });

describe('tokenCoverage', () => {
  it('stays between 0 and 1 and grows with the matches', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(share, weight), { minLength: 1, maxLength: 12 }), (tokens) => {
        const matches = Float32Array.from(tokens, ([match]) => match);
        const weights = Float32Array.from(tokens, ([, value]) => value);
        const coverage = tokenCoverage(matches, weights);
        for (const value of Object.values(coverage)) {
          expect(value).toBeGreaterThanOrEqual(-1e-6);
          expect(value).toBeLessThanOrEqual(1 + 1e-6);
        }
        const better = tokenCoverage(
          matches.map((match) => Math.min(1, match + 0.1)),
          weights,
        );
        expect(better.average).toBeGreaterThanOrEqual(coverage.average - 1e-6);
        expect(better.miss).toBeLessThanOrEqual(coverage.miss + 1e-6);
      }),
    );
  });

  it('says that nothing matches an empty question', () => {
    expect(tokenCoverage(new Float32Array(), new Float32Array())).toMatchObject({
      average: 0,
      lowest: 0,
      lowestHeavy: 0,
    });
  });

  it('forgives a missed light token and not a missed heavy one', () => {
    const heavyMissed = tokenCoverage(Float32Array.of(0.2, 0.9), Float32Array.of(8, 1));
    const lightMissed = tokenCoverage(Float32Array.of(0.2, 0.9), Float32Array.of(1, 8));
    expect(lightMissed.lowestHeavy).toBeGreaterThan(heavyMissed.lowestHeavy);
  });
});

describe('similarities of two question tokens with a passage of two units', () => {
  const similar = { rows: Float32Array.of(1, 0.6, -0.5, 0, 0.8, -0.2), width: 3 };

  it('keeps the best of several units for each question token', () => {
    const best = new Float32Array(2);
    raiseTokenMatches(best, similar, 0, 1);
    expect([...best]).toEqual([1, 0]);
    raiseTokenMatches(best, similar, 1, 3);
    expect([...best]).toEqual([1, expect.closeTo(0.8)]);
  });

  it('says how much of a unit the question speaks of', () => {
    expect(meanColumnMatch(similar, 0, 1)).toBe(1);
    expect(meanColumnMatch(similar, 1, 3)).toBeCloseTo(0.4);
    expect(meanColumnMatch(similar, 3, 3)).toBe(0);
  });
});
