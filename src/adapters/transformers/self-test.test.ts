import { describe, expect, it } from 'vitest';
import { allMiniLm } from '../models/builtin-models.ts';
import type { EmbeddingPool } from './embedding-pool.ts';
import type { WorkerTask } from './embedding-worker.js';
import { prepareText } from './prepare-text.ts';
import { ModelSelfTestError, selfTest } from './self-test.ts';
import { workerModel } from './worker-model.ts';

/** A processor of which we decide whether its fast and its exact arithmetic are right. */
function processor({ fast, exact }: { fast: boolean; exact: boolean }, dimensions = 384) {
  const tasks: WorkerTask[] = [];
  const pool: EmbeddingPool = {
    threads: 2,
    maxWaiting: 16,
    waiting: 0,
    admit: () => {},
    close: async () => {},
    read: () => Promise.reject(new Error('not for reading')),
    async run(task) {
      tasks.push(task);
      const known = allMiniLm.references.find(({ text }) => prepareText(text, 'passage', allMiniLm) === task.text);
      const right = task.model.key.endsWith(':exact') ? exact : fast;
      const sentence = new Float32Array(dimensions);
      known?.head.forEach((value, at) => {
        // What rounding does, and what saturation does.
        sentence[at] = right ? value + 0.002 * (-1) ** at : Math.abs(value);
      });
      return { sentence };
    },
  };
  return { pool, tasks };
}
const model = workerModel(allMiniLm, '/models/all-MiniLM-L6-v2');

describe('selfTest', () => {
  it('leaves a model alone that works, and has loaded it in every thread', async () => {
    const { pool, tasks } = processor({ fast: true, exact: true });
    expect(await selfTest(allMiniLm, model, pool, expect.unreachable)).toBe(model);
    expect(tasks.length).toBeGreaterThanOrEqual(pool.threads);
  });

  it('turns to exact products where the fast ones are wrong, and says so', async () => {
    const notices: string[] = [];
    const { pool } = processor({ fast: false, exact: true });
    const chosen = await selfTest(allMiniLm, model, pool, (notice) => notices.push(notice));
    expect(chosen.sessionOptions).toMatchObject({
      intraOpNumThreads: 1,
      extra: { session: { x64quantprecision: '1' } },
    });
    expect(notices).toEqual([expect.stringContaining('all-MiniLM-L6-v2: this processor needs exact 8-bit products')]);
  });

  it('refuses a machine where neither is right', async () => {
    const { pool } = processor({ fast: false, exact: false });
    await expect(selfTest(allMiniLm, model, pool, expect.unreachable)).rejects.toThrow(ModelSelfTestError);
  });

  it('refuses a model of other dimensions than described', async () => {
    const { pool } = processor({ fast: true, exact: true }, 512);
    await expect(selfTest(allMiniLm, model, pool)).rejects.toThrow('has 512 dimensions, described as 384');
  });
});
