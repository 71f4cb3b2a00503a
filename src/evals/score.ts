import type { LoadedCase } from './parse-cases.ts';
import type { CaseRun, TurnRun } from './run-cases.ts';
import { scoreTurn, type TurnVerdict } from './score-turn.ts';

/** A played turn with its verdict; `turn` counts from 1. */
export interface TurnScore extends TurnRun, TurnVerdict {
  readonly turn: number;
}

/** A played case with its verdicts. */
export interface CaseScore {
  readonly case: LoadedCase;
  readonly turns: readonly TurnScore[];
  /** Every turn met its expectation. */
  readonly passed: boolean;
  /** The case is resolvable, every turn was met and no person was called. */
  readonly autoResolved: boolean;
}

/** Scores every played case. */
export function scoreCases(runs: readonly CaseRun[]): CaseScore[] {
  return runs.map(scoreCase);
}

function scoreCase(run: CaseRun): CaseScore {
  const turns = run.turns.map((turn, index) => ({ ...turn, ...scoreTurn(turn.expect, turn.got), turn: index + 1 }));
  const passed = turns.every((turn) => turn.met);
  const personCalled = turns.some(({ got }) => got.action === 'escalate' || got.handoff !== undefined);
  return { case: run.case, turns, passed, autoResolved: run.case.resolvable && passed && !personCalled };
}
