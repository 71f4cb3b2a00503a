/** How an engine tells that events were stored, within this process and to others on the same database. */
export interface ChangeSignal {
  /** Called when a transaction of this process that stored events has committed. */
  committed(): void;
  /** See `ChangeFeed.onChange`. */
  onChange(listener: () => void): () => void;
  close(): Promise<void>;
}
