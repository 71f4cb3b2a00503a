/** Gradients smaller than this move a weight by less than the noise of a mini-batch; skipping them saves most of the work. */
const NEGLIGIBLE = 3e-3;

/** Classes whose score a row moves, with the gradient of the loss in each; reused from row to row. */
export interface ScoreGradient {
  readonly classes: Int32Array;
  readonly values: Float32Array;
  count: number;
}

/** An empty gradient for so many classes. */
export function createScoreGradient(classes: number): ScoreGradient {
  return { classes: new Int32Array(classes), values: new Float32Array(classes), count: 0 };
}

/**
 * Gradient in the scores of the generalised cross-entropy (1 - p^q) / q (Zhang and Sabuncu 2018, arXiv:1805.07836):
 * the ordinary one times p^q, so rows that contradict everything else, mislabelled ones above all, count for little.
 *
 * @param probabilities of all rows, `classes` a row
 * @param q 0 is plain cross-entropy, 1 is mean absolute error
 */
export function lossGradient(
  probabilities: Float32Array,
  start: number,
  classes: number,
  label: number,
  q: number,
  into: ScoreGradient,
): void {
  const trust = q === 0 ? 1 : probabilities[start + label] ** q;
  let count = 0;
  for (let k = 0; k < classes; k++) {
    const gradient = (probabilities[start + k] - (k === label ? 1 : 0)) * trust;
    if (gradient < NEGLIGIBLE && gradient > -NEGLIGIBLE) continue;
    into.classes[count] = k;
    into.values[count++] = gradient;
  }
  into.count = count;
}

/**
 * Share of the robustness to use when `done` (0 to 1) of the training is over: none at first, all of it from half-way.
 * From the start on it would starve the classes that are not yet told apart from the others.
 */
export function warmUp(done: number): number {
  return Math.min(1, 2 * done);
}
