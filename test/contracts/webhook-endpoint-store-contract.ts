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
      await store.add(endpoint);
      expect(await store.get('whk_1')).toEqual(endpoint);
      const disabled = { at: 5, reason: 'answered 410 Gone' };
      const secrets = [{ secret: 'whsec_bmV1' }];
      expect(await store.change('whk_1', { disabled })).toBe(true);
      expect(await store.change('whk_1', { secrets })).toBe(true);
      expect(await store.get('whk_1')).toEqual({ ...endpoint, secrets, disabled });
      expect(await store.change('whk_1', { disabled: null })).toBe(true);
      expect(await store.list()).toEqual([{ ...endpoint, secrets }]);
    });

    it('does not bring back by a change what was removed', async () => {
      await store.add(endpoint);
      await store.remove('whk_1');
      expect(await store.change('whk_1', { disabled: { at: 5, reason: 'answered 410 Gone' } })).toBe(false);
      expect(await store.list()).toEqual([]);
    });

    it('lists the oldest first, and removes', async () => {
      const { description: _, ...bare } = endpoint;
      await store.add({ ...bare, id: 'whk_3', createdAt: 3 });
      await store.add({ ...bare, id: 'whk_2', createdAt: 2 });
      expect(await store.list()).toEqual([
        { ...bare, id: 'whk_2', createdAt: 2 },
        { ...bare, id: 'whk_3', createdAt: 3 },
      ]);
      expect([await store.remove('whk_2'), await store.remove('whk_2')]).toEqual([true, false]);
      expect((await store.list()).map(({ id }) => id)).toEqual(['whk_3']);
    });
  });
}
