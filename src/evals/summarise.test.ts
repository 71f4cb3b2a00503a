import { describe, expect, it } from 'vitest';
import { type ScriptedTurn, scriptedTurns } from '../../test/fakes/scripted-turns.ts';
import { latencyPercentiles } from './latency-percentiles.ts';
import { parseCases } from './parse-cases.ts';
import { runCases } from './run-cases.ts';
import { scoreCases } from './score.ts';
import { summarise } from './summarise.ts';

const { cases } = parseCases(
  'cases.yaml',
  `
- {id: right, lang: zh, kind: direct, resolvable: true, turns: [{customer: right, expect: {action: answer, article: a}}]}
- {id: misled, lang: en, kind: direct, resolvable: true, turns: [{customer: misled, expect: {action: answer, article: a}}]}
- {id: handed-over, lang: en, kind: direct, resolvable: true, turns: [{customer: handed-over, expect: {action: [answer, escalate], article: a}}]}
- {id: furious, lang: zh, kind: anger, resolvable: false, turns: [{customer: furious, expect: {action: escalate, reason: anger}}, {customer: silent, expect: {action: silent}}]}
- {id: missed, lang: zh, kind: anger, resolvable: false, turns: [{customer: missed, expect: {action: escalate, reason: anger}}]}
- {id: other-reason, lang: zh, kind: anger, resolvable: false, turns: [{customer: other-reason, expect: {action: escalate, reason: anger}}]}
- {id: needless, lang: zh, kind: vague, resolvable: false, turns: [{customer: needless, expect: {action: clarify}}]}
`,
);
const script: Record<string, ScriptedTurn> = {
  right: { action: 'answer', article: 'a' },
  misled: { action: 'answer', article: 'b' },
  'handed-over': { action: 'escalate', reason: 'staff_only' },
  furious: { action: 'escalate', reason: 'anger' },
  missed: { action: 'clarify' },
  'other-reason': { action: 'escalate', reason: 'legal' },
  needless: { action: 'escalate', reason: 'anger' },
};

async function scored() {
  const readings = [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 100];
  return scoreCases(await runCases(scriptedTurns(script), cases, { stopwatch: () => readings.shift() ?? 0 }));
}

describe('summarise', () => {
  it('counts as the contract defines', async () => {
    expect(summarise(await scored(), 'all')).toMatchObject({
      cases: 7,
      turns: 8,
      resolvable: 3,
      autoResolved: 1,
      autoResolutionRate: 0.142857,
      ofResolvable: 0.333333,
      wrongAnswers: 1,
      wrongAnswerRate: 0.125,
      escalation: { precision: 0.75, recall: 0.666667, missed: 1, needless: 1 },
      needlessRate: 0.25,
      byKind: { anger: { cases: 3, passed: 1 }, direct: { cases: 3, passed: 2 }, vague: { cases: 1, passed: 0 } },
      byLanguage: { en: { cases: 2, passed: 1 }, zh: { cases: 5, passed: 2 } },
      byReason: { anger: { expected: 3, escalated: 2, rightReason: 1 } },
    });
  });

  it('lists what failed with what misled it', async () => {
    const { failures, results } = summarise(await scored(), 'all');
    expect(failures.map(({ id, turn, wrong }) => ({ id, turn, wrong }))).toEqual([
      { id: 'misled', turn: 1, wrong: true },
      { id: 'missed', turn: 1, wrong: false },
      { id: 'other-reason', turn: 1, wrong: false },
      { id: 'needless', turn: 1, wrong: false },
    ]);
    expect(failures[0]).toMatchObject({
      got: { action: 'answer', article: ['b'] },
      candidates: [{ article: 'b', score: 0.9 }],
    });
    expect(results.find((result) => result.id === 'handed-over')).toEqual({
      id: 'handed-over',
      passed: true,
      autoResolved: false,
      wrong: false,
    });
  });

  it('counts the answers that quote two articles', async () => {
    const two: Record<string, ScriptedTurn> = {
      ...script,
      right: { action: 'answer', article: 'a', second: 'b' },
      misled: { action: 'answer', article: 'b', second: 'b' },
      missed: { action: 'answer', article: 'a' },
    };
    const { rates } = summarise(scoreCases(await runCases(scriptedTurns(two), cases)), 'all');
    expect(rates.twoArticles).toMatchObject({ hits: 1, of: 3 });
  });

  it('leaves a rate null when there is nothing to count', async () => {
    const scores = scoreCases(await runCases(scriptedTurns(script), [cases[6]]));
    expect(summarise(scores, 'all')).toMatchObject({ ofResolvable: null, escalation: { recall: null, precision: 0 } });
  });

  it('takes latency over engine turns only', async () => {
    const scores = await scored();
    expect(scores[3].turns[1].milliseconds).toBeUndefined();
    expect(latencyPercentiles(scores)).toEqual({ p50: 4, p95: 100, p99: 100 });
    expect(latencyPercentiles([])).toEqual({ p50: null, p95: null, p99: null });
  });
});
