import type { Action, ReasonCode } from '../domain/decision.ts';
import type { RankedArticle } from '../domain/turn.ts';
import type { IntentScore } from '../domain/understanding.ts';
import type { Expectation } from './case-schema.ts';
import { round } from './rate.ts';
import type { CaseScore, TurnScore } from './score.ts';

/** One turn that did not do what it should, as reports list it. */
export interface TurnFailure {
  readonly id: string;
  /** Counts from 1. */
  readonly turn: number;
  readonly expected: Expectation;
  readonly got: {
    readonly action: Action;
    readonly article: readonly string[];
    readonly reason?: ReasonCode;
    readonly reply: string;
  };
  readonly wrong: boolean;
  readonly problems: readonly string[];
  readonly customer: readonly string[];
  /** Best intents and articles with the scores that led to the decision. */
  readonly intents: readonly IntentScore[];
  readonly candidates: readonly RankedArticle[];
  readonly file: string;
  readonly line: number;
}

const CANDIDATES_SHOWN = 3;

/** The failed turns of a case, in order. */
export function turnFailures(score: CaseScore): TurnFailure[] {
  return score.turns.filter((turn) => !turn.met).map((turn) => failure(score, turn));
}

function failure(score: CaseScore, { turn, texts, expect, got, wrong, problems }: TurnScore): TurnFailure {
  return {
    id: score.case.id,
    turn,
    expected: expect,
    got: {
      action: got.action,
      article: got.citations.map((citation) => citation.article),
      reason: got.handoff?.reason,
      reply: got.reply,
    },
    wrong,
    problems,
    customer: texts,
    intents: got.intents
      .slice(0, CANDIDATES_SHOWN)
      .map(({ name, confidence }) => ({ name, confidence: round(confidence) })),
    candidates: got.candidates
      .slice(0, CANDIDATES_SHOWN)
      .map(({ article, score: s }) => ({ article, score: round(s) })),
    file: score.case.file,
    line: score.case.line,
  };
}
