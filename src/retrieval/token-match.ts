import { dotRow } from '../numeric/dot.ts';

/**
 * Highest similarity of each question token to any token of the passage: the inner maximum of late interaction
 * (Khattab and Zaharia, "ColBERT", SIGIR 2020).
 *
 * @param best written in place, one number a question token, raised where this passage matches better
 */
export function raiseTokenMatches(
  best: Float32Array,
  question: Float32Array,
  passage: Float32Array,
  dimensions: number,
): void {
  const whole = best.length - (best.length % 4);
  for (let token = 0; token < whole; token += 4) raiseFour(best, token, question, passage, dimensions);
  for (let token = whole; token < best.length; token += 1) {
    const row = question.subarray(token * dimensions, (token + 1) * dimensions);
    let highest = best[token];
    for (let offset = 0; offset < passage.length; offset += dimensions) {
      const similarity = dotRow(row, passage, offset);
      if (similarity > highest) highest = similarity;
    }
    best[token] = highest;
  }
}

/** Four tokens at a time: most of a search is spent here, and each number of the passage is then fetched once for all. */
function raiseFour(
  best: Float32Array,
  token: number,
  question: Float32Array,
  passage: Float32Array,
  dimensions: number,
): void {
  const first = token * dimensions;
  const second = first + dimensions;
  const third = second + dimensions;
  const fourth = third + dimensions;
  for (let offset = 0; offset < passage.length; offset += dimensions) {
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let index = 0; index < dimensions; index += 1) {
      const stated = passage[offset + index];
      a += question[first + index] * stated;
      b += question[second + index] * stated;
      c += question[third + index] * stated;
      d += question[fourth + index] * stated;
    }
    if (a > best[token]) best[token] = a;
    if (b > best[token + 1]) best[token + 1] = b;
    if (c > best[token + 2]) best[token + 2] = c;
    if (d > best[token + 3]) best[token + 3] = d;
  }
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
