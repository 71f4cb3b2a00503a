/** Where a conversation lives outside: enough to send a line there. */
export interface ChannelAddress {
  readonly conversationId: string;
  /** The channel's name, such as `chatwoot:main`. */
  readonly channel: string;
  /** Ids of the other side, as the channel needs them. */
  readonly address: Readonly<Record<string, string>>;
}

/** What channels must remember. Every adapter passes test/contracts/channel-store-contract.ts. */
export interface ChannelStore {
  /** Undefined for a conversation that came in by no channel. */
  address(conversationId: string): Promise<ChannelAddress | undefined>;
  /** Stores or replaces it. */
  keepAddress(address: ChannelAddress): Promise<void>;
  /** The value of a key, such as how far a message list was read; undefined when there is none. */
  recall(key: string): Promise<string | undefined>;
  /**
   * Stores or replaces it.
   * @param until epoch milliseconds from when on it may be forgotten; never when absent
   */
  remember(key: string, value: string, until?: number): Promise<void>;
  /** Stores it unless there is one already; returns what is stored then. Of several at once one wins. */
  settle(key: string, value: string, until?: number): Promise<string>;
  /** Forgets the values whose time is over. */
  prune(now: number): Promise<void>;
}
