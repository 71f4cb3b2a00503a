import type { AuditEntry } from '../../src/domain/account.ts';
import type { AuditTrail, StoredAuditEntry } from '../../src/ports/audit-trail.ts';

/** A trail that is forgotten with the process; passes the same contract as the real one. `entries` are oldest first. */
export class InMemoryAuditTrail implements AuditTrail {
  readonly entries: StoredAuditEntry[] = [];

  async append(entry: AuditEntry): Promise<void> {
    // Through JSON, as a database would: what is undefined is absent.
    this.entries.push({ ...JSON.parse(JSON.stringify(entry)), sequence: this.entries.length + 1 });
  }

  async list({ before = Infinity, limit = 100, action, actorId, target }: Parameters<AuditTrail['list']>[0]) {
    const isWanted = (entry: StoredAuditEntry) =>
      entry.sequence < before &&
      (action === undefined || (action.endsWith('.') ? entry.action.startsWith(action) : entry.action === action)) &&
      (actorId === undefined || entry.actor.id === actorId) &&
      (target === undefined || entry.target === target);
    return this.entries.filter(isWanted).reverse().slice(0, limit);
  }
}
