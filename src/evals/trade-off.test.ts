import { expect, it } from 'vitest';
import { type ScriptedTurn, scriptedTurns } from '../../test/fakes/scripted-turns.ts';
import { parseCases } from './parse-cases.ts';
import { tradeOff } from './trade-off.ts';

it('shows fewer wrong answers and fewer resolved cases as the threshold rises', async () => {
  const { cases } = parseCases(
    'cases.yaml',
    `
- {id: right, lang: zh, kind: k, resolvable: true, turns: [{customer: right, expect: {action: answer, article: a}}]}
- {id: wrong, lang: zh, kind: k, resolvable: false, turns: [{customer: wrong, expect: {action: refuse}}]}
`,
  );
  const scores = { right: 0.8, wrong: 0.3 };
  const engineAt = (threshold: number) => {
    const act = (score: number): ScriptedTurn =>
      score >= threshold ? { action: 'answer', article: 'a' } : { action: 'refuse' };
    return scriptedTurns({ right: act(scores.right), wrong: act(scores.wrong) });
  };
  const points = await tradeOff(cases, engineAt, { thresholds: [0.9, 0.1], chosen: 0.5 });
  expect(points.map((point) => [point.threshold, point.ofResolvable, point.wrongAnswerRate, point.chosen])).toEqual([
    [0.1, 1, 0.5, false],
    [0.5, 1, 0, true],
    [0.9, 0, 0, false],
  ]);
  expect(await tradeOff(cases, engineAt)).toHaveLength(12);
});
