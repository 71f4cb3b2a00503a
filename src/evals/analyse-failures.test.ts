import { describe, expect, it } from 'vitest';
import { scriptedResult, scriptedTurns } from '../../test/fakes/scripted-turns.ts';
import { analyseFailures, countKinds } from './analyse-failures.ts';
import { parseCases } from './parse-cases.ts';
import { runCases } from './run-cases.ts';
import { scoreCases } from './score.ts';
import type { Change, Investigator } from './turn-evidence.ts';

const source = `
- {id: fine, lang: en, kind: direct, resolvable: true, turns: [{customer: fine, expect: {action: answer, article: a}}]}
- id: two
  lang: en
  kind: direct
  resolvable: true
  turns:
    - {customer: fine, expect: {action: answer, article: a}}
    - {customer: unsure, expect: {action: answer, article: a}}
- {id: bold, lang: en, kind: near, resolvable: false, turns: [{customer: bold, expect: {action: refuse}}]}
- {id: owned, lang: en, kind: human, resolvable: false, turns: [{customer: person, expect: {action: escalate}}, {customer: fine, expect: {action: answer}}]}
`;
const engine = () =>
  scriptedTurns({
    fine: { action: 'answer', article: 'a' },
    unsure: { action: 'clarify', article: 'a', score: 0.4 },
    bold: { action: 'answer', article: 'b' },
    person: { action: 'escalate', reason: 'human_request' },
  });

async function analysed() {
  const tried: Change[] = [];
  const investigator: Investigator = {
    answerThreshold: 0.56,
    async gather({ expect: { article } }) {
      const of = { text: '', nearest: [], missing: [{ word: 'zebra', anywhere: false }], speaksOf: [] };
      const articles = article.map((id) => ({ ...of, article: id, role: 'expected' as const, title: id }));
      return { readings: [], readAs: '', articles, examples: [], needs: [], signals: [] };
    },
    async replay(_, change) {
      tried.push(change);
      return scriptedResult(
        change.kind === 'question_added' ? { action: 'answer', article: 'a' } : { action: 'answer' },
      );
    },
  };
  const scores = scoreCases(await runCases(engine(), parseCases('cases.yaml', source).cases));
  return { failures: await analyseFailures(scores, investigator), tried, scores };
}

describe('analyseFailures', () => {
  it('looks into failed turns only and keeps the conversation before them', async () => {
    const { failures } = await analysed();
    expect(failures.map(({ case: { id }, turn, kind }) => [id, turn.turn, kind])).toEqual([
      ['two', 2, 'held_back'],
      ['bold', 1, 'answered_unknown'],
      ['owned', 2, 'earlier_turn'],
    ]);
    expect(failures[0].before.map(({ texts }) => texts)).toEqual([['fine']]);
  });

  it('puts what mended the turn first, and what was tried in vain last', async () => {
    const { failures, tried } = await analysed();
    expect(tried).toContainEqual({ kind: 'question_added', article: 'a', question: 'unsure' });
    expect(failures[0].fixes.map(({ status }) => status)).toEqual(['mends', 'told']);
    expect(failures[1].fixes.map(({ status }) => status)).toEqual(['fails']);
    expect(failures[2].fixes).toEqual([]);
  });

  it('names kinds without an investigator, too', async () => {
    const { scores } = await analysed();
    const kinds = (await analyseFailures(scores, undefined, 0.56)).map(({ kind }) => kind);
    expect(kinds).toEqual(['held_back', 'answered_unknown', 'earlier_turn']);
  });

  it('counts kinds with their share, wrong answers and what a change mended', async () => {
    const { failures } = await analysed();
    expect(countKinds([...failures, failures[0]])[0]).toEqual({
      kind: 'held_back',
      turns: 2,
      share: 0.5,
      wrong: 0,
      mendedByQuestion: 2,
      mendedByThreshold: 0,
    });
  });
});
