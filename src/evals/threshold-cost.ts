import type { TurnScore } from './score.ts';

/** What another answer threshold would do to turns that are met today. */
export interface ThresholdCost {
  /** Rightly refused or asked back, and would be answered. */
  readonly answered: number;
  /** Rightly answered, and would be held back. */
  readonly heldBack: number;
}

/**
 * Counts the turns that are met today and would be decided otherwise. Told from their probabilities: turns that follow
 * in the same conversation are taken as they are.
 */
export function thresholdCost(turns: readonly TurnScore[], inUse: number, threshold: number): ThresholdCost {
  const met = turns.filter((turn) => turn.met);
  const between = ({ got: { answerProbability: probability = 0 } }: TurnScore) =>
    probability >= Math.min(inUse, threshold) && probability < Math.max(inUse, threshold);
  const isHeld = ({ got }: TurnScore) =>
    (got.action === 'refuse' || got.action === 'clarify') && got.awaiting?.slot !== 'order_number';
  const moved = met.filter(between);
  return {
    answered:
      threshold < inUse ? moved.filter((turn) => isHeld(turn) && !turn.expect.action.includes('answer')).length : 0,
    heldBack: threshold > inUse ? moved.filter(({ got }) => got.action === 'answer').length : 0,
  };
}
