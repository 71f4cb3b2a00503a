import type { Migration } from '../migration.ts';
import { runStatements } from '../run-statements.ts';

/** Accounts, sessions, shop keys, failed log-ins, and the trail of what was done; the trail refuses to be changed. */
export const accounts: Migration = {
  version: 4,
  up: (db, engine) => runStatements(db, [...tables(engine === 'sqlite'), ...INDEXES, ...APPEND_ONLY[engine]]),
};

function tables(isSqlite: boolean): string[] {
  const big = isSqlite ? 'INTEGER' : 'bigint';
  const end = isSqlite ? ') STRICT' : ')';
  const sequence = isSqlite ? 'INTEGER PRIMARY KEY AUTOINCREMENT' : 'bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY';
  return [
    `CREATE TABLE account (
      id text PRIMARY KEY,
      name text NOT NULL,
      name_key text NOT NULL,
      display_name text NOT NULL,
      password_hash text NOT NULL,
      roles text NOT NULL,
      teams text NOT NULL,
      languages text NOT NULL,
      disabled integer NOT NULL,
      created_at ${big} NOT NULL,
      deleted_at ${big}
    ${end}`,
    `CREATE TABLE session (
      token_hash text PRIMARY KEY,
      account_id text NOT NULL REFERENCES account (id),
      created_at ${big} NOT NULL,
      last_seen_at ${big} NOT NULL
    ${end}`,
    `CREATE TABLE shop_key (
      id text PRIMARY KEY,
      name text NOT NULL,
      prefix text NOT NULL,
      secret_hash text NOT NULL UNIQUE,
      roles text NOT NULL,
      created_at ${big} NOT NULL,
      last_used_at ${big},
      revoked_at ${big}
    ${end}`,
    `CREATE TABLE log_in_attempt (
      key text PRIMARY KEY,
      failures integer NOT NULL,
      last_at ${big} NOT NULL,
      blocked_until ${big} NOT NULL
    ${end}`,
    `CREATE TABLE audit (
      sequence ${sequence},
      at ${big} NOT NULL,
      actor_kind text NOT NULL,
      actor_id text NOT NULL,
      actor_name text NOT NULL,
      action text NOT NULL,
      target text,
      details text,
      address text
    ${end}`,
  ];
}

const INDEXES = [
  'CREATE UNIQUE INDEX account_name ON account (name_key) WHERE deleted_at IS NULL',
  'CREATE INDEX session_account ON session (account_id)',
  'CREATE INDEX audit_action ON audit (action, sequence)',
];

const APPEND_ONLY = {
  sqlite: ['UPDATE', 'DELETE'].map(
    (change) => `CREATE TRIGGER audit_refuses_${change.toLowerCase()} BEFORE ${change} ON audit
      BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END`,
  ),
  postgres: [
    `CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'the audit trail is append-only'; END $$`,
    `CREATE TRIGGER audit_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit()`,
  ],
};
