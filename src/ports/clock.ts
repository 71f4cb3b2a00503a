/** Time and ids are injected so that a run can be repeated to the byte. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

/** A new id, unlike any other. */
export type NewId = () => string;
