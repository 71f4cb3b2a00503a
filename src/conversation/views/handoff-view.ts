import { type Handoff, type HandoffStage, handoffStage } from '../../domain/handoff.ts';

/** A hand-off as agents see it. */
export interface HandoffView extends Handoff {
  readonly stage: HandoffStage;
}

/** Adds what is derived from the rest. */
export function handoffView(handoff: Handoff): HandoffView {
  return { ...handoff, stage: handoffStage(handoff) };
}
