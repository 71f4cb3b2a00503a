/**
 * Similarities of each question token with each token of a passage, as rows of `width`; a passage made of several units
 * has each of them at its own columns.
 */
export interface TokenSimilarities {
  readonly rows: Float32Array;
  readonly width: number;
}

/**
 * Highest similarity of each question token to any token of the columns from `start` to `end`: the inner maximum of late
 * interaction (Khattab and Zaharia, "ColBERT", SIGIR 2020).
 *
 * @param best written in place, one number a question token, raised where these columns match better
 */
export function raiseTokenMatches(
  best: Float32Array,
  { rows, width }: TokenSimilarities,
  start: number,
  end: number,
): void {
  for (let token = 0; token < best.length; token += 1) {
    const row = token * width;
    let highest = best[token];
    for (let at = row + start; at < row + end; at += 1) if (rows[at] > highest) highest = rows[at];
    best[token] = highest;
  }
}

/** Mean over the columns of their highest similarity to any question token; what none is like counts as 0. */
export function meanColumnMatch({ rows, width }: TokenSimilarities, start: number, end: number): number {
  let sum = 0;
  for (let column = start; column < end; column += 1) {
    let highest = 0;
    for (let at = column; at < rows.length; at += width) if (rows[at] > highest) highest = rows[at];
    sum += highest;
  }
  return sum / Math.max(1, end - start);
}

/** How well the tokens of a question are matched; all from 0 to 1, with weights that sum to one. */
export interface TokenCoverage {
  readonly average: number;
  readonly lowest: number;
  /** Lowest match after forgiving light tokens: a missed 亲 is nothing, a missed 奶粉 is everything. */
  readonly lowestHeavy: number;
  /** Share of the weight matched worse than 0.5, 0.6 and 0.7, and better than 0.8. */
  readonly below50: number;
  readonly below60: number;
  readonly below70: number;
  readonly above80: number;
  /** Root of the weighted mean squared miss. */
  readonly miss: number;
}

/** Summary of per-token matches. Empty questions are matched by nothing. */
export function tokenCoverage(matches: Float32Array, weights: Float32Array): TokenCoverage {
  let total = 0;
  let heaviest = 0;
  for (const weight of weights) {
    total += weight;
    heaviest = Math.max(heaviest, weight);
  }
  let [average, below50, below60, below70, above80, missSquared] = [0, 0, 0, 0, 0, 0];
  let lowest = 1;
  let lowestHeavy = 1;
  matches.forEach((match, token) => {
    const share = weights[token] / total;
    average += share * match;
    missSquared += share * (1 - match) ** 2;
    if (match < 0.5) below50 += share;
    if (match < 0.6) below60 += share;
    if (match < 0.7) below70 += share;
    if (match > 0.8) above80 += share;
    lowest = Math.min(lowest, match);
    lowestHeavy = Math.min(lowestHeavy, match + (1 - weights[token] / heaviest) * 0.6);
  });
  if (matches.length === 0) lowest = lowestHeavy = 0;
  return { average, lowest, lowestHeavy, below50, below60, below70, above80, miss: Math.sqrt(missSquared) };
}
