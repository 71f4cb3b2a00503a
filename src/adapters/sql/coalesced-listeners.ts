/** Listeners that are called once, a moment later, for all reasons to call them that come together. */
export class CoalescedListeners {
  readonly #listeners = new Set<() => void>();
  #due = false;

  /** Whether anybody listens. */
  get isEmpty(): boolean {
    return this.#listeners.size === 0;
  }

  /** @returns a function that ends the subscription; the same function subscribed twice is called twice. */
  add(listener: () => void): () => void {
    const own = () => listener();
    this.#listeners.add(own);
    return () => {
      this.#listeners.delete(own);
    };
  }

  /** Calls everyone soon. */
  call(): void {
    if (this.#due || this.isEmpty) return;
    this.#due = true;
    setImmediate(() => {
      this.#due = false;
      for (const listener of [...this.#listeners]) listener();
    });
  }

  /** Forgets everyone. */
  clear(): void {
    this.#listeners.clear();
  }
}
