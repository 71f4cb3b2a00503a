import type { SplitChoice } from './load-cases.ts';
import { type Rate, rate } from './rate.ts';
import type { CaseScore, TurnScore } from './score.ts';
import { type EscalationSummary, type ReasonSummary, scoreEscalation, scoreReasons } from './score-escalation.ts';
import { type TurnFailure, turnFailures } from './turn-failures.ts';

/** Counts for a group of cases; a case with a wrong answer in any turn counts once in `wrong`. */
export interface GroupSummary {
  readonly cases: number;
  readonly passed: number;
  readonly resolvable: number;
  readonly autoResolved: number;
  readonly wrong: number;
}

/** One case's outcome: what a later run needs to say what changed. */
export interface CaseResult {
  readonly id: string;
  readonly passed: boolean;
  readonly autoResolved: boolean;
  readonly wrong: boolean;
}

/** What a run of cases amounts to. Rates are of 1 and null when there was nothing to count. */
export interface EvalSummary {
  readonly split: SplitChoice;
  readonly cases: number;
  readonly turns: number;
  readonly resolvable: number;
  readonly autoResolved: number;
  /** Auto-resolved cases over all cases. */
  readonly autoResolutionRate: number | null;
  readonly autoResolutionCi95: readonly [number, number] | null;
  /** Auto-resolved cases over resolvable cases. */
  readonly ofResolvable: number | null;
  /** Turns in which the bot told something wrong. */
  readonly wrongAnswers: number;
  /** Wrong answers over all turns. */
  readonly wrongAnswerRate: number | null;
  readonly escalation: EscalationSummary;
  /** Needless escalations over turns whose expectation does not allow one. */
  readonly needlessRate: number | null;
  /** Every rate above with its counts and 95% Wilson interval. */
  readonly rates: Readonly<Record<RateName, Rate>>;
  readonly byKind: Readonly<Record<string, GroupSummary>>;
  readonly byLanguage: Readonly<Record<string, GroupSummary>>;
  readonly byReason: Readonly<Record<string, ReasonSummary>>;
  readonly failures: readonly TurnFailure[];
  /** Every case's outcome, in the order they were run. */
  readonly results: readonly CaseResult[];
}

/** The rates that come with an interval. */
export type RateName =
  | 'ofResolvable'
  | 'autoResolution'
  | 'wrongAnswers'
  | 'escalationRecall'
  | 'escalationPrecision'
  | 'needless'
  | 'twoArticles'
  | 'passed';

/** Adds up scored cases. Latency is kept apart (`latencyPercentiles`), so that this is the same in every run. */
export function summarise(scores: readonly CaseScore[], split: SplitChoice): EvalSummary {
  const turns = scores.flatMap((score) => score.turns);
  const all = group(scores);
  const { escalation, rates: escalationRates } = scoreEscalation(turns);
  const wrongAnswers = turns.filter((turn) => turn.wrong).length;
  const answers = turns.filter(({ got }) => got.action === 'answer');
  const rates = {
    ofResolvable: rate(all.autoResolved, all.resolvable),
    autoResolution: rate(all.autoResolved, all.cases),
    wrongAnswers: rate(wrongAnswers, turns.length),
    ...escalationRates,
    twoArticles: rate(answers.filter(citesSeveral).length, answers.length),
    passed: rate(all.passed, all.cases),
  };
  return {
    split,
    cases: all.cases,
    turns: turns.length,
    resolvable: all.resolvable,
    autoResolved: all.autoResolved,
    autoResolutionRate: rates.autoResolution.value,
    autoResolutionCi95: rates.autoResolution.ci95,
    ofResolvable: rates.ofResolvable.value,
    wrongAnswers,
    wrongAnswerRate: rates.wrongAnswers.value,
    escalation,
    needlessRate: rates.needless.value,
    rates,
    byKind: groupBy(scores, (score) => score.case.kind),
    byLanguage: groupBy(scores, (score) => score.case.lang),
    byReason: scoreReasons(turns),
    failures: scores.flatMap(turnFailures),
    results: scores.map(({ case: { id }, passed, autoResolved, turns: own }) => ({
      id,
      passed,
      autoResolved,
      wrong: own.some((turn) => turn.wrong),
    })),
  };
}

function citesSeveral({ got: { citations } }: TurnScore): boolean {
  return new Set(citations.map(({ article }) => article)).size > 1;
}

function group(scores: readonly CaseScore[]): GroupSummary {
  const count = (matches: (score: CaseScore) => boolean) => scores.filter(matches).length;
  return {
    cases: scores.length,
    passed: count((score) => score.passed),
    resolvable: count((score) => score.case.resolvable),
    autoResolved: count((score) => score.autoResolved),
    wrong: count((score) => score.turns.some((turn) => turn.wrong)),
  };
}

function groupBy(scores: readonly CaseScore[], key: (score: CaseScore) => string): Record<string, GroupSummary> {
  const names = [...new Set(scores.map(key))].sort();
  return Object.fromEntries(names.map((name) => [name, group(scores.filter((score) => key(score) === name))]));
}
