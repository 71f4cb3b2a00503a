import type { ReasonCode } from '../domain/decision.ts';
import type { Needs } from '../domain/understanding.ts';
import type { FailureKind } from './failure-kind.ts';
import type { TurnScore } from './score.ts';
import type { ArticleEvidence, Change, TurnEvidence } from './turn-evidence.ts';

/** Expected articles that are tried with the message as a sample question; a case seldom names more. */
const MOST_ARTICLES = 2;
/** A threshold below this would answer anything. */
const LOWEST_THRESHOLD = 0.05;

const ANSWER_DUE: ReadonlySet<FailureKind> = new Set([
  'held_back',
  'outranked',
  'not_found',
  'followup_misread',
  'asked_number',
  'lookup_needless',
  'smalltalk_mistaken',
  'person_needless',
]);
const OVERCONFIDENT: ReadonlySet<FailureKind> = new Set(['answered_unknown', 'answered_vague']);
const BY_INTENT: ReadonlySet<FailureKind> = new Set([
  'asked_number',
  'lookup_needless',
  'smalltalk_mistaken',
  'person_needless',
]);

/** What is worth trying on a failed turn, cheapest for the editor first. Pure: the changes are played elsewhere. */
export function proposeChanges(turn: TurnScore, kind: FailureKind, evidence: TurnEvidence): Change[] {
  const found = evidence.articles.find(({ role }) => role === 'found');
  const isMisled = kind === 'outranked' || kind === 'followup_misread' || OVERCONFIDENT.has(kind);
  return [
    ...(ANSWER_DUE.has(kind) ? addedQuestions(turn, evidence.articles) : []),
    ...(isMisled && found ? removedQuestion(turn, found) : []),
    ...thresholds(turn, kind),
    ...(BY_INTENT.has(kind) && turn.got.intents.length > 0 ? [{ kind: 'intents_ignored' } as const] : []),
    ...needs(turn, kind),
  ];
}

function addedQuestions({ texts }: TurnScore, articles: readonly ArticleEvidence[]): Change[] {
  return articles
    .filter(({ role, title }) => role === 'expected' && title !== undefined)
    .slice(0, MOST_ARTICLES)
    .map(({ article }) => ({ kind: 'question_added', article, question: texts.join(' ').trim() }));
}

/** A sample question that promises more than its article holds draws the wrong messages. */
function removedQuestion({ expect }: TurnScore, { article, nearest }: ArticleEvidence): Change[] {
  const [unit] = nearest;
  if (unit?.kind !== 'question' || expect.article.includes(article)) return [];
  return [{ kind: 'question_removed', article, question: unit.text }];
}

function thresholds({ got }: TurnScore, kind: FailureKind): Change[] {
  const { answerProbability: probability = 0 } = got;
  if (OVERCONFIDENT.has(kind) && probability < 0.99)
    return [{ kind: 'threshold', answer: thresholdAbove(probability) }];
  if (kind === 'held_back' && probability >= LOWEST_THRESHOLD)
    return [{ kind: 'threshold', answer: thresholdBelow(probability) }];
  return [];
}

/** The highest threshold of two decimals that answers at this probability. */
function thresholdBelow(probability: number): number {
  return Math.floor(probability * 100) / 100;
}

/** The lowest threshold of two decimals that does not. */
function thresholdAbove(probability: number): number {
  return (Math.floor(probability * 100) + 1) / 100;
}

function needs({ expect, got }: TurnScore, kind: FailureKind): Change[] {
  if (kind === 'person_needless' && isNeed(got.handoff?.reason))
    return [{ kind: 'need_set', need: got.handoff.reason, probability: 0 }];
  if (kind !== 'person_missed' && kind !== 'wrong_reason') return [];
  const [need] = (expect.reason ?? []).filter(isNeed);
  return need ? [{ kind: 'need_set', need, probability: 1 }] : [];
}

const BY_HISTORY = new Set(['repeated_failure', 'low_confidence', 'repetition']);

/** Reasons that one message shows by itself; the others come from the turns before. */
function isNeed(reason: ReasonCode | undefined): reason is ReasonCode & keyof Needs {
  return reason !== undefined && !BY_HISTORY.has(reason);
}
