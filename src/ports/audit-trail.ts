import type { AuditEntry } from '../domain/account.ts';

/** An entry with its place in the trail. */
export interface StoredAuditEntry extends AuditEntry {
  /** Grows with every entry. */
  readonly sequence: number;
}

/**
 * What was done by whom: appended, never changed.
 * Every adapter passes test/contracts/account-store-contract.ts.
 */
export interface AuditTrail {
  append(entry: AuditEntry): Promise<void>;
  /** Newest first. `before` is a sequence: only older entries. `action` is exact, or a prefix when it ends with a full stop. */
  list(filter: {
    readonly before?: number;
    readonly limit?: number;
    readonly action?: string;
    readonly actorId?: string;
    readonly target?: string;
  }): Promise<StoredAuditEntry[]>;
}
