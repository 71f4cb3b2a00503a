/** Which rows to learn from. */
export interface CleanedLabels {
  /** Row numbers worth learning from, ascending. */
  readonly selected: Int32Array;
  /** Share of labels that were contradicted with certainty, 0 to 1. */
  readonly noise: number;
}

/** A label is doubted when the held-out classifier gives it less than this… */
const DOUBTED = 0.01;
/** …or less than this share of its favourite. */
const DOUBTED_SHARE = 0.02;
/** A doubted label is contradicted with certainty when the favourite is at least so probable. */
const CERTAIN = 0.5;
/** Below this share of certain contradictions a set is taken to be clean and is left as it is. */
const CLEAN_ENOUGH = 0.06;

/**
 * Drops rows whose label classifiers trained on the other rows find next to impossible (confident learning,
 * Northcutt et al. 2021, in its simplest form). A clean set of easy or of hard-to-tell intents stays whole: only
 * certain contradictions count as noise, and cleaning starts where they are frequent. An intent is never emptied.
 *
 * @param probabilities out-of-fold, `classes` numbers a row
 */
export function cleanLabels(probabilities: Float32Array, labels: Int32Array, classes: number): CleanedLabels {
  const everything = Int32Array.from(labels.keys());
  let contradictions = 0;
  const isDoubted = (row: number): boolean => {
    const scores = probabilities.subarray(row * classes, (row + 1) * classes);
    const highest = Math.max(...scores);
    const given = scores[labels[row]];
    const doubted = given < DOUBTED || given < DOUBTED_SHARE * highest;
    if (doubted && highest > CERTAIN) contradictions++;
    return doubted;
  };
  const believed = everything.filter((row) => !isDoubted(row));
  const noise = contradictions / labels.length;
  if (noise < CLEAN_ENOUGH) return { selected: everything, noise };
  const alive = new Set(believed.map((row) => labels[row]));
  const kept = new Set(believed);
  return { selected: everything.filter((row) => kept.has(row) || !alive.has(labels[row])), noise };
}
