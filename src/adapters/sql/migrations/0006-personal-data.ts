import type { Migration } from '../migration.ts';
import { runStatements } from '../run-statements.ts';

/** Finds what a customer has written, and what is old enough to be forgotten, without reading everything. */
export const personalData: Migration = {
  version: 6,
  up: (db, engine) => {
    // A damaged row must not keep the server from starting.
    const customer =
      engine === 'sqlite'
        ? `CASE WHEN json_valid(data) THEN json_extract(data, '$.customer.id') END`
        : `((data::json -> 'customer' ->> 'id'))`;
    return runStatements(db, [
      'ALTER TABLE conversation_event ADD COLUMN redacted integer NOT NULL DEFAULT 0',
      'CREATE INDEX conversation_event_age ON conversation_event (at) WHERE redacted = 0',
      `CREATE INDEX conversation_event_customer ON conversation_event (${customer}) WHERE type = 'customer_wrote'`,
    ]);
  },
};
