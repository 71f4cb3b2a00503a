import type { ConversationEvent } from '../domain/conversation.ts';

/** One stored event with its place in its conversation and among all events of the shop. */
export interface StoredChange {
  /** Place among all events in the order they were committed; counts up from 1, also across restarts and deletions. */
  readonly sequence: number;
  readonly conversationId: string;
  /** Place in the conversation, counted from 1 without gaps. */
  readonly position: number;
  readonly event: ConversationEvent;
}

/**
 * Everything that happens, for live views and for whatever must not miss an event.
 * Every adapter passes test/contracts/change-feed-contract.ts.
 */
export interface ChangeFeed {
  /**
   * Changes with a sequence greater than `after`, in commit order, at most `limit` (default 500). Nothing that commits
   * later ever gets a smaller sequence, so whoever goes on from the last sequence read misses nothing.
   */
  since(after: number, limit?: number): Promise<StoredChange[]>;

  /** The sequence of the newest change; 0 when there has never been one. */
  latest(): Promise<number>;

  /**
   * Calls the listener after this or another process has committed, once for several commits that come together.
   * It may be called for nothing, and it never misses a change for good: read with `since` what there is.
   * @returns a function that ends the subscription
   */
  onChange(listener: () => void): () => void;
}
