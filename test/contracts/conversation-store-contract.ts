import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationEvent } from '../../src/domain/conversation.ts';
import type { Priority } from '../../src/domain/decision.ts';
import { ConflictError } from '../../src/domain/errors.ts';
import type { Handoff } from '../../src/domain/handoff.ts';
import { projectHandoff } from '../../src/domain/project-handoff.ts';
import type { ConversationStore } from '../../src/ports/conversation-store.ts';
import { handoffHistories } from '../fakes/random-handoff-events.ts';

/** How the contract gets at one kind of store. */
export interface StoreHarness {
  /** An empty store. */
  open(): Promise<ConversationStore>;
  /** Closes the store and opens it again over the same data, as after a restart. */
  reopen(store: ConversationStore): Promise<ConversationStore>;
}

const wrote = (messageId: string, text = 'hello', at = 1): ConversationEvent => ({
  type: 'customer_wrote',
  at,
  messageId,
  text,
  customer: { id: 'c1', name: '小明' },
  channel: 'web',
  locale: 'zh-CN',
});

const replied = (inReplyTo: string[], handoffId?: string): ConversationEvent => ({
  type: 'bot_replied',
  at: 2,
  inReplyTo,
  text: 'hello',
  reply: '您好',
  action: 'answer',
  language: 'zh',
  intents: [{ name: 'greeting', confidence: 0.9 }],
  sentiment: { label: 'neutral', score: 0.1, signals: ['urgency'] },
  citations: [{ article: 'a', title: 't', heading: 'h', version: '0123456789ab' }],
  awaiting: { slot: 'order_number', intent: 'order_status', text: 'hello' },
  handoffId,
});

const opened = (handoffId: string, at = 3, priority: Priority = 'normal'): ConversationEvent => ({
  type: 'handoff_opened',
  at,
  handoffId,
  draft: {
    reason: 'anger',
    priority,
    team: 'complaints',
    brief: {
      wants: '退款',
      orderNumbers: ['20260001'],
      tried: ['refund-timing'],
      mood: 'angry',
      transcript: [{ role: 'customer', text: 'hello' }],
    },
  },
});

const claimed = (handoffId: string, agentId: string): ConversationEvent => ({
  type: 'handoff_claimed',
  at: 10,
  handoffId,
  agentId,
});

/** Sets every field that a ticket can have while it waits, is passed to a colleague, and is closed. */
const fullHistory: readonly ConversationEvent[] = [
  {
    ...(opened('h1') as Extract<ConversationEvent, { type: 'handoff_opened' }>),
    ticket: {
      ...{ team: 'complaints', skills: ['complaints', 'shoes'], score: 70, language: 'zh', category: 'shoes' },
      ...{ tier: 'gold', orderValue: 199, firstResponseDueAt: 90, resolutionDueAt: 900 },
      ...{ customerId: 'c1', customerName: '小明', channel: 'web' },
    },
  },
  {
    ...{ type: 'contact_left', at: 4, handoffId: 'h1' },
    contact: { name: '小明', phone: '13800138000', email: 'ming@example.com', wechat: 'ming_88', note: '晚上' },
  },
  { type: 'system_said', at: 5, text: '请稍等', code: 'waiting' },
  { type: 'handoff_breached', at: 6, handoffId: 'h1', clock: 'first_response', score: 80 },
  wrote('m2', '在吗', 7),
  { ...claimed('h1', 'amy'), agentName: 'Amy' } as ConversationEvent,
  { type: 'agent_replied', at: 11, handoffId: 'h1', agentId: 'amy', agentName: 'Amy', messageId: 'a1', text: '在的' },
  { type: 'handoff_transferred', at: 12, handoffId: 'h1', agentId: 'amy', toAgentId: 'bo', until: 99 },
  { ...claimed('h1', 'bo'), at: 13, agentName: 'Bo' } as ConversationEvent,
  { type: 'handoff_resolved', at: 14, handoffId: 'h1', agentId: 'bo', outcome: 'refunded' },
];

/** Every field of a ticket; does not compile when one is missing. */
const HANDOFF_FIELDS = Object.keys({
  ...{ team: 1, skills: 1, score: 1, language: 1, category: 1, tier: 1, orderValue: 1, firstResponseDueAt: 1 },
  ...{ resolutionDueAt: 1, customerId: 1, customerName: 1, channel: 1, id: 1, conversationId: 1, status: 1 },
  ...{ reason: 1, priority: 1, brief: 1, agentId: 1, agentName: 1, lastAgentId: 1, outcome: 1, openedAt: 1 },
  ...{ queuedAt: 1, claimedAt: 1, answeredAt: 1, closedAt: 1, reopened: 1, offeredTo: 1, offeredUntil: 1 },
  ...{ offeredBy: 1, passedBy: 1, toldAt: 1, told: 1, breached: 1, contact: 1, lastCustomerAt: 1 },
  ...{ lastAgentAt: 1, preview: 1 },
} satisfies Record<keyof Handoff, 1>);

let histories = 0;

/** Hand-offs of different conversations have different ids. */
function renamed(event: ConversationEvent, conversation: string): ConversationEvent {
  return 'handoffId' in event ? { ...event, handoffId: `${conversation}-${event.handoffId}` } : event;
}

