import { describe, expect, it } from 'vitest';
import { type ScriptedTurn, scriptedResult } from '../../test/fakes/scripted-turns.ts';
import type { Expectation } from './case-schema.ts';
import type { FailureKind } from './failure-kind.ts';
import { proposeChanges } from './propose-changes.ts';
import type { TurnScore } from './score.ts';
import { scoreTurn } from './score-turn.ts';
import { thresholdCost } from './threshold-cost.ts';
import type { ArticleEvidence, TurnEvidence } from './turn-evidence.ts';
import { describeReplay, readFixes } from './what-would-fix.ts';

function turnOf(own: Partial<Expectation>, did: ScriptedTurn, answerProbability?: number): TurnScore {
  const expected: Expectation = { action: ['answer'], article: ['due'], contains_any: [], not_contains: [], ...own };
  const got = { ...scriptedResult(did), answerProbability };
  return { turn: 1, texts: ['how', 'long'], expect: expected, got, ...scoreTurn(expected, got) };
}

const article = (own: Partial<ArticleEvidence> = {}): ArticleEvidence => ({
  article: 'due',
  role: 'expected',
  title: 'Due',
  text: 'Refunds take 48 hours.',
  nearest: [],
  missing: [],
  speaksOf: ['refund_timing'],
  ...own,
});
const evidenceOf = (own: Partial<TurnEvidence>): TurnEvidence => ({
  readings: [],
  readAs: 'how long',
  articles: [article()],
  examples: [],
  needs: [],
  signals: [],
  ...own,
});
const drawing = article({
  article: 'near',
  role: 'found',
  nearest: [{ kind: 'question', text: 'how long does it take', similarity: 0.9 }],
});

describe('proposeChanges', () => {
  const kinds = (turn: TurnScore, kind: FailureKind, evidence = evidenceOf({})) => proposeChanges(turn, kind, evidence);

  it('tries the message as a sample question, and the highest threshold that answers what was held back', () => {
    expect(kinds(turnOf({}, { action: 'clarify' }, 0.4789), 'held_back')).toEqual([
      { kind: 'question_added', article: 'due', question: 'how long' },
      { kind: 'threshold', answer: 0.47 },
    ]);
  });

  it('tries no article that does not exist', () => {
    const gone = evidenceOf({ articles: [article({ title: undefined })] });
    expect(kinds(turnOf({}, { action: 'refuse' }, 0.01), 'not_found', gone)).toEqual([]);
  });

  it('takes away the sample question that drew a message in, and holds back what was answered too surely', () => {
    const turn = turnOf({ action: ['refuse'], article: [] }, { action: 'answer', article: 'near' }, 0.83);
    expect(kinds(turn, 'answered_unknown', evidenceOf({ articles: [drawing] }))).toEqual([
      { kind: 'question_removed', article: 'near', question: 'how long does it take' },
      { kind: 'threshold', answer: 0.84 },
    ]);
  });

  it('reads away the need that called a person, and reads in the one that was missed; not what the turns before called for', () => {
    const needless = (reason: ScriptedTurn['reason']) =>
      kinds(turnOf({ article: [] }, { action: 'escalate', reason }), 'person_needless', evidenceOf({ articles: [] }));
    expect(needless('anger')).toEqual([{ kind: 'need_set', need: 'anger', probability: 0 }]);
    expect(needless('repeated_failure')).toEqual([]);
    const missed = turnOf({ action: ['escalate'], reason: ['legal'], article: [] }, { action: 'refuse' });
    expect(kinds(missed, 'person_missed')).toEqual([{ kind: 'need_set', need: 'legal', probability: 1 }]);
  });
});

describe('describeReplay', () => {
  const turn = turnOf({}, { action: 'clarify' }, 0.47);
  const added = { kind: 'question_added', article: 'due', question: 'how long' } as const;

  it('mends exactly when the turn played again is met', () => {
    const right = { ...scriptedResult({ action: 'answer', article: 'due' }), answerProbability: 0.91 };
    expect(describeReplay(turn, added, right)).toMatchObject({
      status: 'mends',
      finding: 'played again: right, answer at 0.91',
      article: 'due',
    });
    const misled = describeReplay(turn, added, scriptedResult({ action: 'answer', article: 'near' }));
    expect(misled).toMatchObject({
      status: 'fails',
      finding: 'played again: still not right, answer, expected a citation of due, got near',
    });
  });

  it('says on which side a threshold lies and what it costs', () => {
    const right = scriptedResult({ action: 'answer', article: 'due' });
    const lower = describeReplay(turn, { kind: 'threshold', answer: 0.47 }, right, { answered: 2, heldBack: 0 });
    expect(lower.change).toBe('An answer threshold of 0.47 or less');
    expect(lower.finding).toContain('would also answer 2 turns that are rightly held back today');
    const higher = describeReplay(turn, { kind: 'threshold', answer: 0.48 }, right, { answered: 0, heldBack: 0 });
    expect(higher.change).toBe('An answer threshold of 0.48 or more');
    expect(higher.finding).toContain('No turn that is met today would change');
  });
});

