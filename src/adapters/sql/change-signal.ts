import type { Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** How an engine tells that events were stored, within this process and to others on the same database. */
export interface ChangeSignal {
  /** Called inside the transaction that stores events: other processes hear of them once it has committed. */
  announce(transaction: Transaction<Tables>): Promise<void>;
  /** Called when such a transaction of this process has committed. */
  committed(): void;
  /** See `ChangeFeed.onChange`. */
  onChange(listener: () => void): () => void;
  close(): Promise<void>;
}
