import { describe, expect, it } from 'vitest';
import { scriptedTurns } from '../../test/fakes/scripted-turns.ts';
import { parseCases } from './parse-cases.ts';
import { runCases } from './run-cases.ts';

const { cases } = parseCases(
  'cases.yaml',
  `
- {id: one, lang: zh, kind: k, resolvable: false, turns: [{customer: [你们, 太过分了], expect: {action: escalate}}, {customer: 人呢, expect: {action: silent}}]}
- {id: two, lang: en, kind: k, resolvable: true, turns: [{customer: price?, expect: {action: answer}}, {customer: thanks, expect: {action: smalltalk}}]}
`,
);
const script = {
  '你们 太过分了': { action: 'escalate', reason: 'anger', reply: '马上转人工' },
  'price?': { action: 'answer', article: 'price', reply: 'ten' },
  thanks: { action: 'smalltalk' },
} as const;

describe('runCases', () => {
  it('remembers earlier turns through the same events as the server', async () => {
    const engine = scriptedTurns(script);
    await runCases(engine, [cases[1]]);
    const [first, second] = engine.calls;
    expect(first.state).toMatchObject({ status: 'bot', turns: [], transcript: [] });
    expect(second.state.turns).toMatchObject([{ text: 'price?', action: 'answer', reply: 'ten' }]);
    expect(second.state.transcript.map((line) => line.role)).toEqual(['customer', 'bot']);
    expect(second.input.now).toBeGreaterThan(first.input.now);
  });

  it('passes a burst as one turn, then stays silent without calling the engine', async () => {
    const engine = scriptedTurns(script);
    const [run] = await runCases(engine, [cases[0]]);
    expect(engine.calls.map((call) => call.input.texts)).toEqual([['你们', '太过分了']]);
    expect(run.turns.map((turn) => turn.got.action)).toEqual(['escalate', 'silent']);
    expect(run.turns[1].milliseconds).toBeUndefined();
  });

  it('gives results in order and equal to a sequential run, whatever the concurrency', async () => {
    const stopwatch = () => 0;
    const many = Array.from({ length: 20 }, (_, index) => ({ ...cases[index % 2], id: `case-${index}` }));
    const sequential = await runCases(scriptedTurns(script), many, { stopwatch });
    const concurrent = await runCases(scriptedTurns(script), many, { stopwatch, concurrency: 7 });
    expect(concurrent).toEqual(sequential);
    expect(concurrent.map((run) => run.case.id)).toEqual(many.map((one) => one.id));
  });

  it('names the case and turn in which the engine failed', async () => {
    await expect(runCases(scriptedTurns({}), cases)).rejects.toThrow('The engine failed in case one turn 1');
  });
});
