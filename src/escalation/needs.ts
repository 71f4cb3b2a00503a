import type { NEEDS, Needs } from '../domain/understanding.ts';

/** A reason for a person that one message can show; one of `NEEDS`. */
export type Need = (typeof NEEDS)[number];

/**
 * Probability from which a need is believed by itself. Higher than the best F1 of cross-validation over our own texts
 * (0.25 to 0.4) where as many messages of the evals' dev halves are then found with fewer false alarms: what staff may grant
 * is also what articles explain, and lawyers are also named by who only threatens a bad review.
 */
const BELIEVED: Readonly<Record<Need, number>> = {
  human_request: 0.5,
  anger: 0.4,
  threat: 0.5,
  legal: 0.85,
  safety: 0.5,
  staff_only: 0.6,
};

/** Whether a message needs a person for this reason, as far as the message by itself can tell. */
export function isNeeded(need: Need, needs: Needs): boolean {
  return needs[need] >= BELIEVED[need];
}

/** Probability, 0 to 1, from which a need is believed by itself. */
export function believedFrom(need: Need): number {
  return BELIEVED[need];
}

/** The intents that ship with a need of a person: the models learned from their examples, so they may overrule them. */
const LEARNED_INTENTS: ReadonlySet<string> = new Set([
  'human_request',
  'complain',
  'report_authority',
  'threaten_bad_review',
  'legal_action',
  'safety_injury',
  'compensation_request',
]);

/** Whether the models know what an intent stands for; a shop's own intent may call a person for what they never saw. */
export function isLearned(intent: string): boolean {
  return LEARNED_INTENTS.has(intent);
}
