/** Probability of log odds. */
export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Log odds of a probability, which is first brought between `least` and `most`: certainty would have no end. */
export function logOddsOf(probability: number, least: number, most = 1 - least): number {
  const inside = Math.min(most, Math.max(least, probability));
  return Math.log(inside / (1 - inside));
}
