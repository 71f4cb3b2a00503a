/** A forward-only step of the database schema. Once released, a step is never edited: a change is a new step. */
export interface Migration {
  /** Counts from 1 without gaps. */
  readonly version: number;
  readonly sql: string;
}

/** Every step from an empty file to the present schema, oldest first. */
export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    sql: `
      CREATE TABLE conversation_event (
        conversation_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        type TEXT NOT NULL,
        at INTEGER NOT NULL,
        message_id TEXT,
        data TEXT NOT NULL,
        PRIMARY KEY (conversation_id, position)
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX conversation_event_message
        ON conversation_event (conversation_id, message_id) WHERE message_id IS NOT NULL;
      CREATE TABLE handoff (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        conversation_id TEXT NOT NULL,
        status TEXT NOT NULL,
        reason TEXT NOT NULL,
        priority TEXT NOT NULL,
        priority_rank INTEGER NOT NULL,
        team TEXT NOT NULL,
        brief TEXT NOT NULL,
        agent_id TEXT,
        outcome TEXT,
        opened_at INTEGER NOT NULL,
        claimed_at INTEGER,
        closed_at INTEGER
      ) STRICT;
      CREATE INDEX handoff_status ON handoff (status, opened_at);
    `,
  },
];
