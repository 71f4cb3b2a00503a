import type { Calibration } from '../../src/escalation/message-model.ts';

/** A margin of a text that the model was not fitted on, with its label. */
export interface ScoredText {
  readonly margin: number;
  readonly positive: boolean;
}

/** Weight of a negative text so that positive ones make up `prior` of the total weight. */
export function negativeWeight(texts: readonly ScoredText[], prior: number): number {
  const positives = texts.filter((text) => text.positive).length;
  return (positives * (1 - prior)) / prior / Math.max(1, texts.length - positives);
}

/**
 * Platt scaling (Platt, 1999) by Newton's method on held-out margins, weighted to the share of positive messages a shop
 * really sees: training texts hold far more of them than a day at the desk.
 */
export function calibrate(texts: readonly ScoredText[], prior: number): Calibration {
  const negative = negativeWeight(texts, prior);
  let slope = 1;
  let offset = 0;
  for (let round = 0; round < 50; round++) {
    let [gs, go, hss, hso, hoo] = [0, 0, 1e-6, 0, 1e-6];
    for (const { margin, positive } of texts) {
      const weight = positive ? 1 : negative;
      const p = 1 / (1 + Math.exp(-(slope * margin + offset)));
      const error = weight * (p - Number(positive));
      const curvature = weight * p * (1 - p);
      gs += error * margin;
      go += error;
      hss += curvature * margin * margin;
      hso += curvature * margin;
      hoo += curvature;
    }
    const determinant = hss * hoo - hso * hso;
    slope -= (hoo * gs - hso * go) / determinant;
    offset -= (hss * go - hso * gs) / determinant;
  }
  return { slope: Number(slope.toFixed(4)), offset: Number(offset.toFixed(4)) };
}

/** The probability threshold with the best F1 under the same weighting, and that F1. */
export function bestThreshold(
  texts: readonly { readonly probability: number; readonly positive: boolean }[],
  prior: number,
): { threshold: number; f1: number } {
  const negative = negativeWeight(
    texts.map(({ probability, positive }) => ({ margin: probability, positive })),
    prior,
  );
  const positives = texts.filter((text) => text.positive).length;
  let [hits, alarms] = [0, 0];
  let best = { threshold: 0.5, f1: 0 };
  for (const { probability, positive } of [...texts].sort((a, b) => b.probability - a.probability)) {
    if (positive) hits += 1;
    else alarms += negative;
    const f1 = (2 * hits) / (hits + alarms + positives);
    if (f1 > best.f1) best = { threshold: probability, f1 };
  }
  return best;
}
