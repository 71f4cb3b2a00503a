import type { Migration } from '../migration.ts';
import { runStatements } from '../run-statements.ts';

/**
 * Numbers all events in the order of their commits. Events that are there already are ordered by time, and within a
 * conversation by position, whatever the clock did meanwhile.
 */
export const changeSequence: Migration = {
  version: 2,
  up: (db, engine) => {
    const big = engine === 'sqlite' ? 'INTEGER' : 'bigint';
    const strict = engine === 'sqlite' ? ' STRICT' : '';
    return runStatements(db, [
      `ALTER TABLE conversation_event ADD COLUMN sequence ${big} NOT NULL DEFAULT 0`,
      `UPDATE conversation_event SET sequence = numbered.sequence FROM (
        SELECT conversation_id, position,
          row_number() OVER (ORDER BY reached, conversation_id, position) AS sequence
        FROM (
          SELECT conversation_id, position,
            max(at) OVER (PARTITION BY conversation_id ORDER BY position) AS reached
          FROM conversation_event
        ) AS timed
      ) AS numbered
      WHERE numbered.conversation_id = conversation_event.conversation_id
        AND numbered.position = conversation_event.position`,
      'CREATE UNIQUE INDEX conversation_event_sequence ON conversation_event (sequence)',
      `CREATE TABLE change_counter (id INTEGER PRIMARY KEY CHECK (id = 1), value ${big} NOT NULL)${strict}`,
      'INSERT INTO change_counter SELECT 1, coalesce(max(sequence), 0) FROM conversation_event',
      ...(engine === 'postgres' ? ANNOUNCE : []),
    ]);
  },
};

/** Whoever raises the counter tells all other processes when the transaction commits, and cannot forget to. */
const ANNOUNCE = [
  `CREATE FUNCTION announce_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_notify('xiaoer_' || md5(TG_TABLE_SCHEMA), '');
      RETURN NULL;
    END
  $$`,
  'CREATE TRIGGER announce_change AFTER UPDATE ON change_counter EXECUTE FUNCTION announce_change()',
];
