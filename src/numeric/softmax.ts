/** Turns one row of scores into probabilities, in place. */
export function softmaxInPlace(scores: Float32Array, start = 0, end = scores.length): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let k = start; k < end; k++) if (scores[k] > highest) highest = scores[k];
  let sum = 0;
  for (let k = start; k < end; k++) {
    scores[k] = Math.exp(scores[k] - highest);
    sum += scores[k];
  }
  for (let k = start; k < end; k++) scores[k] /= sum;
}