describe('thresholdCost', () => {
  const refused = turnOf({ action: ['refuse'], article: [] }, { action: 'refuse' }, 0.5);
  const answered = turnOf({}, { action: 'answer', article: 'due' }, 0.6);
  const failed = turnOf({}, { action: 'refuse' }, 0.5);

  it('counts the turns met today on the way to the threshold, and only what would become wrong', () => {
    expect(thresholdCost([refused, answered, failed], 0.56, 0.5)).toEqual({ answered: 1, heldBack: 0 });
    expect(thresholdCost([refused, answered, failed], 0.56, 0.51)).toEqual({ answered: 0, heldBack: 0 });
    expect(thresholdCost([refused, answered, failed], 0.56, 0.61)).toEqual({ answered: 0, heldBack: 1 });
  });
});

describe('readFixes', () => {
  it('names the words that the right article lacks, and those that no article holds', () => {
    const missing = [
      { word: 'bank', anywhere: true },
      { word: 'sepa', anywhere: false },
    ];
    const [fix] = readFixes(
      turnOf({}, { action: 'refuse' }),
      'not_found',
      evidenceOf({ articles: [drawing, article({ missing })] }),
    );
    expect(fix).toMatchObject({ kind: 'missing_words', status: 'told', article: 'due' });
    expect(fix.change).toBe('“bank”, “sepa” in due, where they matter');
    expect(fix.finding).toContain('no article at all holds “sepa”');
  });

  it('tells words that stand in another part of the article from words that stand nowhere', () => {
    const turn = turnOf({ contains_any: ['48 Hours', 'two days'] }, { action: 'answer', article: 'due' });
    const findings = readFixes(turn, 'wrong_words', evidenceOf({})).map(({ finding }) => finding);
    expect(findings).toEqual([
      'it stands in a part that was not shown',
      'it stands nowhere in the article that was shown',
    ]);
  });

  it('asks for an example of the intent whose route was due, beside the one that misled', () => {
    const examples = [
      { intent: 'order_status', route: 'lookup', text: 'where is it', similarity: 0.8 },
      { intent: 'price_match', route: 'answer', text: 'how long is a price kept', similarity: 0.75 },
      { intent: 'refund_timing', route: 'answer', text: 'how long for a refund', similarity: 0.7 },
    ] as const;
    const turn = turnOf({}, { action: 'clarify', intent: 'order_status' });
    const [fix] = readFixes(turn, 'asked_number', evidenceOf({ examples }));
    expect(fix.change).toBe('An example like this message for the intent refund_timing');
    expect(fix.finding).toContain('nearest of all is “where is it” of order_status (0.80)');
  });

  it('blames an intent for a needless call only when that intent calls a person', () => {
    const examples = [
      { intent: 'complain', route: 'escalate', text: 'this is a joke', similarity: 0.8 },
      { intent: 'refund_timing', route: 'answer', text: 'how long for a refund', similarity: 0.7 },
    ] as const;
    const read = (intent: string) =>
      readFixes(
        turnOf({}, { action: 'escalate', reason: 'anger', intent }),
        'person_needless',
        evidenceOf({ examples }),
      );
    expect(read('complain').map(({ kind }) => kind)).toEqual(['intent_example']);
    expect(read('price_match')).toEqual([]);
  });

  it('says which words spoke for a person and how far it was from believed', () => {
    const needs = [
      { need: 'anger', probability: 0.41, believedFrom: 0.35, words: [{ word: 'joke', without: 0.1 }] },
      { need: 'legal', probability: 0.9, believedFrom: 0.6, words: [] },
    ] as const;
    const turn = turnOf({}, { action: 'escalate', reason: 'anger' });
    const fixes = readFixes(turn, 'person_needless', evidenceOf({ needs }));
    expect(fixes).toHaveLength(1);
    expect(fixes[0].change).toBe('anger read from these words with 0.41, believed from 0.35');
    expect(fixes[0].finding).toBe('what spoke for it: “joke” (0.10 without it)');
  });
});
