import { logOddsOf, probabilityOf } from '../numeric/logistic.ts';
import type { IntentEvidence } from './intent-evidence.ts';

/** Messages below this confidence are out of scope: more likely something unknown than the favourite. */
export const DEFAULT_THRESHOLD = 0.5;

/**
 * Logistic regression of "the favourite is right" on evidence from simulated shops: 8 sets of CLINC150 training
 * intents (Larson et al. 2019, CC BY 3.0) and 12 of this project's own catalogue, 15 to 92 intents known with 4 to 50
 * examples each, others unknown, and messages that no shop means. The intercept is set so that 0.5 is the point that
 * suits live traffic, where known intents are more frequent than in the simulation.
 */
const WEIGHTS = { logOdds: 0.38, nearest: 1.1, relative: 0.8, margin: 1.1, strength: 1.15, intercept: -2.2 };
const SMALLEST = 1e-4;

/**
 * How sure one may be that the favourite is what the customer wants, 0 to 1. A classifier alone is sure of itself on
 * messages unlike anything it has seen, so the likeness to a known example counts as well, and whether a message that
 * is certainly out of scope is more alike.
 */
export function confidenceOf({
  probabilities,
  favourite,
  nearest,
  relative,
  strength,
  outside,
}: IntentEvidence): number {
  const logit =
    WEIGHTS.intercept +
    WEIGHTS.logOdds * logOddsOf(probabilities[favourite], SMALLEST) +
    WEIGHTS.nearest * nearest +
    WEIGHTS.relative * relative +
    WEIGHTS.strength * strength +
    WEIGHTS.margin * (nearest - outside);
  return probabilityOf(logit);
}
