/**
 * What is said once and never kept: that somebody is writing, or that a conversation was erased. It reaches every process
 * of a desk that listens, this one included; who does not listen never hears of it, and must do without.
 */
export interface Whispers {
  /**
   * @param text at most a few hundred characters
   * @throws when it cannot be passed on
   */
  whisper(text: string): Promise<void>;
  /** @returns a function that ends the subscription */
  onWhisper(listener: (text: string) => void): () => void;
}

/** Whispers within one process. */
export function createWhispers(): Whispers {
  const listeners = new Set<(text: string) => void>();
  return {
    async whisper(text) {
      for (const listener of [...listeners]) listener(text);
    },
    onWhisper(listener) {
      const own = (text: string) => listener(text);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };
}
