import { describe, it } from 'vitest';
import { describeChannelStore } from '../../../test/contracts/channel-store-contract.ts';
import { describeOutbox } from '../../../test/contracts/outbox-contract.ts';
import { describeWebhookEndpointStore } from '../../../test/contracts/webhook-endpoint-store-contract.ts';
import { postgresUnderTest } from '../../../test/postgres-under-test.ts';
import { joinStores, type Stores } from '../../open-stores.ts';
import { openPostgresDatabase } from './open-database.ts';

const postgres = await postgresUnderTest();

if (postgres.reason !== undefined) describe.skip(`PostgreSQL: ${postgres.reason}`, () => it('is not tested', () => {}));
else {
  const { newSchema } = postgres;
  let url = '';
  let opened: Stores[] = [];
  const another = async () => {
    const stores = joinStores(await openPostgresDatabase(url));
    opened.push(stores);
    return stores;
  };
  const open = async () => {
    url = await newSchema();
    return another();
  };
  const close = async () => {
    for (const stores of opened) await stores.close();
    opened = [];
  };

  describeOutbox('PostgreSQL', {
    open: async () => (await open()).outbox,
    another: async () => (await another()).outbox,
    close,
  });
  describeWebhookEndpointStore('PostgreSQL', { open: async () => (await open()).webhooks, close });
  describeChannelStore('PostgreSQL', { open: async () => (await open()).channels, close });
}
