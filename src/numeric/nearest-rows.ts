/**
 * The rows with the highest cosines, best first.
 * @param candidates whether a row counts
 */
export function nearestRows(cosines: Float32Array, most: number, candidates: (row: number) => boolean): number[] {
  const best: number[] = [];
  // What a row must exceed once there are enough; tens of thousands of rows pass by.
  let least = -Infinity;
  for (let row = 0; row < cosines.length; row += 1) {
    const cosine = cosines[row];
    if (cosine <= least || !candidates(row)) continue;
    let at = best.length;
    while (at > 0 && cosines[best[at - 1]] < cosine) at -= 1;
    best.splice(at, 0, row);
    if (best.length > most) best.pop();
    if (best.length === most) least = cosines[best[most - 1]];
  }
  return best;
}

/**
 * What each of the nearest rows counts, all together 1: a row that is `temperature` nearer weighs e times as much.
 * @param rows best first
 */
export function nearnessShares(rows: readonly number[], cosines: Float32Array, temperature: number): Float32Array {
  const weights = rows.map((row) => Math.exp((cosines[row] - cosines[rows[0]]) / temperature));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Float32Array.from(weights, (weight) => weight / total);
}
