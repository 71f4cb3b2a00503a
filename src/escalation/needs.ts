import type { Needs } from '../domain/understanding.ts';

/** The needs of a person that are read from one message, in the order in which the weights hold them. */
export const NEEDS = [
  'human_request',
  'anger',
  'threat',
  'legal',
  'safety',
  'staff_only',
] as const satisfies readonly (keyof Needs)[];
export type Need = (typeof NEEDS)[number];

/**
 * Probability from which a need is believed by itself: near the best F1 of cross-validation over our own texts, one
 * message in twenty of the kind. Lawyers and courts are also named by who only threatens a bad review, and what staff may
 * grant is also what articles explain: these two are believed later than by that.
 */
const BELIEVED: Readonly<Record<Need, number>> = {
  human_request: 0.5,
  anger: 0.35,
  threat: 0.5,
  legal: 0.85,
  safety: 0.35,
  staff_only: 0.4,
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
