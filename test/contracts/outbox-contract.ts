import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewMessage, Outbox } from '../../src/ports/outbox.ts';

/** How the contract gets at one kind of outbox. */
export interface OutboxHarness {
  /** An empty outbox. */
  open(): Promise<Outbox>;
  /** A second one over the same data, as another process has it. */
  another(): Promise<Outbox>;
  close(): Promise<void>;
}

const message = (id: string, more: Partial<NewMessage> = {}): NewMessage => ({
  ...{ id, target: 't', createdAt: 100 },
  ...more,
});
const claim = (now = 1_000, limit = 10) => ({ now, until: now + 60_000, limit });
const FAILURE = { reason: 'answered 500', status: 500 };
const ids = (messages: readonly { id: string }[]) => messages.map(({ id }) => id);

/** What every outbox promises. */
export function describeOutbox(name: string, harness: OutboxHarness): void {
  describe(`the outbox in ${name}`, () => {
    let outbox: Outbox;
    beforeEach(async () => {
      outbox = await harness.open();
    });
    afterEach(() => harness.close());

    it('gives a message with all that was put in, and its id only once', async () => {
      const full = message('m1', { lane: 'l', change: 7, payload: '{"text":"您好 🙂"}' });
      expect([await outbox.put(full), await outbox.put(full)]).toEqual([true, false]);
      expect(await outbox.claim('t', claim())).toEqual([{ ...full, attempts: 0 }]);
      expect(await outbox.claim('other', claim())).toEqual([]);
    });

    it('gives a claimed message to nobody else until the claim runs out', async () => {
      await outbox.put(message('m1'));
      const other = await harness.another();
      const claims = await Promise.all([outbox.claim('t', claim()), other.claim('t', claim())]);
      expect(claims.flat()).toHaveLength(1);
      expect(await other.claim('t', claim(60_999))).toEqual([]);
      expect(ids(await other.claim('t', claim(61_000)))).toEqual(['m1']);
    });

    it('gives many messages to many claimants, each to one', async () => {
      for (let index = 0; index < 20; index++) await outbox.put(message(`m${index}`));
      const other = await harness.another();
      const claims = await Promise.all(
        [0, 1, 2, 3].map((turn) => (turn % 2 ? outbox : other).claim('t', claim(1_000, 5))),
      );
      const all = ids(claims.flat());
      expect(new Set(all).size).toBe(all.length);
      const rest = await outbox.claim('t', claim(1_000, 20));
      expect(all.length + rest.length).toBe(20);
    });

    it('keeps the order within a lane, and no lane waits for another', async () => {
      for (const [id, lane] of [
        ['a1', 'a'],
        ['a2', 'a'],
        ['b1', 'b'],
      ])
        await outbox.put(message(id, { lane }));
      await outbox.put(message('free1'));
      await outbox.put(message('free2'));
      expect(ids(await outbox.claim('t', claim())).sort()).toEqual(['a1', 'b1', 'free1', 'free2']);
      expect(await outbox.claim('t', claim())).toEqual([]);
      await outbox.retry('a1', 5_000, FAILURE);
      expect(await outbox.claim('t', claim(4_999))).toEqual([]);
      expect(ids(await outbox.claim('t', claim(5_000)))).toEqual(['a1']);
      await outbox.done('a1', 5_001);
      expect(ids(await outbox.claim('t', claim(5_001)))).toEqual(['a2']);
      await outbox.bury('a2', 6_000, FAILURE);
      await outbox.put(message('a3', { lane: 'a' }));
      expect(ids(await outbox.claim('t', claim(6_000)))).toEqual(['a3']);
    });

    it('lets a lane go on behind messages that are passed, and behind one that has left it', async () => {
      for (const id of ['a1', 'a2', 'a3']) await outbox.put(message(id, { lane: 'a' }));
      expect(ids(await outbox.claim('t', claim()))).toEqual(['a1']);
      const other = await harness.another();
      expect(await other.claim('t', claim())).toEqual([]);
      expect(ids(await outbox.claim('t', { ...claim(), passed: ['a1'] }))).toEqual(['a2']);
      expect(await outbox.claim('t', { ...claim(), passed: ['a1'] })).toEqual([]);
      await outbox.done('a1', 1_001);
      await outbox.retry('a2', 5_000, FAILURE, { leavesLane: true });
      expect(ids(await outbox.claim('t', claim()))).toEqual(['a3']);
      expect(await outbox.claim('t', claim(5_000))).toMatchObject([{ id: 'a2', attempts: 1, lane: undefined }]);
    });

    it('gives what is due longest first, at most as many as asked for', async () => {
      await outbox.put(message('m1', { createdAt: 300 }));
      await outbox.put(message('m2', { createdAt: 200 }));
      await outbox.put(message('m3', { createdAt: 2_000 }));
      expect(ids(await outbox.claim('t', claim(1_000, 1)))).toEqual(['m2']);
      expect(ids(await outbox.claim('t', claim(1_000)))).toEqual(['m1']);
    });

    it('counts failures, and forgets what was done except its id', async () => {
      await outbox.put(message('m1', { payload: 'secret' }));
      await outbox.claim('t', claim());
      await outbox.retry('m1', 2_000, FAILURE);
      expect(await outbox.claim('t', claim(2_000))).toMatchObject([{ attempts: 1, payload: 'secret' }]);
      await outbox.done('m1', 3_000);
      expect(await outbox.claim('t', claim(9_000_000))).toEqual([]);
      expect(await outbox.put(message('m1'))).toBe(false);
      await outbox.prune({ done: 3_000, dead: 9_000 });
      expect(await outbox.put(message('m1'))).toBe(false);
      await outbox.prune({ done: 3_001, dead: 0 });
      expect(await outbox.put(message('m1'))).toBe(true);
    });

    it('lists what was given up and lets it be tried afresh', async () => {
      await outbox.put(message('m1', { change: 3 }));
      await outbox.put(message('m2', { target: 'webhook:x' }));
      await outbox.bury('m1', 1_000, FAILURE);
      await outbox.bury('m2', 2_000, { reason: 'timeout' });
      expect(ids(await outbox.deadLetters({}))).toEqual(['m2', 'm1']);
      expect(ids(await outbox.deadLetters({ limit: 1 }))).toEqual(['m2']);
      expect(await outbox.deadLetters({ targetPrefix: 't' })).toEqual([
        { ...message('m1', { change: 3 }), attempts: 1, failure: FAILURE, diedAt: 1_000 },
      ]);
      expect(ids(await outbox.deadLetters({ targetPrefix: 'webhook:' }))).toEqual(['m2']);
      expect([
        await outbox.replay('m1', 5_000),
        await outbox.replay('m1', 5_000),
        await outbox.replay('no', 1),
      ]).toEqual([true, false, false]);
      expect(await outbox.claim('t', claim(4_999))).toEqual([]);
      expect(await outbox.claim('t', claim(5_000))).toMatchObject([{ id: 'm1', attempts: 0 }]);
      expect(await outbox.deadLetters({ targetPrefix: 't' })).toEqual([]);
    });

    it('forgets old dead letters', async () => {
      await outbox.put(message('m1'));
      await outbox.bury('m1', 1_000, FAILURE);
      await outbox.prune({ done: 9_000, dead: 1_000 });
      expect(ids(await outbox.deadLetters({}))).toEqual(['m1']);
      await outbox.prune({ done: 0, dead: 1_001 });
      expect(await outbox.deadLetters({})).toEqual([]);
    });

    it('gives up all that waits for a target', async () => {
      await outbox.put(message('m1'));
      await outbox.put(message('m2'));
      await outbox.put(message('m3', { target: 'other' }));
      await outbox.done('m1', 1);
      await outbox.buryAll('t', 2_000, FAILURE);
      expect(ids(await outbox.deadLetters({}))).toEqual(['m2']);
      expect(ids(await outbox.claim('other', claim()))).toEqual(['m3']);
    });

    it('moves a cursor with its messages, from where it is and from nowhere else', async () => {
      expect(await outbox.cursor('t')).toBeUndefined();
      expect(await outbox.advance('t', 3, 4, [message('m0')])).toBe(false);
      expect(await outbox.advance('t', undefined, 5, [])).toBe(true);
      expect(await outbox.advance('t', undefined, 6, [message('m0')])).toBe(false);
      expect(await outbox.advance('t', 5, 8, [message('m1'), message('m2')])).toBe(true);
      expect(await outbox.advance('t', 5, 8, [message('m3')])).toBe(false);
      expect([await outbox.cursor('t'), await outbox.cursor('other')]).toEqual([8, undefined]);
      expect(ids(await outbox.claim('t', claim()))).toEqual(['m1', 'm2']);
      // A message that is known already does not keep the cursor back.
      expect(await outbox.advance('t', 8, 9, [message('m2'), message('m4')])).toBe(true);
      expect(ids(await outbox.claim('t', claim()))).toEqual(['m4']);
    });

    it('lets one of two processes advance', async () => {
      await outbox.advance('t', undefined, 0, []);
      const other = await harness.another();
      const outcomes = await Promise.all([
        outbox.advance('t', 0, 1, [message('m1')]),
        other.advance('t', 0, 1, [message('m1')]),
      ]);
      expect(outcomes.sort()).toEqual([false, true]);
      expect(ids(await other.claim('t', claim()))).toEqual(['m1']);
    });

    it('forgets a target', async () => {
      await outbox.advance('t', undefined, 5, [message('m1'), message('m2')]);
      await outbox.bury('m2', 1, FAILURE);
      await outbox.put(message('m3', { target: 'other' }));
      await outbox.forget('t');
      expect(await outbox.cursor('t')).toBeUndefined();
      expect(await outbox.claim('t', claim())).toEqual([]);
      expect(await outbox.deadLetters({})).toEqual([]);
      expect(ids(await outbox.claim('other', claim()))).toEqual(['m3']);
    });
  });
}
