import type { ConversationEvent } from '../domain/conversation.ts';
import type { Handoff, HandoffStatus } from '../domain/handoff.ts';

/** Which hand-offs to list; everything that is absent does not matter. */
export interface HandoffFilter {
  readonly status?: HandoffStatus;
  /** Code of the desk's team. */
  readonly team?: string;
  /** Who holds or closed it, or is offered it. */
  readonly agentId?: string;
  readonly conversationIds?: readonly string[];
  /** 200 when absent. */
  readonly limit?: number;
}

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

  /**
   * In the order of the queue (`compareQueue`), at most `limit`: first the most urgent of those that are open, so that
   * none is overlooked for being old, and then the newest of those that are closed.
   */
  listHandoffs(filter: HandoffFilter): Promise<Handoff[]>;

  /** Undefined when there is none. */
  getHandoff(id: string): Promise<Handoff | undefined>;

  /** Cheap check that the database answers; used by /readyz. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
