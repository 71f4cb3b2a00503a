/**
 * Probability from which a message is taken for one that leaves open what is meant. Of held-out shops' messages that nothing
 * answers, this finds three vague ones in four and takes one other in a hundred for vague (docs/decisions/0037).
 */
const VAGUE = 0.3;

/** Whether a message leaves open what is meant. @param vague as in `Understanding` */
export function isVague(vague: number): boolean {
  return vague >= VAGUE;
}
