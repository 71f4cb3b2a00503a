import { seededRandom, shuffle } from './seeded-random.ts';

/**
 * Deals the rows of every class into `folds` parts as evenly as they go.
 * @returns the part (0 to `folds` - 1) each row is held out in
 */
export function stratifiedFolds(labels: Int32Array, folds: number, seed: number): Int32Array {
  const byLabel = new Map<number, number[]>();
  labels.forEach((label, row) => {
    const rows = byLabel.get(label);
    if (rows) rows.push(row);
    else byLabel.set(label, [row]);
  });
  const random = seededRandom(seed);
  const foldOf = new Int32Array(labels.length);
  let next = 0;
  for (const rows of byLabel.values()) {
    // The dealing goes on where the last class stopped, or small classes would all lack the same part.
    for (const row of shuffle(rows, random)) foldOf[row] = next++ % folds;
  }
  return foldOf;
}

/** Row numbers for which `keep` holds, in order. */
export function rowsWhere(count: number, keep: (row: number) => boolean): Int32Array {
  const rows = new Int32Array(count);
  let size = 0;
  for (let row = 0; row < count; row++) if (keep(row)) rows[size++] = row;
  return rows.slice(0, size);
}
