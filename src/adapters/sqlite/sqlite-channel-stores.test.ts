import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { describeChannelStore } from '../../../test/contracts/channel-store-contract.ts';
import { describeOutbox } from '../../../test/contracts/outbox-contract.ts';
import { describeWebhookEndpointStore } from '../../../test/contracts/webhook-endpoint-store-contract.ts';
import { joinStores, type Stores } from '../../open-stores.ts';
import { openSqliteDatabase } from './open-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'xiaoer-sqlite-'));
let files = 0;
let opened: Stores[] = [];
afterAll(() => rmSync(folder, { recursive: true }));

async function another(): Promise<Stores> {
  const stores = joinStores(await openSqliteDatabase(join(folder, `${files}.db`)));
  opened.push(stores);
  return stores;
}
async function open(): Promise<Stores> {
  files++;
  return another();
}
async function close(): Promise<void> {
  for (const stores of opened) await stores.close();
  opened = [];
}

describeOutbox('SQLite', {
  open: async () => (await open()).outbox,
  another: async () => (await another()).outbox,
  close,
});
describeWebhookEndpointStore('SQLite', { open: async () => (await open()).webhooks, close });
describeChannelStore('SQLite', { open: async () => (await open()).channels, close });
