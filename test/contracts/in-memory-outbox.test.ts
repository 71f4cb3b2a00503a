import { InMemoryChannelStore } from '../fakes/in-memory-channel-store.ts';
import { InMemoryOutbox } from '../fakes/in-memory-outbox.ts';
import { InMemoryWebhookEndpointStore } from '../fakes/in-memory-webhook-endpoint-store.ts';
import { describeChannelStore } from './channel-store-contract.ts';
import { describeOutbox } from './outbox-contract.ts';
import { describeWebhookEndpointStore } from './webhook-endpoint-store-contract.ts';

let outbox = new InMemoryOutbox();
const close = async () => {};

describeOutbox('memory', {
  async open() {
    outbox = new InMemoryOutbox();
    return outbox;
  },
  another: async () => outbox,
  close,
});
describeWebhookEndpointStore('memory', { open: async () => new InMemoryWebhookEndpointStore(), close });
describeChannelStore('memory', { open: async () => new InMemoryChannelStore(), close });
