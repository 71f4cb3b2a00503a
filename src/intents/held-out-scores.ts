import { measureCloseness } from './closeness.ts';
import type { DenseRows } from './dense-softmax.ts';
import { type IntentNames, nameCosines } from './intent-names.ts';
import { exampleCosines, keepExamples } from './nearest-examples.ts';
import { nearestVote } from './nearest-vote.ts';
import type { PairProbabilities } from './softmax-pair.ts';
import { stratifiedFolds } from './stratified-folds.ts';
import type { ViewScores } from './view-scores.ts';

/** What is needed to let the neighbours of held-out rows vote as the model's examples will. */
export interface HeldOut {
  readonly dense: DenseRows;
  readonly labels: Int32Array;
  /** Out-of-fold probabilities of all rows. */
  readonly held: PairProbabilities;
  /** Rows whose label is believed: only these vote. */
  readonly selected: Int32Array;
  readonly names?: IntentNames;
  readonly classes: number;
  readonly folds: number;
  readonly seed: number;
}

/** Scores of some rows from views that have not seen them. The folds are those of `crossValidate`. */
export function heldOutScores(rows: Int32Array, input: HeldOut): ViewScores {
  const { held, classes, names, dense } = input;
  const scores = { ...pickRows(held, rows, classes), vote: heldOutVotes(rows, input) };
  if (!names) return scores;
  const cosines = new Float32Array(rows.length * classes);
  rows.forEach((row, index) => {
    nameCosines(names, vectorAt(dense, row), cosines.subarray(index * classes, (index + 1) * classes));
  });
  return { ...scores, names: cosines };
}

/** The probabilities of some rows, in their order. */
export function pickRows({ dense, sparse }: PairProbabilities, rows: Int32Array, classes: number): PairProbabilities {
  const pick = (values: Float32Array) => {
    const picked = new Float32Array(rows.length * classes);
    rows.forEach((row, index) => {
      picked.set(values.subarray(row * classes, (row + 1) * classes), index * classes);
    });
    return picked;
  };
  return { dense: pick(dense), sparse: pick(sparse) };
}

function heldOutVotes(rows: Int32Array, input: HeldOut): Float32Array {
  const { dense, labels, selected, classes, folds, seed } = input;
  const foldOf = stratifiedFolds(labels, folds, seed);
  const votes = new Float32Array(rows.length * classes);
  for (let fold = 0; fold < folds; fold++) {
    const voters = selected.filter((row) => foldOf[row] !== fold);
    const examples = keepExamples(dense, labels, voters, classes, seed);
    const closeness = measureCloseness(examples, seed);
    rows.forEach((row, index) => {
      if (foldOf[row] !== fold) return;
      const share = votes.subarray(index * classes, (index + 1) * classes);
      nearestVote(exampleCosines(examples, vectorAt(dense, row)), examples, closeness, share);
    });
  }
  return votes;
}

function vectorAt({ dimensions, values }: DenseRows, row: number): Float32Array {
  return values.subarray(row * dimensions, (row + 1) * dimensions);
}
