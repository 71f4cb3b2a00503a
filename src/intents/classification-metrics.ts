/** A confusion matrix as pairs of what was true and what was said. */
export interface Judged {
  readonly gold: string;
  readonly predicted: string;
}

/** Share of rows that are right, 0 when there are none. */
export function accuracy(rows: readonly Judged[]): number {
  return ratio(rows.filter(({ gold, predicted }) => gold === predicted).length, rows.length);
}

/** Mean F1 over the labels that occur among `gold` or `predicted`, as scikit-learn's `f1_score(average="macro")`. */
export function macroF1(rows: readonly Judged[]): number {
  const labels = [...new Set(rows.flatMap(({ gold, predicted }) => [gold, predicted]))];
  const gold = countBy(rows, (row) => row.gold);
  const predicted = countBy(rows, (row) => row.predicted);
  const right = countBy(
    rows.filter((row) => row.gold === row.predicted),
    (row) => row.gold,
  );
  const scores = labels.map((label) =>
    ratio(2 * (right.get(label) ?? 0), (gold.get(label) ?? 0) + (predicted.get(label) ?? 0)),
  );
  return ratio(
    scores.reduce((sum, score) => sum + score, 0),
    labels.length,
  );
}

/**
 * Matthews correlation for any number of classes (Gorodkin 2004), -1 to 1:
 * (c·s - Σ pₖtₖ) / √((s² - Σ pₖ²)(s² - Σ tₖ²)) with s rows, c of them right, pₖ predicted and tₖ true of class k.
 * 0 when either side has one class only.
 */
export function matthewsCorrelation(rows: readonly Judged[]): number {
  const gold = countBy(rows, (row) => row.gold);
  const predicted = countBy(rows, (row) => row.predicted);
  const all = rows.length;
  const right = rows.filter((row) => row.gold === row.predicted).length;
  let both = 0;
  for (const [label, count] of gold) both += count * (predicted.get(label) ?? 0);
  return ratio(right * all - both, Math.sqrt((all ** 2 - sumOfSquares(predicted)) * (all ** 2 - sumOfSquares(gold))));
}

/** `part / whole`, 0 when there is nothing to divide by. */
export function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function countBy(rows: readonly Judged[], key: (row: Judged) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  return counts;
}

function sumOfSquares(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count ** 2, 0);
}
