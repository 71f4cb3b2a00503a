import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readThresholds } from './read-thresholds.ts';
import { thresholdsFor } from './thresholds.ts';

const general = { minOfResolvable: 0.85, maxWrongAnswerRate: 0.03, minEscalationRecall: 0.95, maxNeedlessRate: 0.05 };

describe('readThresholds', () => {
  it('reads the file of this repository', async () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const file = await readThresholds(join(root, 'evals/thresholds.yaml'), root);
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
    await expect(readThresholds(file, folder)).rejects.toThrow(`${file}:2: maxWrongAnswerRate: must be 1 or less`);
    await rm(folder, { recursive: true });
  });

  it('means its folders as seen from the root, and those of a run as seen from where it is started', async () => {
    const root = await mkdtemp(join(tmpdir(), 'package-'));
    const file = join(root, 'evals', 'thresholds.yaml');
    await mkdir(join(root, 'evals'));
    const overrides = '[{cases: evals/shop/cases, maxNeedlessRate: 0.5}, {knowledge: shop, minOfResolvable: 0.1}]';
    await writeFile(file, `${JSON.stringify(general).slice(0, -1)}, "overrides": ${overrides}}`);
    const thresholds = await readThresholds(file, root);
    const limits = (run: { cases?: string; knowledge?: string }) => thresholdsFor(thresholds, { split: 'all', ...run });
    const cases = join(root, 'evals/shop/cases');
    expect(limits({ cases }).maxNeedlessRate).toBe(0.5);
    expect(limits({ cases: `${relative(process.cwd(), cases)}/` }).maxNeedlessRate).toBe(0.5);
    expect(limits({ knowledge: join(root, 'shop') }).minOfResolvable).toBe(0.1);
    expect(limits({ cases: 'evals/shop/cases', knowledge: 'shop' })).toEqual(general);
    await rm(root, { recursive: true });
  });
});
