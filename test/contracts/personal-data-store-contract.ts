import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationEvent } from '../../src/domain/conversation.ts';
import { ConflictError } from '../../src/domain/errors.ts';
import { REDACTED } from '../../src/domain/redact-event.ts';
import type { ChangeFeed } from '../../src/ports/change-feed.ts';
import type { ConversationStore } from '../../src/ports/conversation-store.ts';
import type { PersonalDataStore } from '../../src/ports/personal-data-store.ts';

/** Stores over one database. */
export interface PersonalDataStores {
  readonly conversations: ConversationStore;
  readonly feed: ChangeFeed;
  readonly personalData: PersonalDataStore;
  close(): Promise<void>;
}

const wrote = (messageId: string, at: number, customerId?: string): ConversationEvent => ({
  ...{ type: 'customer_wrote', at, messageId, text: `secret ${messageId}` },
  ...(customerId === undefined ? {} : { customer: { id: customerId, name: '王小明' } }),
});
const opened = (handoffId: string, at: number): ConversationEvent => ({
  type: 'handoff_opened',
  at,
  handoffId,
  draft: {
    reason: 'anger',
    priority: 'normal',
    team: 'complaints',
    brief: {
      ...{ wants: 'secret', orderNumbers: ['20260001'], tried: ['refund-timing'], mood: 'angry' },
      transcript: [{ role: 'customer', text: 'secret' }],
    },
  },
});
const claimed = (handoffId: string, at: number): ConversationEvent => ({
  ...{ type: 'handoff_claimed', at, handoffId, agentId: 'amy' },
});
const resolved = (handoffId: string, at: number): ConversationEvent => ({
  ...{ type: 'handoff_resolved', at, handoffId, agentId: 'amy', outcome: 'refunded' },
});

