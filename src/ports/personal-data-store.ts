/** What was taken away. */
export interface Erased {
  readonly conversations: number;
  readonly events: number;
  readonly handoffs: number;
}

/** One step of forgetting by age. */
export interface Forgotten {
  /** Ids of conversations of which nothing is left. */
  readonly conversationIds: readonly string[];
  /** Old events of conversations that go on; they are there, without words and names. */
  readonly redactedEvents: number;
  /** Whether there is more to forget. */
  readonly more: boolean;
}

/**
 * Finds and takes away what is kept of customers, everywhere in the database. It stands in line with appends, so that
 * nobody sees half of it.
 * Every adapter passes test/contracts/personal-data-store-contract.ts.
 */
export interface PersonalDataStore {
  /** Ids of the conversations in which the customer was named, in the order of their beginnings. */
  conversationsOf(customerId: string): Promise<string[]>;
  /**
   * Deletes these conversations: events, hand-offs, messages that wait to be sent, addresses of channels. Whoever writes
   * under such an id afterwards begins anew.
   */
  erase(conversationIds: readonly string[]): Promise<Erased>;
  /**
   * Takes one step: deletes conversations in which nothing has happened since then, and redacts old events of those that
   * go on, which keep their length. Conversations with an open hand-off are left alone.
   */
  forgetBefore(at: number): Promise<Forgotten>;
}
