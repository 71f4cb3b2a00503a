import { describe, expect, it } from 'vitest';
import { type ScriptedTurn, scriptedResult } from '../../test/fakes/scripted-turns.ts';
import type { Expectation } from './case-schema.ts';
import { scoreTurn } from './score-turn.ts';

const expectation = (own: Partial<Expectation> & Pick<Expectation, 'action'>): Expectation => ({
  article: [],
  contains_any: [],
  not_contains: [],
  ...own,
});
const answerOfA = expectation({ action: ['answer'], article: ['a', 'b'], contains_any: ['3 个工作日'] });
const refusal = expectation({ action: ['refuse', 'clarify'] });
const angry = expectation({ action: ['escalate'], reason: ['anger'] });
const thanks = expectation({ action: ['smalltalk'], not_contains: ['refund'] });

describe('scoreTurn', () => {
  it.each<[string, Expectation, ScriptedTurn, { met: boolean; wrong: boolean }]>([
    [
      'cites one of the articles',
      answerOfA,
      { action: 'answer', article: 'b', reply: '要3个工作日' },
      { met: true, wrong: false },
    ],
    [
      'cites another article',
      answerOfA,
      { action: 'answer', article: 'c', reply: '3 个工作日' },
      { met: false, wrong: true },
    ],
    ['lacks the figure', answerOfA, { action: 'answer', article: 'a', reply: '很快' }, { met: false, wrong: true }],
    [
      'says nothing at all',
      expectation({ action: ['answer'], article: ['a'] }),
      { action: 'answer', article: 'a', reply: ' ' },
      { met: false, wrong: true },
    ],
    ['asks instead of answering', answerOfA, { action: 'clarify' }, { met: false, wrong: false }],
    [
      'calls a person instead of answering',
      answerOfA,
      { action: 'escalate', reason: 'anger' },
      { met: false, wrong: false },
    ],
    ['chats instead of answering', answerOfA, { action: 'smalltalk' }, { met: false, wrong: true }],
    ['answers what it should refuse', refusal, { action: 'answer', article: 'a' }, { met: false, wrong: true }],
    ['looks up what it should refuse', refusal, { action: 'lookup' }, { met: false, wrong: true }],
    ['chats where it should refuse', refusal, { action: 'smalltalk' }, { met: false, wrong: true }],
    ['chats with an angry customer', angry, { action: 'smalltalk' }, { met: false, wrong: true }],
    ['escalates for another reason', angry, { action: 'escalate', reason: 'legal' }, { met: false, wrong: false }],
    ['escalates for the reason', angry, { action: 'escalate', reason: 'anger' }, { met: true, wrong: false }],
    [
      'says what it must not',
      thanks,
      { action: 'smalltalk', reply: 'Your REFUND is here' },
      { met: false, wrong: true },
    ],
  ])('%s', (_name, expect_, turn, verdict) => {
    expect(scoreTurn(expect_, scriptedResult(turn))).toMatchObject(verdict);
  });

  it('checks only what the action taken can show', () => {
    const either = expectation({
      action: ['answer', 'escalate'],
      article: ['a'],
      contains_any: ['x'],
      reason: ['staff_only'],
    });
    expect(scoreTurn(either, scriptedResult({ action: 'escalate', reason: 'staff_only' })).met).toBe(true);
    expect(scoreTurn(either, scriptedResult({ action: 'answer', article: 'a', reply: 'x' })).met).toBe(true);
    const live = expectation({ action: ['answer', 'lookup'], article: ['a'] });
    expect(scoreTurn(live, scriptedResult({ action: 'lookup' })).met).toBe(true);
  });

  it('explains every check that failed', () => {
    const { problems } = scoreTurn(answerOfA, scriptedResult({ action: 'answer', article: 'c', reply: '很快' }));
    expect(problems).toEqual(['expected a citation of a or b, got c', 'the reply lacks “3 个工作日”']);
  });
});
