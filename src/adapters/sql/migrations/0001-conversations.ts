import type { Migration } from '../migration.ts';
import { runStatements } from '../run-statements.ts';

/** Conversations and hand-offs. The SQLite statements are those of release 0.1.0, which knew no other engine. */
export const conversations: Migration = {
  version: 1,
  up: (db, engine) => runStatements(db, [...TABLES[engine], ...INDEXES]),
};

const TABLES = {
  sqlite: [
    `CREATE TABLE conversation_event (
      conversation_id TEXT NOT NULL,
      position INTEGER NOT NULL,
      type TEXT NOT NULL,
      at INTEGER NOT NULL,
      message_id TEXT,
      data TEXT NOT NULL,
      PRIMARY KEY (conversation_id, position)
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE handoff (
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
    ) STRICT`,
  ],
  postgres: [
    `CREATE TABLE conversation_event (
      conversation_id text NOT NULL,
      position bigint NOT NULL,
      type text NOT NULL,
      at bigint NOT NULL,
      message_id text,
      data text NOT NULL,
      PRIMARY KEY (conversation_id, position)
    )`,
    `CREATE TABLE handoff (
      sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      id text NOT NULL UNIQUE,
      conversation_id text NOT NULL,
      status text NOT NULL,
      reason text NOT NULL,
      priority text NOT NULL,
      priority_rank integer NOT NULL,
      team text NOT NULL,
      brief text NOT NULL,
      agent_id text,
      outcome text,
      opened_at bigint NOT NULL,
      claimed_at bigint,
      closed_at bigint
    )`,
  ],
};

const INDEXES = [
  `CREATE UNIQUE INDEX conversation_event_message
    ON conversation_event (conversation_id, message_id) WHERE message_id IS NOT NULL`,
  'CREATE INDEX handoff_status ON handoff (status, opened_at)',
];
