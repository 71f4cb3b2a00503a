import { type Kysely, sql } from 'kysely';
import type { AuditTrail } from '../../ports/audit-trail.ts';
import { auditFromRow } from './stored-account.ts';
import type { Tables } from './tables.ts';

/** The audit trail in a database, which refuses to change or delete an entry. */
export function createSqlAuditTrail(db: Kysely<Tables>): AuditTrail {
  return {
    async append({ at, actor, action, target, details, address }) {
      await db
        .insertInto('audit')
        .values({
          at,
          actor_kind: actor.kind,
          actor_id: actor.id,
          actor_name: actor.name,
          action,
          target: target ?? null,
          details: details === undefined ? null : JSON.stringify(details),
          address: address ?? null,
        })
        .execute();
    },
    async list({ before, limit = 100, action, actorId, target }) {
      let query = db.selectFrom('audit').selectAll().orderBy('sequence', 'desc').limit(limit);
      if (before !== undefined) query = query.where('sequence', '<', before);
      if (action?.endsWith('.')) query = query.where(sql`substr(action, 1, ${action.length})`, '=', action);
      else if (action !== undefined) query = query.where('action', '=', action);
      if (actorId !== undefined) query = query.where('actor_id', '=', actorId);
      if (target !== undefined) query = query.where('target', '=', target);
      return (await query.execute()).map(auditFromRow);
    },
  };
}
