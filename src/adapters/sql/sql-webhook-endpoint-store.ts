import type { Selectable } from 'kysely';
import { z } from 'zod';
import type {
  EndpointChange,
  WebhookEndpoint,
  WebhookEndpointStore,
  WebhookSecret,
} from '../../ports/webhook-endpoint-store.ts';
import type { WebhookEndpointTable } from './channel-tables.ts';
import type { SqlDatabase } from './sql-database.ts';
import { readStored } from './stored-value.ts';

const storedEvents = z.array(z.string());
const storedSecrets: z.ZodType<WebhookSecret[]> = z.array(
  z.object({ secret: z.string(), until: z.number().optional() }),
);

/** The endpoints of webhooks in a database. */
export function createSqlWebhookEndpointStore({ db }: Pick<SqlDatabase, 'db'>): WebhookEndpointStore {
  return {
    async list() {
      const rows = await db.selectFrom('webhook_endpoint').selectAll().orderBy('created_at').orderBy('id').execute();
      return rows.map(fromRow);
    },
    async get(id) {
      const row = await db.selectFrom('webhook_endpoint').selectAll().where('id', '=', id).executeTakeFirst();
      return row && fromRow(row);
    },
    async add(endpoint) {
      await db.insertInto('webhook_endpoint').values(toRow(endpoint)).execute();
    },
    async change(id, change) {
      const update = db.updateTable('webhook_endpoint').set(changedColumns(change)).where('id', '=', id);
      return (await update.executeTakeFirst()).numUpdatedRows > 0n;
    },
    async remove(id) {
      const { numDeletedRows } = await db.deleteFrom('webhook_endpoint').where('id', '=', id).executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}

function changedColumns({ secrets, disabled }: EndpointChange): Partial<Selectable<WebhookEndpointTable>> {
  return {
    ...(secrets === undefined ? {} : { secrets: JSON.stringify(secrets) }),
    ...(disabled === undefined ? {} : { disabled_at: disabled?.at ?? null, disabled_reason: disabled?.reason ?? null }),
  };
}

function toRow(endpoint: WebhookEndpoint): Selectable<WebhookEndpointTable> {
  return {
    id: endpoint.id,
    url: endpoint.url,
    description: endpoint.description ?? null,
    events: JSON.stringify(endpoint.events),
    unmasked: endpoint.unmasked ? 1 : 0,
    secrets: JSON.stringify(endpoint.secrets),
    created_at: endpoint.createdAt,
    disabled_at: endpoint.disabled?.at ?? null,
    disabled_reason: endpoint.disabled?.reason ?? null,
  };
}

function fromRow(row: Selectable<WebhookEndpointTable>): WebhookEndpoint {
  const what = `webhook endpoint ${row.id}`;
  return {
    id: row.id,
    url: row.url,
    description: row.description ?? undefined,
    events: readStored(storedEvents, row.events, what),
    unmasked: row.unmasked === 1,
    secrets: readStored(storedSecrets, row.secrets, what),
    createdAt: row.created_at,
    ...(row.disabled_at === null ? {} : { disabled: { at: row.disabled_at, reason: row.disabled_reason ?? '' } }),
  };
}
