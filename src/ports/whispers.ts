/**
 * What is worth knowing for a moment and is never kept, such as that somebody is writing. It reaches every process of a
 * desk that can be told, this one included, or nobody: whoever did not hear it has missed nothing.
 */
export interface Whispers {
  /** @param text at most a few hundred characters */
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