/** What every ConversationStore promises; run it on each adapter and on the fake. */
export function describeConversationStore(name: string, harness: StoreHarness): void {
  describe(`${name} keeps the ConversationStore contract`, () => {
    let store: ConversationStore;
    beforeEach(async () => {
      store = await harness.open();
    });
    afterEach(() => store.close());

    describe('events', () => {
      it('are empty for a conversation nobody has started', async () => {
        expect(await store.load('nobody')).toEqual([]);
      });

      it('come back as they were appended, in order, also after a restart', async () => {
        const events: ConversationEvent[] = [
          wrote('m1', '退款\n多久😀到账?'),
          replied(['m1'], 'h1'),
          opened('h1'),
          claimed('h1', 'amy'),
          { type: 'agent_replied', at: 11, handoffId: 'h1', agentId: 'amy', messageId: 'a1', text: '在的' },
          { type: 'handoff_resolved', at: 12, handoffId: 'h1', agentId: 'amy', outcome: 'refunded' },
          { type: 'feedback_given', at: 13, score: 5, resolved: true, comment: '好' },
        ];
        await store.append('c', 0, events.slice(0, 3));
        await store.append('c', 3, events.slice(3));
        expect(await store.load('c')).toEqual(events);
        store = await harness.reopen(store);
        expect(await store.load('c')).toEqual(events);
      });

      it('of different conversations do not mix', async () => {
        await store.append('a', 0, [wrote('m1')]);
        await store.append('b', 0, [wrote('m1')]);
        expect(await store.load('a')).toHaveLength(1);
        expect(await store.load('b')).toHaveLength(1);
      });

      it.each([0, 2, 5])('are refused when the conversation has 1 and %i were expected', async (expected) => {
        await store.append('c', 0, [wrote('m1')]);
        await expect(store.append('c', expected, [wrote('m2')])).rejects.toThrow(ConflictError);
        expect(await store.load('c')).toHaveLength(1);
      });

      it('are refused whole when a message id is already stored', async () => {
        await store.append('c', 0, [wrote('m1')]);
        await expect(store.append('c', 1, [wrote('m2'), wrote('m1'), opened('h1')])).rejects.toThrow(ConflictError);
        expect(await store.load('c')).toHaveLength(1);
        expect(await store.listHandoffs({})).toEqual([]);
      });

      it('appended at the same time: exactly one wins', async () => {
        const attempts = Array.from({ length: 10 }, (_, index) => store.append('c', 0, [wrote(`m${index}`)]));
        const outcomes = await Promise.allSettled(attempts);
        expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
        expect(await store.load('c')).toHaveLength(1);
      });
    });

    describe('hand-offs', () => {
      it('follow their events, also after a restart', async () => {
        await store.append('c', 0, [wrote('m1'), opened('h1')]);
        expect(await store.getHandoff('h1')).toMatchObject({
          id: 'h1',
          conversationId: 'c',
          status: 'waiting',
          reason: 'anger',
          priority: 'normal',
          team: 'complaints',
          openedAt: 3,
          brief: { orderNumbers: ['20260001'] },
        });
        await store.append('c', 2, [claimed('h1', 'amy')]);
        store = await harness.reopen(store);
        expect(await store.getHandoff('h1')).toMatchObject({ status: 'claimed', agentId: 'amy', claimedAt: 10 });
        await store.append('c', 3, [
          { type: 'handoff_resolved', at: 12, handoffId: 'h1', agentId: 'amy', outcome: 'refunded' },
        ]);
        expect(await store.getHandoff('h1')).toMatchObject({ status: 'resolved', outcome: 'refunded', closedAt: 12 });
      });

      it('are undefined when unknown', async () => {
        expect(await store.getHandoff('nope')).toBeUndefined();
      });

      it('are listed most urgent first, then oldest first, by status', async () => {
        const queue: [string, number, Priority][] = [
          ['low-1', 1, 'low'],
          ['normal-2', 4, 'normal'],
          ['urgent-1', 3, 'urgent'],
          ['normal-1', 2, 'normal'],
        ];
        for (const [id, at, priority] of queue) await store.append(id, 0, [opened(id, at, priority)]);
        await store.append('normal-2', 1, [{ type: 'handoff_returned', at: 9, handoffId: 'normal-2', agentId: 'amy' }]);
        const ids = async (filter: Parameters<ConversationStore['listHandoffs']>[0]) =>
          (await store.listHandoffs(filter)).map((handoff) => handoff.id);
        expect(await ids({})).toEqual(['urgent-1', 'normal-1', 'normal-2', 'low-1']);
        expect(await ids({ status: 'waiting' })).toEqual(['urgent-1', 'normal-1', 'low-1']);
        expect(await ids({ status: 'returned' })).toEqual(['normal-2']);
        expect(await ids({ conversationIds: ['low-1', 'normal-2'] })).toEqual(['normal-2', 'low-1']);
        expect(await ids({ conversationIds: [] })).toEqual([]);
      });

      it('leave out the closed ones before the open, and of these the least urgent', async () => {
        for (const index of [1, 2, 3]) {
          await store.append(`closed-${index}`, 0, [opened(`closed-${index}`, index, 'urgent')]);
          await store.append(`closed-${index}`, 1, [
            { type: 'handoff_returned', at: 9, handoffId: `closed-${index}`, agentId: 'amy' },
          ]);
        }
        const queue: [string, Priority][] = [
          ['low', 'low'],
          ['urgent', 'urgent'],
        ];
        for (const [id, priority] of queue) await store.append(id, 0, [opened(id, 0, priority)]);
        const ids = async (limit: number) => (await store.listHandoffs({ limit })).map((handoff) => handoff.id).sort();
        expect(await ids(1)).toEqual(['urgent']);
        expect(await ids(2)).toEqual(['low', 'urgent']);
        expect(await ids(4)).toEqual(['closed-2', 'closed-3', 'low', 'urgent']);
      });

      it('can be claimed by one agent only', async () => {
        await store.append('c', 0, [opened('h1')]);
        const claims = ['amy', 'bo', 'chen'].map((agent) => store.append('c', 1, [claimed('h1', agent)]));
        const outcomes = await Promise.allSettled(claims);
        expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
      });

      it('refuse a second claim, and any change once closed, storing nothing', async () => {
        await store.append('c', 0, [opened('h1'), claimed('h1', 'amy')]);
        await expect(store.append('c', 2, [claimed('h1', 'bo')])).rejects.toThrow(ConflictError);
        await store.append('c', 2, [{ type: 'handoff_returned', at: 12, handoffId: 'h1', agentId: 'amy' }]);
        const late: ConversationEvent = { type: 'handoff_resolved', at: 13, handoffId: 'h1', agentId: 'amy' };
        await expect(store.append('c', 3, [late])).rejects.toThrow(ConflictError);
        expect(await store.load('c')).toHaveLength(3);
        expect(await store.getHandoff('h1')).toMatchObject({ status: 'returned', agentId: 'amy' });
      });
    });

    it('keeps every field of a hand-off, each at some time of its life', async () => {
      const seen = new Set<string>();
      for (const [index, event] of fullHistory.entries()) {
        await store.append('c', index, [event]);
        const expected = projectHandoff('c', fullHistory.slice(0, index + 1), 'h1');
        const kept = await store.getHandoff('h1');
        expect(kept).toEqual(JSON.parse(JSON.stringify(expected)));
        for (const [key, value] of Object.entries(kept ?? {})) if (value !== undefined) seen.add(key);
      }
      expect([...seen].sort()).toEqual([...HANDOFF_FIELDS].sort());
    });

    it('keeps of every hand-off what its events say, whatever happens in which steps', async () => {
      await fc.assert(
        fc.asyncProperty(handoffHistories, fc.infiniteStream(fc.integer({ min: 1, max: 4 })), async (events, steps) => {
          const conversation = `random-${++histories}`;
          const own = events.map((event) => renamed(event, conversation));
          for (let from = 0; from < own.length; ) {
            const step = own.slice(from, from + (steps.next().value ?? 1));
            await store.append(conversation, from, step);
            from += step.length;
          }
          const expected = ['h1', 'h2']
            .map((id) => projectHandoff(conversation, own, `${conversation}-${id}`))
            .filter((handoff) => handoff !== undefined);
          const kept = await store.listHandoffs({ conversationIds: [conversation] });
          const byId = (handoffs: readonly Handoff[]) => [...handoffs].sort((a, b) => (a.id < b.id ? -1 : 1));
          expect(byId(kept)).toEqual(JSON.parse(JSON.stringify(byId(expected))));
        }),
        { numRuns: 30 },
      );
    });

    it('lists hand-offs by team, by agent and by conversation; of the queue the most urgent, however old', async () => {
      for (const [index, priority] of (['low', 'urgent', 'normal', 'high'] as const).entries()) {
        await store.append(`c${index}`, 0, [opened(`h${index}`, index + 1, priority)]);
      }
      await store.append('c0', 1, [
        {
          type: 'handoff_transferred',
          at: 9,
          handoffId: 'h0',
          agentId: 'amy',
          team: 'presale',
          toAgentId: 'bo',
          until: 99,
        },
      ]);
      await store.append('c2', 1, [claimed('h2', 'amy')]);
      const ids = async (filter: Parameters<ConversationStore['listHandoffs']>[0]) =>
        (await store.listHandoffs(filter)).map((handoff) => handoff.id);
      expect(await ids({ status: 'waiting', limit: 2 })).toEqual(['h1', 'h3']);
      expect(await ids({ limit: 2 })).toEqual(['h1', 'h3']);
      expect(await ids({ team: 'presale' })).toEqual(['h0']);
      expect(await ids({ agentId: 'amy' })).toEqual(['h2']);
      expect(await ids({ agentId: 'bo', status: 'waiting' })).toEqual(['h0']);
      expect(await ids({ conversationIds: ['c3'] })).toEqual(['h3']);
    });

    it('answers a ping', async () => {
      await expect(store.ping()).resolves.toBeUndefined();
    });
  });
}
