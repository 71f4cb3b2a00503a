/** Where the front desk draws its lines; probabilities from 0 to 1. */
export interface DecisionThresholds {
  /** At least so likely right, and the answer is given. Higher: fewer wrong answers, fewer settled customers. */
  readonly answer: number;
  /** At least so likely, and the closest topics are offered; below, the bot says that it does not know. */
  readonly clarify: number;
  /** At least so certain an intent must be to steer the turn (look-up, small talk). */
  readonly intent: number;
}

/**
 * `answer` is the lowest line at which at most 4.5% of all messages are answered wrongly in held-out training shops of either
 * language (docs/decisions/0038); the others were chosen there and on the demo shop's dev half.
 */
export const DEFAULT_THRESHOLDS: DecisionThresholds = { answer: 0.68, clarify: 0.3, intent: 0.5 };
