/**
 * What each view says about some rows, `classes` numbers a row. Names and votes are not always at hand: intents may be
 * called by numbers or in another language.
 */
export interface ViewScores {
  /** Probabilities of the classifier over sentence vectors. */
  readonly dense: Float32Array;
  /** Probabilities of the classifier over words and characters. */
  readonly sparse: Float32Array;
  /** Cosines with the names of the intents, see `nameCosines`. */
  readonly names?: Float32Array;
  /** Shares in the vote of the nearest examples, see `nearestVote`. */
  readonly vote?: Float32Array;
}
