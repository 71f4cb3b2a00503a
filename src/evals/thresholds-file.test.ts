import { mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { thresholdsFile } from './thresholds-file.ts';

let root: string;
let own: { file: string; root: string };
beforeAll(async () => {
  root = join(await realpath(await mkdtemp(join(tmpdir(), 'thresholds-file-'))), 'package');
  await mkdir(join(root, 'evals/everyday/cases'), { recursive: true });
  await symlink(root, `${root}-link`);
  own = { file: join(root, 'evals/thresholds.yaml'), root };
});
afterAll(() => rm(join(root, '..'), { recursive: true }));

describe('thresholdsFile', () => {
  it('holds the cases of the package against its limits, however they are reached', async () => {
    const cases = join(root, 'evals/everyday/cases');
    for (const path of [cases, relative(process.cwd(), cases), `${root}-link/evals/everyday/cases`]) {
      expect(await thresholdsFile(root, { cases: path })).toEqual(own);
    }
  });

  it('has none for cases of others', async () => {
    for (const cases of [join(root, '..'), join(root, 'evals-of-mine'), 'nowhere']) {
      expect(await thresholdsFile(root, { cases })).toBeUndefined();
    }
  });

  it('takes the file that is given, and its folders as seen from there', async () => {
    const run = (thresholds: string) => thresholdsFile(root, { cases: join(root, 'evals/everyday/cases'), thresholds });
    expect(await run('/shop/limits.yaml')).toEqual({ file: '/shop/limits.yaml', root: '/shop' });
    expect(await run(own.file)).toEqual(own);
  });
});
