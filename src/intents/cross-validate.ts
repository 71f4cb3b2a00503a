import {
  type FeaturisedTexts,
  type PairProbabilities,
  type PairTraining,
  pairProbabilities,
  trainPair,
} from './softmax-pair.ts';
import { rowsWhere, stratifiedFolds } from './stratified-folds.ts';

/**
 * Probabilities of every row from classifiers that did not see it: what label cleaning, blending and calibration need.
 * @param folds at least 2; few for large sets, more for small ones
 */
export function crossValidate(
  texts: FeaturisedTexts,
  labels: Int32Array,
  folds: number,
  training: PairTraining,
): PairProbabilities {
  const { classes } = training;
  const foldOf = stratifiedFolds(labels, folds, training.seed);
  const dense = new Float32Array(labels.length * classes);
  const sparse = new Float32Array(labels.length * classes);
  for (let fold = 0; fold < folds; fold++) {
    const heldOut = rowsWhere(labels.length, (row) => foldOf[row] === fold);
    const pair = trainPair(
      texts,
      labels,
      rowsWhere(labels.length, (row) => foldOf[row] !== fold),
      training,
    );
    const found = pairProbabilities(pair, texts, heldOut);
    heldOut.forEach((row, index) => {
      dense.set(found.dense.subarray(index * classes, (index + 1) * classes), row * classes);
      sparse.set(found.sparse.subarray(index * classes, (index + 1) * classes), row * classes);
    });
  }
  return { dense, sparse };
}
