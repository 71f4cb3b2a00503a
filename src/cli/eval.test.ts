import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerEval } from './eval.ts';

const source = `
- {id: thanks, lang: zh, kind: smalltalk, resolvable: true, turns: [{customer: 谢谢, expect: {action: smalltalk}}]}
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-eval-'));
  await writeFile(join(folder, 'cases.yaml'), source);
});
afterAll(() => rm(folder, { recursive: true }));

/** Opening the engine is the first thing that needs the knowledge, and fails here for the want of it. */
function run(...own: string[]): Promise<unknown> {
  const program = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  registerEval(program);
  const cases = ['--cases', join(folder, 'cases.yaml'), '--knowledge', join(folder, 'no-knowledge')];
  return program.parseAsync(['eval', ...cases, ...own], { from: 'user' });
}

describe('xiaoer eval', () => {
  it('opens the engine for cases that can be read', async () => {
    await expect(run()).rejects.toThrow('no-knowledge cannot be read');
  });

  it('says which halves there are', async () => {
    await expect(run('--split', 'foo')).rejects.toThrow('Allowed choices are dev, test, all.');
  });

  it.each([
    ['cases', 'nowhere', 'no file or folder'],
    ['thresholds', 'nowhere.yaml', 'Cannot read the thresholds'],
    ['thresholds', 'cases.yaml', 'cases.yaml:1: the file: must be lines of the form'],
    ['baseline', 'nowhere.json', 'Cannot read the baseline'],
    ['baseline', 'cases.yaml', 'is not JSON'],
  ])('tells of wrong %s (%s) before it opens the engine', async (option, file, message) => {
    await expect(run(`--${option}`, join(folder, file))).rejects.toThrow(message);
  });
});
