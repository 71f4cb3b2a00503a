import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PresenceStore } from '../../src/ports/presence-store.ts';

/** A presence store with what it stands on. */
export interface PresenceUnderTest {
  readonly presence: PresenceStore;
  close(): Promise<void>;
}

const amy = { agentId: 'amy', name: 'Amy 小艾', available: true, teams: ['presale'], seenAt: 10 };

/** What every PresenceStore promises; run it on each adapter and on the fake. */
export function describePresenceStore(name: string, open: () => Promise<PresenceUnderTest>): void {
  describe(`${name} keeps the PresenceStore contract`, () => {
    let stores: PresenceUnderTest;
    beforeEach(async () => {
      stores = await open();
    });
    afterEach(() => stores.close());

    it('lists agents by id, as they said of themselves', async () => {
      const { presence } = stores;
      expect(await presence.list()).toEqual([]);
      const bo = { agentId: 'bo', name: 'Bo', available: false, teams: [], languages: [], seenAt: 11 };
      await presence.set(bo);
      await presence.set({ ...amy, languages: ['zh', 'en'] });
      expect(await presence.list()).toEqual([
        { ...amy, languages: ['zh', 'en'], since: 10 },
        { ...bo, since: 11 },
      ]);
    });

    it('keeps since when availability has been the same', async () => {
      const { presence } = stores;
      const since = async () => (await presence.list())[0].since;
      await presence.set({ ...amy, languages: [] });
      await presence.set({ ...amy, languages: [], name: 'Amy', seenAt: 20 });
      expect(await since()).toBe(10);
      await presence.set({ ...amy, languages: [], available: false, seenAt: 30 });
      expect(await since()).toBe(30);
      expect((await presence.list())[0]).toMatchObject({ available: false, seenAt: 30 });
    });

    it('moves on with signs of life, never back, and for known agents only', async () => {
      const { presence } = stores;
      await presence.set({ ...amy, languages: [] });
      await presence.beat('amy', 50);
      await presence.beat('amy', 40);
      await presence.beat('nobody', 50);
      expect((await presence.list()).map(({ agentId, seenAt, since }) => [agentId, seenAt, since])).toEqual([
        ['amy', 50, 10],
      ]);
    });
  });
}
