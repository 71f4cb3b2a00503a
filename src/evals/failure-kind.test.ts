import { describe, expect, it } from 'vitest';
import { type ScriptedTurn, scriptedResult } from '../../test/fakes/scripted-turns.ts';
import type { Awaiting } from '../domain/turn.ts';
import type { Expectation } from './case-schema.ts';
import { FAILURE_KINDS, type FailureKind, failureKind } from './failure-kind.ts';
import type { ReadingEvidence } from './turn-evidence.ts';

const expected = (own: Partial<Expectation>): Expectation => ({
  action: ['answer'],
  article: ['right'],
  contains_any: [],
  not_contains: [],
  ...own,
});

interface Given {
  readonly expect?: Partial<Expectation>;
  readonly got: ScriptedTurn;
  readonly found?: readonly string[];
  readonly awaiting?: Awaiting;
  readonly readings?: readonly ReadingEvidence[];
  readonly isGone?: boolean;
}

function kindOf({ expect: own = {}, got, found = [], awaiting, readings = [], isGone }: Given): FailureKind {
  const candidates = found.map((article, index) => ({ article, score: 0.4 - index / 10 }));
  const articles = [
    {
      article: 'right',
      role: 'expected',
      title: isGone ? undefined : 'Right',
      text: '',
      nearest: [],
      missing: [],
      speaksOf: [],
    },
  ] as const;
  const turn = { expect: expected(own), got: { ...scriptedResult(got), candidates, awaiting } };
  return failureKind(turn, { answerThreshold: 0.56, evidence: { readings, articles } });
}

const knows = { action: ['refuse' as const, 'clarify' as const, 'escalate' as const], article: [] };
const order = { slot: 'order_number', text: '' } as const;

// One turn a kind: a kind that is named for another's turn, or never, fails here.
const turns: Readonly<Record<FailureKind, Given>> = {
  held_back: { got: { action: 'clarify' }, found: ['right', 'other'] },
  outranked: { got: { action: 'answer', article: 'other' }, found: ['other', 'right'] },
  not_found: { got: { action: 'refuse' }, found: ['other'] },
  followup_misread: {
    got: { action: 'clarify' },
    found: ['other', 'right'],
    readings: [
      { text: 'how long', probability: 0.2, article: 'other' },
      { text: 'refunds how long', probability: 0.8, article: 'right' },
    ],
  },
  asked_number: { got: { action: 'clarify' }, awaiting: order, found: ['right'] },
  lookup_needless: { got: { action: 'lookup' }, found: ['right'] },
  lookup_missed: { expect: { action: ['lookup'], article: [] }, got: { action: 'answer', article: 'other' } },
  answered_unknown: { expect: knows, got: { action: 'answer', article: 'other' } },
  answered_vague: { expect: { action: ['clarify'], article: [] }, got: { action: 'answer', article: 'other' } },
  wrong_words: { expect: { contains_any: ['48'] }, got: { action: 'answer', article: 'right' }, found: ['right'] },
  person_missed: { expect: { action: ['escalate'], article: [] }, got: { action: 'answer', article: 'other' } },
  person_needless: { got: { action: 'escalate', reason: 'anger' }, found: ['right'] },
  wrong_reason: {
    expect: { action: ['escalate'], reason: ['legal'], article: [] },
    got: { action: 'escalate', reason: 'anger' },
  },
  smalltalk_mistaken: { expect: { action: ['smalltalk'], article: [] }, got: { action: 'refuse' } },
  asked_back: { expect: { action: ['refuse'], article: [] }, got: { action: 'clarify' } },
  not_asked_back: { expect: { action: ['clarify'], article: [] }, got: { action: 'refuse' } },
  not_answered: { expect: { article: [] }, got: { action: 'refuse' } },
  article_gone: { got: { action: 'refuse' }, isGone: true },
  earlier_turn: { expect: { action: ['silent'], article: [] }, got: { action: 'answer', article: 'other' } },
};

describe('failureKind', () => {
  it.each(Object.entries(turns))('names %s', (kind, given) => {
    expect(kindOf(given)).toBe(kind);
  });

  it('has a turn here for every kind that has a name', () => {
    expect(Object.keys(turns).sort()).toEqual(Object.keys(FAILURE_KINDS).sort());
  });

  it('takes silence for the doing of an earlier turn, and a question for small talk as mistaken', () => {
    expect(kindOf({ got: { action: 'silent' } })).toBe('earlier_turn');
    expect(kindOf({ got: { action: 'smalltalk' }, found: ['right'] })).toBe('smalltalk_mistaken');
  });

  it('does not blame the follow-up when no reading found the right article surely enough', () => {
    const readings = [
      { text: 'how long', probability: 0.2, article: 'other' },
      { text: 'refunds how long', probability: 0.5, article: 'right' },
    ];
    expect(kindOf({ got: { action: 'clarify' }, found: ['other', 'right'], readings })).toBe('outranked');
    expect(kindOf({ got: { action: 'clarify' }, found: ['right'], readings: readings.slice(1) })).toBe('held_back');
  });
});
