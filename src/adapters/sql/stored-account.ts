import type { Selectable } from 'kysely';
import { z } from 'zod';
import { type Account, type AuditEntry, ROLES, type ShopKey } from '../../domain/account.ts';
import type { StoredAuditEntry } from '../../ports/audit-trail.ts';
import type { AccountTable, AuditTable, ShopKeyTable } from './account-tables.ts';
import { checkStored, readStored } from './stored-value.ts';

const strings = z.array(z.string());
const roles = z.array(z.enum(ROLES));
const details: z.ZodType<AuditEntry['details']> = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), strings]),
);
const actorKind = z.enum(['agent', 'key', 'open', 'system', 'nobody']);

/** A row as the domain knows it; the password hash is not in it. */
export function accountFromRow(row: Selectable<AccountTable>): Account {
  const what = `account ${row.id}`;
  return {
    id: row.id,
    name: row.name,
    displayName: row.display_name,
    roles: readStored(roles, row.roles, what),
    teams: readStored(strings, row.teams, what),
    languages: readStored(strings, row.languages, what),
    disabled: row.disabled === 1,
    createdAt: row.created_at,
    ...(row.deleted_at === null ? {} : { deletedAt: row.deleted_at }),
  };
}

/** A row as the domain knows it; the hash of the key is not in it. */
export function keyFromRow(row: Selectable<ShopKeyTable>): ShopKey {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    roles: readStored(roles, row.roles, `shop key ${row.id}`),
    createdAt: row.created_at,
    ...(row.last_used_at === null ? {} : { lastUsedAt: row.last_used_at }),
    ...(row.revoked_at === null ? {} : { revokedAt: row.revoked_at }),
  };
}

/** A row as the domain knows it. */
export function auditFromRow(row: Selectable<AuditTable>): StoredAuditEntry {
  const what = `audit entry ${row.sequence}`;
  return {
    sequence: row.sequence,
    at: row.at,
    actor: { kind: checkStored(actorKind, row.actor_kind, what), id: row.actor_id, name: row.actor_name },
    action: row.action,
    ...(row.target === null ? {} : { target: row.target }),
    ...(row.details === null ? {} : { details: readStored(details, row.details, what) }),
    ...(row.address === null ? {} : { address: row.address }),
  };
}
