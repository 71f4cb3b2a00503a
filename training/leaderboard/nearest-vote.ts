import type { DenseRows } from '../../src/intents/dense-softmax.ts';
import { nearestRows } from './nearest-rows.ts';

/** A neighbour that is this much nearer counts e times as much. */
const TEMPERATURE = 0.05;

/** Training rows that may vote, with their classes. */
export interface Voters {
  readonly rows: DenseRows;
  readonly labels: Int32Array;
  readonly classes: number;
}

/**
 * Shares of the classes among the `count` nearest rows, near ones counting more.
 * @param mayVote leaves rows out, the asked one's own fold above all
 */
export function nearestVote(
  vector: Float32Array,
  { rows, labels, classes }: Voters,
  count: number,
  mayVote: (row: number) => boolean,
): Float32Array {
  const nearest = nearestRows(vector, rows, count, mayVote);
  const votes = new Float32Array(classes);
  const weights = nearest.map(({ cosine }) => Math.exp((cosine - nearest[0].cosine) / TEMPERATURE));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  nearest.forEach(({ row }, index) => {
    votes[labels[row]] += weights[index] / total;
  });
  return votes;
}
