/** Between two signs that the customer types, in milliseconds. */
const TYPING_EVERY = 3000;

/** Tells that the customer is typing, as seldom as will do. */
export class TypingNotice {
  readonly #now: () => number;
  #toldAt = 0;

  /** @param now milliseconds of a clock */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** @param tell tells it; what it throws is passed over */
  give(tell: () => Promise<void>): void {
    const now = this.#now();
    if (now - this.#toldAt < TYPING_EVERY) return;
    this.#toldAt = now;
    // It is only a courtesy: when it does not arrive, nothing is amiss.
    tell().catch(() => {});
  }
}
