/**
 * What somebody may do. `agent` answers customers, `admin` may do everything; no route asks for `editor` or `analyst` yet,
 * as knowledge is edited in its folder and reports are made on the command line.
 */
export const ROLES = ['agent', 'editor', 'analyst', 'admin'] as const;
/** One of `ROLES`. */
export type Role = (typeof ROLES)[number];

/** Who a request comes from: a person with a session, a program with a shop key, or anybody where no guard is set. */
export interface Actor {
  readonly kind: 'agent' | 'key' | 'open';
  /** The account's or the key's id; what is written into events and the audit trail. */
  readonly id: string;
  /** The name to show. */
  readonly name: string;
  readonly roles: readonly Role[];
}

/** True when the actor has one of the roles, or is an admin, who may do everything. */
export function mayAct(actor: Actor, roles: readonly Role[]): boolean {
  return actor.roles.includes('admin') || roles.some((role) => actor.roles.includes(role));
}

/** A person who logs in. Times are epoch milliseconds. */
export interface Account {
  readonly id: string;
  /** What the person logs in with; unique whatever its case, but for deleted accounts. */
  readonly name: string;
  /** What customers and colleagues see. */
  readonly displayName: string;
  readonly roles: readonly Role[];
  /** Teams whose hand-offs the person takes; empty for all of them. */
  readonly teams: readonly string[];
  /** Languages the person answers in, such as `zh`; empty for all of them. */
  readonly languages: readonly string[];
  /** May not log in, for now. */
  readonly disabled: boolean;
  readonly createdAt: number;
  /** The row stays, so that old conversations can still name who answered. */
  readonly deletedAt?: number;
}

/** Somebody who is logged in. */
export interface Session {
  /** SHA-256 of the token that the browser holds; the token itself is stored nowhere. */
  readonly tokenHash: string;
  readonly accountId: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
}

/** What a program names itself with. */
export interface ShopKey {
  readonly id: string;
  readonly name: string;
  /** How the key begins, to tell it from others. */
  readonly prefix: string;
  /** Empty for a key that may only speak for customers. */
  readonly roles: readonly Role[];
  readonly createdAt: number;
  readonly lastUsedAt?: number;
  readonly revokedAt?: number;
}

/** Something that was done, for whoever must account for it later. It never holds what a customer wrote, or who one is. */
export interface AuditEntry {
  readonly at: number;
  readonly actor: { readonly kind: Actor['kind'] | 'system' | 'nobody'; readonly id: string; readonly name: string };
  /** What was done, as `thing.verb`, such as `account.created`. */
  readonly action: string;
  /** To what: an id of an account, a key, a hand-off. */
  readonly target?: string;
  /** More of it, of our own vocabulary. */
  readonly details?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** Where it came from. Only for what staff do. */
  readonly address?: string;
}

/** Names that look the same to a person who types them are the same: whatever their case and width. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
