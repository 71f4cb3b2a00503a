import type { Action, ReasonCode } from '../domain/decision.ts';
import type { RankedArticle } from '../domain/turn.ts';
import type { IntentScore } from '../domain/understanding.ts';
import type { AnalysedFailure } from './analyse-failures.ts';
import type { Expectation } from './case-schema.ts';
import type { FailureKind } from './failure-kind.ts';
import { round } from './rate.ts';
import type { CaseScore, TurnScore } from './score.ts';
import type { NearExample, Neighbour } from './turn-evidence.ts';
import type { Fix } from './what-would-fix.ts';

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
  /** What kind of failure it is, see `FAILURE_KINDS`; with the others below when failures were analysed. */
  readonly kind?: FailureKind;
  /** That the knowledge answers the message as it was read. */
  readonly probability?: number;
  /** Pieces of the articles found and expected nearest to the message. */
  readonly neighbours?: readonly (Neighbour & { readonly article: string })[];
  /** Examples of likely intents nearest to the message. */
  readonly examples?: readonly NearExample[];
  readonly fixes?: readonly Fix[];
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

/** The failed turn with what the analysis found. */
export function withAnalysis(failure: TurnFailure, { kind, turn, evidence, fixes }: AnalysedFailure): TurnFailure {
  const near = evidence?.articles.flatMap(({ article, nearest }) => nearest.map((each) => ({ article, ...each })));
  const { answerProbability } = turn.got;
  return {
    ...failure,
    kind,
    probability: answerProbability === undefined ? undefined : round(answerProbability),
    neighbours: near?.map((each) => ({ ...each, similarity: round(each.similarity) })),
    examples: evidence?.examples.map((each) => ({ ...each, similarity: round(each.similarity) })),
    fixes,
  };
}
