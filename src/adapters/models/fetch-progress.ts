/** Hears how a download advances; a terminal draws a bar, a log stays silent. */
export interface FetchProgress {
  /** A file of `bytes` bytes begins; call the result with each amount received and `done` at its end, however it ends. */
  begin(label: string, bytes: number): { advance(bytes: number): void; done(): void };
}

/** Draws nothing: for servers without a terminal, and for tests. */
export const silentProgress: FetchProgress = {
  begin: () => ({ advance: () => {}, done: () => {} }),
};
