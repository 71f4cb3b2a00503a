import { describe, expect, test } from 'vitest';
import { accuracy, macroF1, matthewsCorrelation } from './classification-metrics.ts';

const rows = (gold: string, predicted: string) =>
  [...gold].map((label, index) => ({ gold: label, predicted: predicted[index] }));

describe('classification metrics', () => {
  test('agree with scikit-learn', () => {
    const judged = rows('aabbccc', 'abbbcca');
    expect(accuracy(judged)).toBeCloseTo(5 / 7);
    expect(macroF1(judged)).toBeCloseTo((0.5 + 0.8 + 0.8) / 3);
    expect(matthewsCorrelation(judged)).toBeCloseTo(0.593_75);
  });

  test('mcc of two classes is the familiar formula', () => {
    // tp 3, fp 1, fn 1, tn 5
    const judged = rows('aaaabbbbbb', 'aaababbbbb');
    expect(matthewsCorrelation(judged)).toBeCloseTo((3 * 5 - 1 * 1) / Math.sqrt(4 * 4 * 6 * 6));
  });

  test('one class on either side says nothing', () => expect(matthewsCorrelation(rows('ab', 'aa'))).toBe(0));
});
