import { softmaxInPlace } from '../numeric/softmax.ts';
import { type DenseRows, type DenseSoftmax, scoreDense, trainDenseSoftmax } from './dense-softmax.ts';
import { type SparseRow, type SparseSoftmax, scoreSparse, trainSparseSoftmax } from './sparse-softmax.ts';

/** The same texts seen twice: sentence vectors know meanings, grams know exact words. */
export interface FeaturisedTexts {
  readonly dense: DenseRows;
  readonly sparse: readonly SparseRow[];
  /** Size of the vocabulary behind `sparse`. */
  readonly grams: number;
}

/** One linear classifier a view. */
export interface SoftmaxPair {
  readonly dense: DenseSoftmax;
  readonly sparse: SparseSoftmax;
}

/** Probabilities of each view, `classes` numbers a row. */
export interface PairProbabilities {
  readonly dense: Float32Array;
  readonly sparse: Float32Array;
}

/** What both trainings share. */
export interface PairTraining {
  readonly classes: number;
  /** See `lossGradient`. */
  readonly robustness: number;
  readonly seed: number;
}

/** Steps after which few examples are learnt; many need fewer passes than that. */
const DENSE_STEPS = 800;

/** Fits both classifiers on the selected rows. Passes and step lengths were chosen on development sets of 300 to 15,000 rows. */
export function trainPair(
  texts: FeaturisedTexts,
  labels: Int32Array,
  selected: Int32Array,
  { classes, robustness, seed }: PairTraining,
): SoftmaxPair {
  const batch = selected.length < 3_000 ? 32 : 64;
  const epochs = Math.min(30, Math.max(6, Math.ceil((DENSE_STEPS * batch) / selected.length)));
  return {
    dense: trainDenseSoftmax(texts.dense, labels, selected, { classes, robustness, epochs, batch, rate: 0.04, seed }),
    sparse: trainSparseSoftmax(texts.sparse, labels, selected, {
      classes,
      robustness,
      features: texts.grams,
      epochs: Math.min(15, Math.max(5, Math.ceil(40_000 / selected.length))),
      rate: 0.4,
      seed,
    }),
  };
}

/** Probabilities of the chosen rows, in their order. */
export function pairProbabilities(pair: SoftmaxPair, texts: FeaturisedTexts, members: Int32Array): PairProbabilities {
  const { classes } = pair.dense;
  const dense = new Float32Array(members.length * classes);
  const sparse = new Float32Array(members.length * classes);
  scoreDense(pair.dense, texts.dense, members, dense);
  for (let row = 0; row < members.length; row++) {
    const start = row * classes;
    softmaxInPlace(dense, start, start + classes);
    scoreSparse(pair.sparse, texts.sparse[members[row]], sparse.subarray(start, start + classes));
    softmaxInPlace(sparse, start, start + classes);
  }
  return { dense, sparse };
}
