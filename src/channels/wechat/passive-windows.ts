/**
 * The moments in which a reply may still go back in the answer to WeChat's callback. Whoever sends replies by the API
 * waits until the window is closed.
 */
export class PassiveWindows {
  readonly #open = new Map<string, Promise<unknown>>();

  /** Keeps the window of a message open until `answered` settles. */
  async during<T>(key: string, answered: Promise<T>): Promise<T> {
    this.#open.set(key, answered);
    try {
      return await answered;
    } finally {
      if (this.#open.get(key) === answered) this.#open.delete(key);
    }
  }

  /** Resolves when no window of the message is open in this process. */
  async closed(key: string): Promise<void> {
    await this.#open.get(key)?.catch(() => undefined);
  }
}
