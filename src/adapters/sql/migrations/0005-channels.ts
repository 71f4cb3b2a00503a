import type { Migration } from '../migration.ts';
import { runStatements } from '../run-statements.ts';

/** Endpoints of webhooks, the outbox, and what channels remember. */
export const channels: Migration = {
  version: 5,
  up: (db, engine) => {
    const big = engine === 'sqlite' ? 'INTEGER' : 'bigint';
    const strict = engine === 'sqlite' ? ' STRICT' : '';
    const counted =
      engine === 'sqlite' ? 'INTEGER PRIMARY KEY AUTOINCREMENT' : 'bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY';
    return runStatements(db, [
      `CREATE TABLE outbox_message (
        sequence ${counted},
        id TEXT NOT NULL UNIQUE,
        target TEXT NOT NULL,
        lane TEXT,
        change_sequence ${big},
        payload TEXT,
        created_at ${big} NOT NULL,
        due_at ${big} NOT NULL,
        claimed_until ${big} NOT NULL,
        attempts INTEGER NOT NULL,
        state TEXT NOT NULL,
        failure TEXT,
        failure_status INTEGER,
        ended_at ${big}
      )${strict}`,
      'CREATE INDEX outbox_message_due ON outbox_message (target, state, due_at)',
      `CREATE INDEX outbox_message_lane ON outbox_message (target, lane, sequence) WHERE state = 'pending'`,
      'CREATE INDEX outbox_message_ended ON outbox_message (state, ended_at)',
      `CREATE TABLE feed_cursor (target TEXT NOT NULL PRIMARY KEY, sequence ${big} NOT NULL)${strict}`,
      `CREATE TABLE webhook_endpoint (
        id TEXT NOT NULL PRIMARY KEY,
        url TEXT NOT NULL,
        description TEXT,
        events TEXT NOT NULL,
        unmasked INTEGER NOT NULL,
        secrets TEXT NOT NULL,
        created_at ${big} NOT NULL,
        disabled_at ${big},
        disabled_reason TEXT
      )${strict}`,
      `CREATE TABLE channel_address (
        conversation_id TEXT NOT NULL PRIMARY KEY,
        channel TEXT NOT NULL,
        address TEXT NOT NULL
      )${strict}`,
      `CREATE TABLE channel_value (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL, until ${big})${strict}`,
      'CREATE INDEX channel_value_until ON channel_value (until) WHERE until IS NOT NULL',
    ]);
  },
};
