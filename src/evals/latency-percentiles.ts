import { round } from './rate.ts';
import type { CaseScore } from './score.ts';

/** Latency of the turns the engine took, in milliseconds, by nearest rank; null when it took none. */
export interface LatencyPercentiles {
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
}

/** Percentiles over every turn for which the engine was called. */
export function latencyPercentiles(scores: readonly CaseScore[]): LatencyPercentiles {
  const times = scores.flatMap((score) => score.turns.flatMap((turn) => turn.milliseconds ?? [])).sort((a, b) => a - b);
  const at = (share: number) => (times.length === 0 ? null : round(times[Math.ceil(share * times.length) - 1]));
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
