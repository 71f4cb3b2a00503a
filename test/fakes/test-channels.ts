import { createPostWebhook } from '../../src/adapters/webhook/post-webhook.ts';
import type { ChannelParts } from '../../src/http/channel-routes.ts';
import { InMemoryChannelStore } from './in-memory-channel-store.ts';
import { InMemoryConversationStore } from './in-memory-conversation-store.ts';
import { InMemoryOutbox } from './in-memory-outbox.ts';
import { InMemoryWebhookEndpointStore } from './in-memory-webhook-endpoint-store.ts';
import { testApp } from './test-app.ts';

/** An app with all channels over fakes, and real requests to the outside; `parts` override them one by one. */
export async function testChannels(parts: Partial<ChannelParts> = {}, deps: Parameters<typeof testApp>[0] = {}) {
  const store = new InMemoryConversationStore();
  const outbox = new InMemoryOutbox();
  const endpoints = new InMemoryWebhookEndpointStore();
  const channels = new InMemoryChannelStore();
  const desk = await testApp({
    ...{ store, ...deps },
    channels: {
      ...{ outbox, endpoints, channels, feed: store, allowPrivate: true },
      post: createPostWebhook({ allowPrivate: true, timeoutMs: 2_000 }),
      mask: (text) => text.replaceAll(/1\d{10}/g, '***'),
      ...parts,
    },
  });
  return { ...desk, store, outbox, endpoints, channels };
}

/** The app of `testChannels` with its fakes. */
export type TestChannels = Awaited<ReturnType<typeof testChannels>>;
