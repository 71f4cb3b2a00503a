import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EvalRequest, runEval } from './eval-command.ts';
import { readEvalInputs } from './read-eval-inputs.ts';
import { type ScriptedTurn, scriptedEngine, scriptedResult } from './scripted-engine.ts';
import type { Investigator } from './turn-evidence.ts';

const source = `
- {id: right, lang: zh, kind: direct, resolvable: true, turns: [{customer: right, expect: {action: answer, article: a, intent: refund}}]}
- id: misled
  lang: en
  kind: direct
  resolvable: true
  turns:
    - customer: <script>alert(1)</script> & "quotes"
      expect: {action: answer, article: a, intent: refund}
- {id: furious, lang: zh, kind: anger, resolvable: false, turns: [{customer: furious, expect: {action: escalate, reason: anger}}]}
`;
const script: Record<string, ScriptedTurn> = {
  right: { action: 'answer', article: 'a', intent: 'refund' },
  '<script>alert(1)</script> & "quotes"': {
    action: 'answer',
    article: 'b',
    intent: 'price',
    reply: '<img src=x onerror=y>',
  },
  furious: { action: 'escalate', reason: 'anger' },
};
const thresholds = { minOfResolvable: 0.5, maxWrongAnswerRate: 0.5, minEscalationRecall: 1, maxNeedlessRate: 0 };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eval-'));
  await writeFile(join(folder, 'cases.yaml'), source);
});
afterAll(() => rm(folder, { recursive: true }));

async function run({ baseline, ...own }: Partial<EvalRequest> & { baseline?: string } = {}) {
  const files = new Map<string, string>();
  const outcome = await runEval({
    inputs: await readEvalInputs({ cases: join(folder, 'cases.yaml'), baseline }),
    articles: new Set(['a', 'b']),
    reportDir: 'out',
    engine: scriptedEngine(script),
    engineAt: () => scriptedEngine(script),
    answerThreshold: 0.5,
    thresholds,
    write: async (file, content) => void files.set(file, content),
    ...own,
  });
  return { ...outcome, files };
}

describe('runEval', () => {
  it('asks nothing of a run without limits, and says so', async () => {
    const { exitCode, summary, table } = await run({ thresholds: undefined });
    expect([exitCode, summary.thresholds]).toEqual([0, []]);
    expect(table).toContain('no limits: --thresholds FILE');
  });

  it('exits with 1 exactly when a threshold is not met', async () => {
    expect((await run()).exitCode).toBe(0);
    const strict = await run({ thresholds: { ...thresholds, minOfResolvable: 0.85 } });
    expect(strict.exitCode).toBe(1);
    expect(strict.table).toMatch(/Auto-resolved, of resolvable +50\.0% .*NOT MET/);
  });

  it('writes the same JSON in every run up to the latency, which stands last', async () => {
    const stable = (json = '') => json.slice(0, json.indexOf('"latencyMs"'));
    const [one, other] = [await run(), await run()].map(({ files }) => stable(files.get(join('out', 'report.json'))));
    expect(one).toBe(other);
    expect(one).toContain('"results"');
  });

  it('writes no files without a report folder', async () => {
    const { files, summary } = await run({ reportDir: undefined });
    expect(files.size).toBe(0);
    expect(summary.tradeOff).toBeUndefined();
  });

  it('compares with an earlier report', async () => {
    const before = await run();
    const baseline = join(folder, 'before.json');
    await writeFile(baseline, before.files.get(join('out', 'report.json')) ?? '');
    const worse = { ...script, right: { action: 'refuse' } as const };
    const { summary, files, table } = await run({ baseline, engine: scriptedEngine(worse) });
    expect(summary.baseline?.newlyFailing).toEqual(['right']);
    expect(table).toContain('newly failing: right');
    expect(files.get(join('out', 'report.html'))).toContain('Changes since the baseline');
    expect(table).toContain('\n3 cases in both, 0 only now, 0 only before\n');
  });

  it('says which cases the comparison leaves out, and of which cases the rates are', async () => {
    const baseline = join(folder, 'other.json');
    const passed = { passed: true, autoResolved: true, wrong: false };
    const results = ['right', 'gone', 'lost'].map((id) => ({ id, ...passed }));
    await writeFile(baseline, JSON.stringify({ rates: {}, results }));
    expect((await run({ baseline })).table).toContain(
      '\n1 cases in both, 2 only now, 2 only before; the rates below are over all cases of each run\n',
    );
  });

  it('counts no wrong answer where a case expects an article that is not there', async () => {
    await expect(run({ articles: new Set(['b']) })).rejects.toThrow(
      `${join(folder, 'cases.yaml')}:2: case right: turns[0].expect.article[0]: no article a`,
    );
  });

  it('makes one page that loads nothing and runs nothing that a customer wrote', async () => {
    const page = (await run()).files.get(join('out', 'report.html')) ?? '';
    expect(page).not.toMatch(/<script|<img|<link|@import|url\(|https?:\/\//);
    expect(page).toContain('&#60;script&#62;alert(1)&#60;/script&#62; &#38; &#34;quotes&#34;');
    for (const part of ['Trade-off', 'Articles cited instead', 'Intents taken for others', 'Latency of a turn'])
      expect(page).toContain(part);
  });

  it('groups failures by kind, with what misled them and what was played again', async () => {
    const nearest = [{ kind: 'question', text: '<b>nearest</b>', similarity: 0.912 }] as const;
    const investigator: Investigator = {
      answerThreshold: 0.56,
      async gather() {
        const of = { title: 'Title', text: '', nearest, missing: [{ word: 'zebra', anywhere: false }], speaksOf: [] };
        const articles = [
          { ...of, article: 'b', role: 'found' },
          { ...of, article: 'a', role: 'expected' },
        ] as const;
        return { readings: [], readAs: '', articles, examples: [], needs: [], signals: [] };
      },
      replay: async () => scriptedResult({ action: 'answer', article: 'a' }),
    };
    const { files, summary } = await run({ investigator });
    expect(summary.failureKinds).toMatchObject([
      { kind: 'not_found', turns: 1, share: 1, wrong: 1, mendedByQuestion: 1 },
    ]);
    expect(summary.failures[0]).toMatchObject({ id: 'misled', turn: 1, kind: 'not_found' });
    expect(summary.failures[0].neighbours?.[0]).toEqual({ article: 'b', ...nearest[0] });
    const page = files.get(join('out', 'report.html')) ?? '';
    for (const part of [
      'Right article not among the candidates <span class="badge">1</span>',
      'id="case-misled"',
      '&#60;b&#62;nearest&#60;/b&#62;',
      'zebra',
      '✓ This message as a sample question of a',
      'played again: right, answer',
    ])
      expect(page).toContain(part);
    expect(page).not.toContain('<b>nearest');
  });

  it('looks into nothing without a report folder', async () => {
    const fails = async () => Promise.reject(new Error('not to be called'));
    const investigator: Investigator = { answerThreshold: 0.56, gather: fails, replay: fails };
    expect((await run({ reportDir: undefined, investigator })).summary.failureKinds).toBeUndefined();
  });

  it('writes JUnit XML with a failure for each failed case', async () => {
    const xml = (await run()).files.get(join('out', 'junit.xml')) ?? '';
    expect(xml).toContain('<testsuites name="conversations" tests="3" failures="1"');
    expect(xml).toContain('<failure type="wrong-answer" message="turn 1: expected a citation of a, got b">');
    expect(xml).not.toContain('<script>');
  });
});
