import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConversationEvent } from '../../src/domain/conversation.ts';
import type { ChangeFeed } from '../../src/ports/change-feed.ts';
import type { ConversationStore } from '../../src/ports/conversation-store.ts';

/** A store with the feed of what is appended to it. */
export interface FeedUnderTest {
  readonly conversations: ConversationStore;
  readonly feed: ChangeFeed;
  close(): Promise<void>;
}

/** How the contract gets at one kind of feed. */
export interface FeedHarness {
  /** Over an empty store. */
  open(): Promise<FeedUnderTest>;
  /** A second one over the same data, as another process would open it; absent when there can be none. */
  openAnother?(): Promise<FeedUnderTest>;
}

const wrote = (messageId: string): ConversationEvent => ({ type: 'customer_wrote', at: 1, messageId, text: 'x' });

/** Reads on from `after` in small pages until nothing is left. */
async function readAll(feed: ChangeFeed, after = 0): Promise<number[]> {
  const sequences: number[] = [];
  for (let last = after; ; ) {
    const page = await feed.since(last, 3);
    if (page.length === 0) return sequences;
    sequences.push(...page.map((change) => change.sequence));
    last = page.at(-1)?.sequence ?? last;
  }
}

/** What every ChangeFeed promises; run it on each adapter and on the fake. */
export function describeChangeFeed(name: string, harness: FeedHarness): void {
  describe(`${name} keeps the ChangeFeed contract`, () => {
    let stores: FeedUnderTest;
    const others: FeedUnderTest[] = [];
    beforeEach(async () => {
      stores = await harness.open();
    });
    afterEach(async () => {
      await Promise.all([stores, ...others.splice(0)].map((each) => each.close()));
    });

    it('is empty at first', async () => {
      expect(await stores.feed.since(0)).toEqual([]);
      expect(await stores.feed.latest()).toBe(0);
    });

    it('tells what was appended, in the order of the commits, from any place on', async () => {
      const { conversations, feed } = stores;
      await conversations.append('a', 0, [wrote('m1'), wrote('m2')]);
      await conversations.append('b', 0, [wrote('m1')]);
      await conversations.append('a', 2, [wrote('m3')]);
      const changes = await feed.since(0);
      expect(changes.map(({ conversationId, position }) => [conversationId, position])).toEqual([
        ['a', 1],
        ['a', 2],
        ['b', 1],
        ['a', 3],
      ]);
      expect(changes[2].event).toEqual(wrote('m1'));
      const sequences = changes.map((change) => change.sequence);
      expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
      expect(await feed.since(sequences[1])).toEqual(changes.slice(2));
      expect(await feed.since(0, 2)).toEqual(changes.slice(0, 2));
      expect(await feed.latest()).toBe(sequences[3]);
    });

    it('knows nothing of an append that was refused', async () => {
      const { conversations, feed } = stores;
      await conversations.append('a', 0, [wrote('m1')]);
      await expect(conversations.append('a', 0, [wrote('m2')])).rejects.toThrow();
      await expect(conversations.append('a', 1, [wrote('m2'), wrote('m1')])).rejects.toThrow();
      expect(await feed.since(0)).toHaveLength(1);
      expect(await feed.latest()).toBe((await feed.since(0))[0].sequence);
    });

    it('calls its listeners after a commit, until they end their subscription', async () => {
      const { conversations, feed } = stores;
      let calls = 0;
      const end = feed.onChange(() => {
        calls++;
      });
      await conversations.append('a', 0, [wrote('m1')]);
      await vi.waitFor(() => expect(calls).toBeGreaterThan(0), { timeout: 10_000 });
      expect(await feed.since(0)).toHaveLength(1);
      end();
      const before = calls;
      await conversations.append('a', 1, [wrote('m2')]);
      await pause(50);
      expect(calls).toBe(before);
    });

    it.skipIf(!harness.openAnother)('misses nothing while two processes append at once', async () => {
      const another = (await harness.openAnother?.()) as FeedUnderTest;
      others.push(another);
      const watchers = [stores, another].map(({ feed }) => {
        const seen: number[] = [];
        let reading = Promise.resolve();
        const end = feed.onChange(() => {
          reading = reading.then(async () => {
            seen.push(...(await readAll(feed, seen.at(-1))));
          });
        });
        // A late notice would have it read from a store that is closed by then.
        const finish = () => {
          end();
          return reading;
        };
        return { seen, finish };
      });
      const writers = [stores, another].flatMap(({ conversations }, process) =>
        ['a', 'b', 'c'].map(async (name) => {
          for (let index = 0; index < 10; index++) {
            await conversations.append(`${name}${process}`, index, [wrote(`m${index}`)]);
          }
        }),
      );
      await Promise.all(writers);
      const all = await readAll(stores.feed);
      expect(all).toHaveLength(60);
      for (const { seen } of watchers) await vi.waitFor(() => expect(seen).toEqual(all), { timeout: 20_000 });
      await Promise.all(watchers.map(({ finish }) => finish()));
    });
  });
}
