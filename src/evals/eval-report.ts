import type { KindCount } from './analyse-failures.ts';
import type { BaselineComparison } from './compare-baseline.ts';
import type { LatencyPercentiles } from './latency-percentiles.ts';
import type { EvalSummary } from './summarise.ts';
import type { ThresholdCheck } from './thresholds.ts';
import type { TradeOffPoint } from './trade-off.ts';

/**
 * The JSON report, which is also what `eval --json` prints and what `--baseline` reads back.
 * The same input gives the same bytes up to `latencyMs`, which is therefore last.
 */
export interface EvalReport extends EvalSummary {
  /** Failed turns by kind, most frequent first; with the analysis only. */
  readonly failureKinds?: readonly KindCount[];
  readonly thresholds: readonly ThresholdCheck[];
  readonly tradeOff?: readonly TradeOffPoint[];
  readonly baseline?: BaselineComparison;
  readonly latencyMs: LatencyPercentiles;
}
