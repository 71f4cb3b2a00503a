import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rate } from './rate.ts';
import { summarise } from './summarise.ts';
import { checkThresholds, readThresholds, thresholdsFor } from './thresholds.ts';

const general = { minOfResolvable: 0.85, maxWrongAnswerRate: 0.03, minEscalationRecall: 0.95, maxNeedlessRate: 0.05 };

describe('readThresholds', () => {
  it('reads the file of this repository', async () => {
    const file = await readThresholds(fileURLToPath(new URL('../../evals/thresholds.yaml', import.meta.url)));
    // Floors of this release; escalation and wrong answers may never be given away for more settled cases.
    const { minOfResolvable, maxWrongAnswerRate, minEscalationRecall } = thresholdsFor(file, { split: 'all' });
    expect(minOfResolvable).toBeGreaterThanOrEqual(0.55);
    expect(maxWrongAnswerRate).toBeLessThanOrEqual(0.05);
    expect(minEscalationRecall).toBeGreaterThanOrEqual(0.9);
  });

  it('names file, line and field of what is wrong', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'thresholds-'));
    const file = join(folder, 'thresholds.yaml');
    await writeFile(file, 'minOfResolvable: 0.8\nmaxWrongAnswerRate: 3\nminEscalationRecall: 1\nmaxNeedlessRate: 0\n');
    await expect(readThresholds(file)).rejects.toThrow(`${file}:2: maxWrongAnswerRate: `);
    await rm(folder, { recursive: true });
  });
});

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
