import type { Engine } from '../conversation/engine.ts';
import type { LoadedCase } from './parse-cases.ts';
import { type RunOptions, runCases } from './run-cases.ts';
import { scoreCases } from './score.ts';
import { summarise } from './summarise.ts';

/** The same engine answering only above another score, 0 to 1. Cheap: embeddings and indexes are shared. */
export type EngineAtThreshold = (threshold: number) => Engine;

/** What one answer threshold buys and costs. */
export interface TradeOffPoint {
  readonly threshold: number;
  readonly autoResolutionRate: number | null;
  readonly ofResolvable: number | null;
  readonly wrongAnswerRate: number | null;
  /** The threshold in use. */
  readonly chosen: boolean;
}

const DEFAULT_THRESHOLDS: readonly number[] = Array.from({ length: 12 }, (_, index) => (5 + index * 8) / 100);

/**
 * Plays the cases again at each threshold: a low one answers more and is wrong more often.
 *
 * @param options.chosen the threshold in use, added to the others and marked
 * @param options.thresholds default: twelve from 0.05 to 0.93
 * @returns points from the lowest threshold to the highest
 */
export async function tradeOff(
  cases: readonly LoadedCase[],
  engineAt: EngineAtThreshold,
  options: RunOptions & { chosen?: number; thresholds?: readonly number[] } = {},
): Promise<TradeOffPoint[]> {
  const own = options.chosen === undefined ? [] : [options.chosen];
  const thresholds = [...new Set([...(options.thresholds ?? DEFAULT_THRESHOLDS), ...own])].sort((a, b) => a - b);
  const points: TradeOffPoint[] = [];
  for (const threshold of thresholds) {
    const scores = scoreCases(await runCases(engineAt(threshold), cases, options));
    const { autoResolutionRate, ofResolvable, wrongAnswerRate } = summarise(scores, 'all');
    points.push({ threshold, autoResolutionRate, ofResolvable, wrongAnswerRate, chosen: threshold === options.chosen });
  }
  return points;
}
