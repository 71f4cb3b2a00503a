import type { Generated } from 'kysely';

/** A person who logs in. Times are epoch milliseconds. */
export interface AccountTable {
  id: string;
  name: string;
  /** The name as it is compared; unique among those not deleted. */
  name_key: string;
  display_name: string;
  password_hash: string;
  /** JSON lists of strings. */
  roles: string;
  teams: string;
  languages: string;
  /** 0 or 1. */
  disabled: number;
  created_at: number;
  deleted_at: number | null;
}

/** Somebody who is logged in. */
export interface SessionTable {
  token_hash: string;
  account_id: string;
  created_at: number;
  last_seen_at: number;
}

/** What a program names itself with. */
export interface ShopKeyTable {
  id: string;
  name: string;
  prefix: string;
  secret_hash: string;
  /** JSON list of strings. */
  roles: string;
  created_at: number;
  last_used_at: number | null;
  revoked_at: number | null;
}

/** Failed log-ins by a hashed name or address. */
export interface LogInAttemptTable {
  key: string;
  failures: number;
  last_at: number;
  blocked_until: number;
}

/** What was done by whom. */
export interface AuditTable {
  sequence: Generated<number>;
  at: number;
  actor_kind: string;
  actor_id: string;
  actor_name: string;
  action: string;
  target: string | null;
  /** JSON. */
  details: string | null;
  address: string | null;
}

/** The tables of who may do what, and of who did. */
export interface AccountTables {
  account: AccountTable;
  session: SessionTable;
  shop_key: ShopKeyTable;
  log_in_attempt: LogInAttemptTable;
  audit: AuditTable;
}
