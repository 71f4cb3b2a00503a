import type { ConversationEvent, Handoff, HandoffStatus } from '../domain/conversation.ts';

/**
 * Keeps conversations as append-only event lists and hand-offs as their projection.
 * Every adapter passes test/contracts/conversation-store-contract.ts.
 */
export interface ConversationStore {
  /** All events in order; empty for a conversation nobody has started. */
  load(conversationId: string): Promise<ConversationEvent[]>;

  /**
   * Appends atomically and durably: when the promise resolves, a power cut loses nothing.
   * Hand-off events update the hand-off rows in the same transaction.
   * @throws ConflictError when the conversation no longer has `expectedVersion` events, or a messageId was already stored.
   */
  append(conversationId: string, expectedVersion: number, events: readonly ConversationEvent[]): Promise<void>;

  /** Newest `limit` (default 200) hand-offs, most urgent first and then oldest first; all statuses when none is given. */
  listHandoffs(filter: { status?: HandoffStatus; limit?: number }): Promise<Handoff[]>;

  /** Undefined when there is none. */
  getHandoff(id: string): Promise<Handoff | undefined>;

  /** Cheap check that the database answers; used by /readyz. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
