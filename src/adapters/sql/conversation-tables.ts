import type { ColumnType, Generated } from 'kysely';

/** One event of a conversation; `position` counts from 1 without gaps, so the highest is the conversation's version. */
export interface ConversationEventTable {
  conversation_id: string;
  position: number;
  type: string;
  /** Epoch milliseconds. */
  at: number;
  /** Set for what a person wrote; unique within the conversation. */
  message_id: string | null;
  /** The whole event as JSON; the other columns are copies to search by. */
  data: string;
  /** Place among the events of all conversations, in the order of their commits. */
  sequence: number;
  /** 1 when words and names were taken out because of its age. */
  redacted: Generated<number>;
}

/** The present state of a hand-off, derived from its conversation's events and updated in the same transaction. */
export interface HandoffTable {
  /** Order of opening, for hand-offs of the same millisecond. */
  sequence: Generated<number>;
  id: ColumnType<string, string, never>;
  conversation_id: ColumnType<string, string, never>;
  status: string;
  team: string;
  agent_id: string | null;
  offered_to: string | null;
  customer_id: string | null;
  opened_at: number;
  /** Place in the queue, higher first; `queueRank` in the domain. */
  queue_rank: number;
  /** The whole hand-off as JSON; the other columns are copies to search by. */
  data: string;
}

/** The tables as kysely sees them; the migrations create them. */
export interface ConversationTables {
  conversation_event: ConversationEventTable;
  handoff: HandoffTable;
}
