import type { Generated } from 'kysely';

/** A message to be sent or worked off. Times are epoch milliseconds. */
export interface OutboxMessageTable {
  /** Order of queueing. */
  sequence: Generated<number>;
  id: string;
  target: string;
  lane: string | null;
  /** Sequence of the event it tells of. */
  change_sequence: number | null;
  /** Null once it is done. */
  payload: string | null;
  created_at: number;
  due_at: number;
  /** Nobody else takes it before. */
  claimed_until: number;
  attempts: number;
  state: 'pending' | 'done' | 'dead';
  failure: string | null;
  failure_status: number | null;
  ended_at: number | null;
}

/** How far a target of the outbox has read the change feed. */
export interface FeedCursorTable {
  target: string;
  sequence: number;
}

/** An endpoint of webhooks. Times are epoch milliseconds. */
export interface WebhookEndpointTable {
  id: string;
  url: string;
  description: string | null;
  /** JSON list of event types; empty for all. */
  events: string;
  /** 0 or 1. */
  unmasked: number;
  /** JSON list. */
  secrets: string;
  created_at: number;
  disabled_at: number | null;
  disabled_reason: string | null;
}

/** Where a conversation lives outside. */
export interface ChannelAddressTable {
  conversation_id: string;
  channel: string;
  /** JSON object of texts. */
  address: string;
}

/** What channels remember. */
export interface ChannelValueTable {
  key: string;
  value: string;
  /** Epoch milliseconds from when on it may be forgotten. */
  until: number | null;
}

/** The tables of channels and webhooks as kysely sees them. */
export interface ChannelTables {
  outbox_message: OutboxMessageTable;
  feed_cursor: FeedCursorTable;
  webhook_endpoint: WebhookEndpointTable;
  channel_address: ChannelAddressTable;
  channel_value: ChannelValueTable;
}
