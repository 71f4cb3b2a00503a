import { describe, expect, it } from 'vitest';
import { compareWithBaseline } from './compare-baseline.ts';
import { mcnemarTest } from './mcnemar-test.ts';
import { rate } from './rate.ts';
import { type CaseResult, type EvalSummary, summarise } from './summarise.ts';

const result = (id: string, passed: boolean): CaseResult => ({ id, passed, autoResolved: passed, wrong: !passed });

function summaryOf(results: readonly CaseResult[]): EvalSummary {
  const empty = summarise([], 'all');
  const passed = rate(results.filter((one) => one.passed).length, results.length);
  return { ...empty, rates: { ...empty.rates, passed }, results };
}

describe('compareWithBaseline', () => {
  it('says what changed, and leaves cases of only one run out of the test', () => {
    const before = summaryOf([
      result('kept', true),
      result('broken', true),
      result('mended', false),
      result('gone', true),
    ]);
    const after = summaryOf([
      result('kept', true),
      result('broken', false),
      result('mended', true),
      result('new', true),
    ]);
    const comparison = compareWithBaseline(after, before);
    expect(comparison).toMatchObject({
      newlyFailing: ['broken'],
      newlyPassing: ['mended'],
      inBoth: 3,
      added: ['new'],
      removed: ['gone'],
      tests: { passed: { lost: 1, gained: 1, pValue: 1 }, wrong: { lost: 1, gained: 1 } },
    });
    expect(comparison.rates.find((one) => one.name === 'passed')).toEqual({
      name: 'passed',
      before: 0.75,
      after: 0.75,
      difference: 0,
    });
  });
});

describe('mcnemarTest', () => {
  const pairs = (lost: number, gained: number) => [
    ...Array.from({ length: lost }, () => ({ before: true, after: false })),
    ...Array.from({ length: gained }, () => ({ before: false, after: true })),
    { before: true, after: true },
  ];

  it.each([
    [0, 0, 1],
    [1, 9, 22 / 1024],
    [5, 5, 1],
    [0, 6, 2 / 64],
  ])('of %i lost and %i gained', (lost, gained, pValue) => {
    expect(mcnemarTest(pairs(lost, gained)).pValue).toBeCloseTo(pValue, 5);
    expect(mcnemarTest(pairs(gained, lost)).pValue).toBeCloseTo(pValue, 5);
  });

  it('holds for more changes than a power of one half can express', () => {
    expect(mcnemarTest(pairs(1000, 1000)).pValue).toBe(1);
    expect(mcnemarTest(pairs(900, 1100)).pValue).toBeLessThan(0.001);
  });
});
