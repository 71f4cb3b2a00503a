import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WebhookEndpoint, WebhookEndpointStore } from '../../src/ports/webhook-endpoint-store.ts';

/** How the contract gets at one kind of store. */
export interface WebhookEndpointStoreHarness {
  /** An empty store. */
  open(): Promise<WebhookEndpointStore>;
  close(): Promise<void>;
}

const endpoint: WebhookEndpoint = {
  id: 'whk_1',
  url: 'https://example.com/hook?a=1',
  description: '仓库',
  events: ['handoff.opened'],
  unmasked: false,
  secrets: [{ secret: 'whsec_bmV3' }, { secret: 'whsec_b2xk', until: 99 }],
  createdAt: 1_700_000_000_000,
};

/** What every store of webhook endpoints promises. */
export function describeWebhookEndpointStore(name: string, harness: WebhookEndpointStoreHarness): void {
  describe(`webhook endpoints in ${name}`, () => {
    let store: WebhookEndpointStore;
    beforeEach(async () => {
      store = await harness.open();
    });
    afterEach(() => harness.close());

    it('keeps an endpoint as it is, and as it was changed', async () => {
      expect(await store.get('whk_1')).toBeUndefined();
      await store.save(endpoint);
      expect(await store.get('whk_1')).toEqual(endpoint);
      const changed = { ...endpoint, unmasked: true, events: [], disabled: { at: 5, reason: 'answered 410 Gone' } };
      await store.save(changed);
      expect(await store.get('whk_1')).toEqual(changed);
      expect(await store.list()).toEqual([changed]);
    });

    it('lists the oldest first, and removes', async () => {
      const { description: _, ...bare } = endpoint;
      await store.save({ ...bare, id: 'whk_3', createdAt: 3 });
      await store.save({ ...bare, id: 'whk_2', createdAt: 2 });
      expect(await store.list()).toEqual([
        { ...bare, id: 'whk_2', createdAt: 2 },
        { ...bare, id: 'whk_3', createdAt: 3 },
      ]);
      expect([await store.remove('whk_2'), await store.remove('whk_2')]).toEqual([true, false]);
      expect((await store.list()).map(({ id }) => id)).toEqual(['whk_3']);
    });
  });
}
