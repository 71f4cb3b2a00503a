import { mixRow } from './calibration.ts';
import { highestScore } from './dense-softmax.ts';
import type { IntentModel } from './intent-model.ts';
import { nameCosines } from './intent-names.ts';
import { exampleCosines, nearestOfClass, nearestOfRows } from './nearest-examples.ts';
import { nearestVote } from './nearest-vote.ts';
import { pairProbabilities } from './softmax-pair.ts';
import { textFeatures } from './text-features.ts';

/** What a model has to say about one message before anything is rejected. */
export interface IntentEvidence {
  /** Calibrated probability of every intent, given that it is one of them. */
  readonly probabilities: Float32Array;
  /** The most probable intent. */
  readonly favourite: number;
  /** Cosine of the nearest example of the favourite. */
  readonly nearest: number;
  /** The same on the scale of this set of examples: 0 is a stranger, 1 as near as examples are to each other. */
  readonly relative: number;
  /** Highest score of the dense classifier before softmax, as a share of what training examples get. */
  readonly strength: number;
  /** Cosine of the nearest message that is certainly out of scope. */
  readonly outside: number;
}

/**
 * Reads one message.
 * @param text output of `readableText`
 * @param vector its sentence vector
 */
export function gatherEvidence(model: IntentModel, text: string, vector: Float32Array): IntentEvidence {
  const { pair, vocabulary, calibration, examples, closeness } = model;
  const classes = model.labels.length;
  const texts = {
    dense: { dimensions: vector.length, values: vector },
    sparse: [textFeatures(text, vocabulary)],
    grams: vocabulary.grams.size,
  };
  const vote = new Float32Array(classes);
  const cosines = exampleCosines(examples, vector);
  nearestVote(cosines, examples, closeness, vote);
  const names = model.names && new Float32Array(classes);
  if (model.names && names) nameCosines(model.names, vector, names);
  const probabilities = new Float32Array(classes);
  mixRow({ ...pairProbabilities(pair, texts, Int32Array.of(0)), vote, names }, 0, calibration, probabilities);
  const favourite = probabilities.indexOf(Math.max(...probabilities));
  const nearest = nearestOfClass(examples, favourite, cosines);
  const { stranger, neighbour } = closeness;
  return {
    probabilities,
    favourite,
    nearest,
    relative: (nearest - stranger) / (neighbour - stranger),
    strength: highestScore(pair.dense, vector) / model.typicalScore,
    outside: nearestOfRows(model.outside, vector),
  };
}
