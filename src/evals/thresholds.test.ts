import { describe, expect, it } from 'vitest';
import { rate } from './rate.ts';
import { summarise } from './summarise.ts';
import { checkThresholds, thresholdsFor } from './thresholds.ts';

const general = { minOfResolvable: 0.85, maxWrongAnswerRate: 0.03, minEscalationRecall: 0.95, maxNeedlessRate: 0.05 };

describe('thresholdsFor', () => {
  it('lets the last matching override win', () => {
    const overrides = [
      { split: 'dev' as const, minOfResolvable: 0.7 },
      { knowledge: 'evals/unseen/shop/', minOfResolvable: 0.6, maxNeedlessRate: 0.1 },
      { split: 'test' as const, knowledge: 'evals/unseen/shop', minOfResolvable: 0.5 },
      { cases: 'evals/handoffs/cases', minEscalationRecall: 0.6 },
    ];
    const file = { ...general, overrides };
    expect(thresholdsFor(file, { split: 'all' }).minOfResolvable).toBe(0.85);
    expect(thresholdsFor(file, { split: 'dev' }).minOfResolvable).toBe(0.7);
    const both = thresholdsFor(file, { split: 'dev', knowledge: './evals/unseen/shop' });
    expect(both).toMatchObject({ minOfResolvable: 0.6, maxNeedlessRate: 0.1, maxWrongAnswerRate: 0.03 });
    expect(both.minEscalationRecall).toBe(0.95);
    expect(thresholdsFor(file, { split: 'all', cases: 'evals/handoffs/cases/' }).minEscalationRecall).toBe(0.6);
  });
});

describe('checkThresholds', () => {
  it('holds at the limit, fails beyond it, and asks nothing of a rate without a count', () => {
    const empty = summarise([], 'all');
    const rates = { ...empty.rates, ofResolvable: rate(85, 100), wrongAnswers: rate(4, 100) };
    const met = checkThresholds(general, { ...empty, rates }).map((check) => check.met);
    expect(met).toEqual([true, false, true, true]);
  });
});
