import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEvalInputs } from './read-eval-inputs.ts';

const source = `
- {id: thanks, lang: zh, kind: smalltalk, resolvable: true, turns: [{customer: 谢谢, expect: {action: smalltalk}}]}
`;

let folder: string;
let cases: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inputs-'));
  cases = join(folder, 'cases.yaml');
  await writeFile(cases, source);
});
afterAll(() => rm(folder, { recursive: true }));

async function reportOf(...ids: string[]): Promise<string> {
  const file = join(folder, `${ids.join('-')}.json`);
  const results = ids.map((id) => ({ id, passed: true, autoResolved: true, wrong: false }));
  await writeFile(file, JSON.stringify({ rates: {}, results }));
  return file;
}

describe('readEvalInputs', () => {
  it('reads the cases, and a baseline that has one of them', async () => {
    const baseline = await reportOf('other', 'thanks');
    const inputs = await readEvalInputs({ cases, baseline });
    expect(inputs).toMatchObject({ casesPath: cases, split: 'all', cases: [{ id: 'thanks' }] });
    expect(inputs.baseline?.results).toHaveLength(2);
  });

  it('refuses a baseline of other cases, for which there is nothing to compare', async () => {
    const baseline = await reportOf('other', 'others');
    await expect(readEvalInputs({ cases, baseline })).rejects.toThrow(
      `Nothing to compare: the baseline ${baseline} has none of the 1 cases of ${cases} (split all)`,
    );
  });

  it('refuses a baseline that is no report', async () => {
    await expect(readEvalInputs({ cases, baseline: cases })).rejects.toThrow('is not JSON');
  });
});
