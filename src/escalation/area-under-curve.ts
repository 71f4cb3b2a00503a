/**
 * Area under the ROC curve: the chance that a positive scores above a negative, ties counting half
 * (the Mann-Whitney statistic). 0.5 when a class is missing.
 */
export function areaUnderCurve(scores: readonly number[], positive: readonly boolean[]): number {
  const order = scores.map((_, i) => i).sort((a, b) => scores[a] - scores[b]);
  let rankSum = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && scores[order[to]] === scores[order[from]]) to++;
    // Ranks count from one; the tied texts share the mean of theirs.
    for (let i = from; i < to; i++) if (positive[order[i]]) rankSum += (from + to + 1) / 2;
    from = to;
  }
  const positives = positive.filter(Boolean).length;
  const negatives = positive.length - positives;
  if (positives === 0 || negatives === 0) return 0.5;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}
