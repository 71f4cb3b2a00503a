import { type FailureKind, failureKind } from './failure-kind.ts';
import type { LoadedCase } from './parse-cases.ts';
import { proposeChanges } from './propose-changes.ts';
import { round } from './rate.ts';
import type { CaseScore, TurnScore } from './score.ts';
import { thresholdCost } from './threshold-cost.ts';
import type { Investigator, TurnEvidence } from './turn-evidence.ts';
import { describeReplay, type Fix, readFixes } from './what-would-fix.ts';

/** A failed turn with its kind; evidence and fixes only when it was looked into. */
export interface AnalysedFailure {
  readonly case: LoadedCase;
  readonly turn: TurnScore;
  /** The turns of the conversation before it. */
  readonly before: readonly TurnScore[];
  readonly kind: FailureKind;
  readonly evidence?: TurnEvidence;
  /** What mends it first, then what is told from the evidence, then what was tried in vain. */
  readonly fixes: readonly Fix[];
}

/** How many failures are of a kind, and how many of them told the customer something wrong. */
export interface KindCount {
  readonly kind: FailureKind;
  readonly turns: number;
  /** Of all failed turns, 0 to 1. */
  readonly share: number;
  readonly wrong: number;
  /** Failures that a sample question more or less mended when they were played again. */
  readonly mendedByQuestion: number;
  /** Failures that another answer threshold mended, whatever it would cost elsewhere. */
  readonly mendedByThreshold: number;
}

/**
 * Analyses every failed turn, in the order of the cases. With an investigator each is looked into and played again with
 * what might have mended it, one after the other: some hundred milliseconds each.
 *
 * @param answerThreshold for the kinds when there is no investigator
 */
export async function analyseFailures(
  scores: readonly CaseScore[],
  investigator: Investigator | undefined,
  answerThreshold = 1,
): Promise<AnalysedFailure[]> {
  const all = scores.flatMap((score) => score.turns);
  const analysed: AnalysedFailure[] = [];
  for (const score of scores) {
    for (const [index, turn] of score.turns.entries()) {
      if (turn.met) continue;
      const about = { case: score.case, turn, before: score.turns.slice(0, index) };
      const threshold = investigator?.answerThreshold ?? answerThreshold;
      analysed.push({ ...about, ...(await lookInto(turn, all, investigator, threshold)) });
    }
  }
  return analysed;
}

async function lookInto(
  turn: TurnScore,
  all: readonly TurnScore[],
  investigator: Investigator | undefined,
  answerThreshold: number,
): Promise<Pick<AnalysedFailure, 'kind' | 'evidence' | 'fixes'>> {
  const { played } = turn;
  if (!investigator || !played) return { kind: failureKind(turn, { answerThreshold }), fixes: [] };
  const evidence = await investigator.gather({ ...turn, played });
  const kind = failureKind(turn, { answerThreshold, evidence });
  const fixes: Fix[] = [];
  for (const change of proposeChanges(turn, kind, evidence)) {
    const cost = change.kind === 'threshold' ? thresholdCost(all, answerThreshold, change.answer) : undefined;
    fixes.push(describeReplay(turn, change, await investigator.replay(played, change), cost));
  }
  const order = ['mends', 'told', 'fails'] as const;
  const sorted = [...fixes, ...readFixes(turn, kind, evidence)].sort(
    (a, b) => order.indexOf(a.status) - order.indexOf(b.status),
  );
  return { kind, evidence, fixes: sorted };
}

/** Counts by kind, most frequent first. */
export function countKinds(failures: readonly AnalysedFailure[]): KindCount[] {
  const kinds = [...new Set(failures.map(({ kind }) => kind))];
  const counts = kinds.map((kind) => {
    const own = failures.filter((failure) => failure.kind === kind);
    return {
      kind,
      turns: own.length,
      share: round(own.length / failures.length),
      wrong: own.filter(({ turn }) => turn.wrong).length,
      mendedByQuestion: own.filter((each) => isMendedBy(each, ['question_added', 'question_removed'])).length,
      mendedByThreshold: own.filter((each) => isMendedBy(each, ['threshold'])).length,
    };
  });
  return counts.sort((a, b) => b.turns - a.turns || (a.kind < b.kind ? -1 : 1));
}

const isMendedBy = ({ fixes }: AnalysedFailure, kinds: readonly Fix['kind'][]) =>
  fixes.some(({ status, kind }) => status === 'mends' && kinds.includes(kind));
