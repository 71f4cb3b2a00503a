import { type Rate, rate } from './rate.ts';
import type { TurnScore } from './score.ts';

/** How well calls for a person were made. */
export interface EscalationSummary {
  /** Share of escalations that the expectation allows; null when there was none. */
  readonly precision: number | null;
  /** Share of turns that expect an escalation and nothing else that escalated, whatever the reason given. */
  readonly recall: number | null;
  /** Turns that expect only an escalation and did not escalate. */
  readonly missed: number;
  /** Turns that escalated though the expectation does not allow it. */
  readonly needless: number;
}

/** Escalations of one expected reason; several acceptable reasons are joined with a slash, none is `any`. */
export interface ReasonSummary {
  readonly expected: number;
  readonly escalated: number;
  readonly rightReason: number;
}

/** The escalation figures of the contract, with the rates and intervals behind them. */
export function scoreEscalation(turns: readonly TurnScore[]): {
  escalation: EscalationSummary;
  rates: { escalationRecall: Rate; escalationPrecision: Rate; needless: Rate };
} {
  const escalated = turns.filter(hasEscalated);
  const allowed = escalated.filter((turn) => turn.expect.action.includes('escalate')).length;
  const demanded = turns.filter(demandsEscalation);
  const caught = demanded.filter(hasEscalated).length;
  const notAllowed = turns.filter((turn) => !turn.expect.action.includes('escalate')).length;
  const needless = escalated.length - allowed;
  const escalationPrecision = rate(allowed, escalated.length);
  const escalationRecall = rate(caught, demanded.length);
  return {
    escalation: {
      precision: escalationPrecision.value,
      recall: escalationRecall.value,
      missed: demanded.length - caught,
      needless,
    },
    rates: { escalationRecall, escalationPrecision, needless: rate(needless, notAllowed) },
  };
}

/** Recall and right reasons for each reason a case expects. */
export function scoreReasons(turns: readonly TurnScore[]): Record<string, ReasonSummary> {
  const byReason: Record<string, ReasonSummary> = {};
  for (const turn of turns.filter(demandsEscalation)) {
    const reason = turn.expect.reason?.join(' / ') ?? 'any';
    const before = byReason[reason] ?? { expected: 0, escalated: 0, rightReason: 0 };
    const escalated = hasEscalated(turn);
    const given = turn.got.handoff?.reason;
    const right = escalated && (!turn.expect.reason || (given !== undefined && turn.expect.reason.includes(given)));
    byReason[reason] = {
      expected: before.expected + 1,
      escalated: before.escalated + Number(escalated),
      rightReason: before.rightReason + Number(right),
    };
  }
  return byReason;
}

const hasEscalated = (turn: TurnScore) => turn.got.action === 'escalate';
const demandsEscalation = (turn: TurnScore) => turn.expect.action.every((action) => action === 'escalate');
