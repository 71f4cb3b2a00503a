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

/** Where nothing overlaps, every step makes it a little better. */
const MOST_ROUNDS = 50;
/** A step that was halved so often leads nowhere. */
const LEAST_STEP = 2 ** -20;

/**
 * Platt scaling (Platt, 1999) by Newton's method on held-out margins, weighted to the share of positive messages a shop
 * really sees: training texts hold far more of them than a day at the desk. A step that makes it worse is halved: where
 * positive and negative texts hardly overlap, whole ones lead away for good.
 */
export function calibrate(texts: readonly ScoredText[], prior: number): Calibration {
  const weighted = withWeights(texts, prior);
  let at: Calibration = { slope: 1, offset: 0 };
  let loss = lossOf(at, weighted);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const step = newtonStep(at, weighted);
    const next = shortened(at, step, loss, weighted);
    if (!next) break;
    at = next;
    loss = lossOf(at, weighted);
  }
  return { slope: Number(at.slope.toFixed(4)), offset: Number(at.offset.toFixed(4)) };
}

/** The longest of the step, its half, its quarter and so on that makes it better; undefined when none does. */
function shortened(
  at: Calibration,
  { slope, offset }: Calibration,
  loss: number,
  texts: readonly WeightedText[],
): Calibration | undefined {
  for (let part = 1; part >= LEAST_STEP; part /= 2) {
    const next = { slope: at.slope - part * slope, offset: at.offset - part * offset };
    if (lossOf(next, texts) < loss) return next;
  }
  return undefined;
}

type WeightedText = ScoredText & { readonly weight: number };

function withWeights(texts: readonly ScoredText[], prior: number): WeightedText[] {
  const negative = negativeWeight(texts, prior);
  return texts.map((text) => ({ ...text, weight: text.positive ? 1 : negative }));
}

/** Negative log likelihood. */
function lossOf({ slope, offset }: Calibration, texts: readonly WeightedText[]): number {
  return texts.reduce((sum, { margin, positive, weight }) => {
    const odds = slope * margin + offset;
    const wrong = positive ? -odds : odds;
    return sum + weight * (Math.max(0, wrong) + Math.log1p(Math.exp(-Math.abs(wrong))));
  }, 0);
}

function newtonStep({ slope, offset }: Calibration, texts: readonly WeightedText[]): Calibration {
  let [gs, go, hss, hso, hoo] = [0, 0, 1e-6, 0, 1e-6];
  for (const { margin, positive, weight } of texts) {
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
  return { slope: (hoo * gs - hso * go) / determinant, offset: (hss * go - hso * gs) / determinant };
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
