import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelStore } from '../../src/ports/channel-store.ts';

/** How the contract gets at one kind of store. */
export interface ChannelStoreHarness {
  /** An empty store. */
  open(): Promise<ChannelStore>;
  close(): Promise<void>;
}

/** What every store of channels promises. */
export function describeChannelStore(name: string, harness: ChannelStoreHarness): void {
  describe(`what channels remember in ${name}`, () => {
    let store: ChannelStore;
    beforeEach(async () => {
      store = await harness.open();
    });
    afterEach(() => harness.close());

    it('is where a conversation lives, and where it lives later', async () => {
      expect(await store.address('c1')).toBeUndefined();
      const address = { conversationId: 'c1', channel: 'wechat:main', address: { openId: 'o-1', 名: '小明' } };
      await store.keepAddress(address);
      expect(await store.address('c1')).toEqual(address);
      await store.keepAddress({ ...address, address: { openId: 'o-2' } });
      expect((await store.address('c1'))?.address).toEqual({ openId: 'o-2' });
      expect(await store.address('c2')).toBeUndefined();
    });

    it('is the last value of a key', async () => {
      expect(await store.recall('cursor')).toBeUndefined();
      await store.remember('cursor', 'a');
      await store.remember('cursor', 'b');
      expect(await store.recall('cursor')).toBe('b');
    });

    it('is the first value of a key that is settled', async () => {
      const values = await Promise.all(['a', 'b', 'c'].map((value) => store.settle('key', value)));
      expect(new Set(values).size).toBe(1);
      expect(await store.settle('key', 'd')).toBe(values[0]);
      expect(await store.recall('key')).toBe(values[0]);
    });

    it('is forgotten when its time is over', async () => {
      await store.remember('a', '1', 1_000);
      await store.remember('b', '2');
      await store.settle('c', '3', 2_000);
      await store.remember('d', '4', 1_000);
      await store.remember('d', '4');
      await store.prune(1_000);
      const left = await Promise.all(['a', 'b', 'c', 'd'].map((key) => store.recall(key)));
      expect(left).toEqual([undefined, '2', '3', '4']);
    });
  });
}