/** What every PersonalDataStore promises; `open` gives empty stores. */
export function describePersonalDataStore(name: string, open: () => Promise<PersonalDataStores>): void {
  describe(`${name} keeps the PersonalDataStore contract`, () => {
    let stores: PersonalDataStores;
    beforeEach(async () => {
      stores = await open();
    });
    afterEach(() => stores.close());
    const forgetAll = async (at: number) => {
      const total = { conversations: 0, redactedEvents: 0 };
      for (let more = true; more; ) {
        const step = await stores.personalData.forgetBefore(at);
        total.conversations += step.conversationIds.length;
        total.redactedEvents += step.redactedEvents;
        more = step.more;
      }
      return total;
    };

    it.each(['c-1', '13800138000', '王"小\'明', 'a%_\\b'])('finds the conversations of customer %s', async (id) => {
      await stores.conversations.append('second', 0, [wrote('m1', 1), wrote('m2', 2, id)]);
      await stores.conversations.append('first', 0, [wrote('m1', 1, `${id}x`)]);
      await stores.conversations.append('third', 0, [wrote('m1', 3, id), wrote('m2', 4, id)]);
      expect(await stores.personalData.conversationsOf(id)).toEqual(['second', 'third']);
      expect(await stores.personalData.conversationsOf('nobody')).toEqual([]);
    });

    describe('erasing', () => {
      it('leaves nothing of these conversations, and all of the others', async () => {
        await stores.conversations.append('c', 0, [wrote('m1', 1, 'x'), opened('h1', 2), claimed('h1', 3)]);
        await stores.conversations.append('d', 0, [wrote('m1', 4, 'y'), opened('h2', 5)]);
        const erased = await stores.personalData.erase(['c', 'unknown']);
        expect(erased).toEqual({ conversations: 1, events: 3, handoffs: 1 });
        expect(await stores.conversations.load('c')).toEqual([]);
        expect(await stores.conversations.getHandoff('h1')).toBeUndefined();
        expect(await stores.personalData.conversationsOf('x')).toEqual([]);
        expect(await stores.conversations.load('d')).toHaveLength(2);
        expect(await stores.conversations.getHandoff('h2')).toMatchObject({ status: 'waiting' });
        expect((await stores.feed.since(0)).map((change) => change.conversationId)).toEqual(['d', 'd']);
        expect(await stores.personalData.erase([])).toEqual({ conversations: 0, events: 0, handoffs: 0 });
      });

      it('lets the same id begin anew, and goes on counting changes', async () => {
        await stores.conversations.append('c', 0, [wrote('m1', 1), wrote('m2', 2)]);
        const before = await stores.feed.latest();
        await stores.personalData.erase(['c']);
        expect(await stores.feed.latest()).toBe(before);
        await expect(stores.conversations.append('c', 2, [wrote('m3', 3)])).rejects.toThrow(ConflictError);
        await stores.conversations.append('c', 0, [wrote('m1', 4)]);
        expect(await stores.feed.since(before)).toMatchObject([
          { conversationId: 'c', position: 1, sequence: before + 1 },
        ]);
      });

      it('comes wholly before or wholly after what is written meanwhile', async () => {
        await stores.conversations.append('c', 0, [wrote('m0', 1)]);
        const writing = (async () => {
          for (let count = 1; count < 20; count += 1) {
            const events = await stores.conversations.load('c');
            await stores.conversations
              .append('c', events.length, [wrote(`m${count}`, count)])
              .catch((error: unknown) => {
                if (!(error instanceof ConflictError)) throw error;
              });
          }
        })();
        const erasing = (async () => {
          for (let count = 0; count < 5; count += 1) await stores.personalData.erase(['c']);
        })();
        await Promise.all([writing, erasing]);
        const positions = (await stores.feed.since(0)).map((change) => change.position);
        expect(positions).toEqual(positions.map((_, index) => index + 1));
      });
    });

    describe('forgetting by age', () => {
      it('deletes conversations in which nothing happens any more', async () => {
        await stores.conversations.append('old', 0, [wrote('m1', 10, 'x'), opened('h1', 11), claimed('h1', 12)]);
        await stores.conversations.append('old', 3, [resolved('h1', 13)]);
        await stores.conversations.append('new', 0, [wrote('m1', 100, 'x')]);
        expect(await stores.personalData.forgetBefore(50)).toEqual({
          ...{ conversationIds: ['old'], redactedEvents: 0, more: false },
        });
        expect(await stores.conversations.load('old')).toEqual([]);
        expect(await stores.conversations.getHandoff('h1')).toBeUndefined();
        expect(await stores.conversations.load('new')).toEqual([wrote('m1', 100, 'x')]);
        expect(await forgetAll(50)).toEqual({ conversations: 0, redactedEvents: 0 });
      });

      it('takes the words out of what is old in a conversation that goes on, whose length stays', async () => {
        await stores.conversations.append('c', 0, [wrote('m1', 10, 'x'), opened('h1', 11), claimed('h1', 12)]);
        await stores.conversations.append('c', 3, [resolved('h1', 13), wrote('m2', 100)]);
        expect(await forgetAll(50)).toEqual({ conversations: 0, redactedEvents: 4 });
        const events = await stores.conversations.load('c');
        expect(events).toHaveLength(5);
        expect(events[0]).toEqual({ type: 'customer_wrote', at: 10, messageId: 'm1', text: REDACTED });
        expect(JSON.stringify(events.slice(0, 4))).not.toMatch(/secret|王小明|20260001/);
        expect(events[4]).toEqual(wrote('m2', 100));
        const handoff = await stores.conversations.getHandoff('h1');
        expect(handoff).toMatchObject({ status: 'resolved', outcome: 'refunded', openedAt: 11, closedAt: 13 });
        expect(JSON.stringify({ ...handoff, preview: '' })).not.toMatch(/secret m1|王小明|20260001/);
        expect(await stores.personalData.conversationsOf('x')).toEqual([]);
        expect(await forgetAll(50)).toEqual({ conversations: 0, redactedEvents: 0 });
        await stores.conversations.append('c', 5, [wrote('m3', 101)]);
        expect((await stores.feed.since(0)).map((change) => change.position)).toEqual([1, 2, 3, 4, 5, 6]);
      });

      it('leaves conversations alone in which a customer waits for a person', async () => {
        await stores.conversations.append('c', 0, [wrote('m1', 10), opened('h1', 11)]);
        await stores.conversations.append('d', 0, [wrote('m1', 10), opened('h2', 11), claimed('h2', 12)]);
        expect(await forgetAll(50)).toEqual({ conversations: 0, redactedEvents: 0 });
        await stores.conversations.append('d', 3, [resolved('h2', 13)]);
        expect(await forgetAll(50)).toEqual({ conversations: 1, redactedEvents: 0 });
        expect(await stores.conversations.load('c')).toHaveLength(2);
      });

      it('works through many in steps', async () => {
        for (let index = 0; index < 130; index += 1)
          await stores.conversations.append(`c${index}`, 0, [wrote('m', index)]);
        const first = await stores.personalData.forgetBefore(120);
        expect(first).toMatchObject({ more: true });
        expect(first.conversationIds.length + (await forgetAll(120)).conversations).toBe(120);
        expect(await stores.feed.since(0)).toHaveLength(10);
      });
    });
  });
}
