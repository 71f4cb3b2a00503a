import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DeliveryError } from './delivery-error.ts';
import { DeliveryQueue } from './delivery-queue.ts';
import type { Outgoing } from './outgoing-message.ts';

/** A server that answers when told, timers that run when told, and a storage that outlives the page. */
function fixture(restored: readonly Outgoing[] = []) {
  const requests: { id: string; follows?: string; answer: (error?: Error) => void }[] = [];
  const stored = new Map<string, Outgoing>();
  const timers = new Set<{ milliseconds: number; run: () => void }>();
  const left: string[] = [];
  const queue = new DeliveryQueue(
    {
      send: ({ messageId }, follows) =>
        new Promise((resolve, reject) => {
          requests.push({ id: messageId, follows, answer: (error) => (error ? reject(error) : resolve()) });
        }),
      startTimer(milliseconds, run) {
        const timer = { milliseconds, run };
        timers.add(timer);
        return () => timers.delete(timer);
      },
      storage: {
        save: (message) => stored.set(message.messageId, message),
        remove: (messageId) => stored.delete(messageId),
      },
      onLeftBehind: ({ messageId }) => left.push(messageId),
      onChange: () => {},
    },
    restored,
  );
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    ...{ queue, requests, stored, timers, left, settle },
    write: (...ids: string[]) => {
      for (const messageId of ids) queue.add({ messageId, text: messageId, at: 0 });
    },
    asked: () => requests.map(({ id }) => id),
    answer: async (index: number, error?: Error) => {
      requests[index].answer(error);
      await settle();
    },
    /** Runs the timer that is set and tells how long it would have taken. */
    pass: async () => {
      const [timer] = timers;
      timers.delete(timer);
      timer.run();
      await settle();
      return timer.milliseconds;
    },
    states: () => queue.messages.map(({ messageId, state }) => `${messageId} ${state}`),
  };
}
const unreachable = new TypeError('network');

it('sends fragments one after the other without waiting for answers', async () => {
  const { write, pass, asked, answer, states, stored } = fixture();
  write('a', 'b');
  expect(asked()).toEqual(['a']);
  expect(await pass()).toBeLessThan(100);
  expect(asked()).toEqual(['a', 'b']);
  expect([...stored.keys()]).toEqual(['a', 'b']);
  await answer(1);
  await answer(0);
  expect(states()).toEqual(['a sent', 'b sent']);
  expect(stored.size).toBe(0);
});

it('names the message before while it is not acknowledged, and passes over one that was refused', async () => {
  const { write, pass, requests, answer } = fixture();
  write('a', 'b');
  await pass();
  await answer(0, new DeliveryError('', { isRetryable: false }));
  write('c');
  await pass();
  await answer(1);
  await answer(2);
  await pass();
  write('d');
  expect(requests.map(({ id, follows }) => [id, follows])).toEqual([
    ['a', undefined],
    ['b', 'a'],
    ['c', 'b'],
    ['d', undefined],
  ]);
});

it('after a failure sends the oldest first and alone, with longer and longer pauses, and then the others', async () => {
  const { write, pass, asked, answer, states } = fixture();
  write('a', 'b');
  await pass();
  await answer(0, unreachable);
  write('c');
  // Nobody knows whether b arrived, and its answer may still come.
  await answer(1, unreachable);
  expect(states()).toEqual(['a waiting', 'b waiting', 'c waiting']);
  expect(await pass()).toBe(1000);
  expect(asked()).toEqual(['a', 'b', 'a']);
  await answer(2, unreachable);
  expect(await pass()).toBe(2000);
  await answer(3);
  expect(asked()).toEqual(['a', 'b', 'a', 'a', 'b']);
  await pass();
  expect(asked().slice(5)).toEqual(['c']);
  await answer(4);
  await answer(5);
  expect(states()).toEqual(['a sent', 'b sent', 'c sent']);
});

it('lets nothing new pass a message that failed, even when a later one got through', async () => {
  const { write, pass, answer, asked } = fixture();
  write('a', 'b');
  await pass();
  await answer(0, unreachable);
  await answer(1);
  write('c');
  await pass();
  expect(asked()).toEqual(['a', 'b', 'a']);
  await answer(2, unreachable);
  expect(asked()).not.toContain('c');
});

it('waits as long as the server asks, and not at all once the network is back', async () => {
  const { write, queue, timers, answer, asked } = fixture();
  write('a');
  await answer(0, new DeliveryError('busy', { isRetryable: true, retryAfter: 7 }));
  expect([...timers].map(({ milliseconds }) => milliseconds)).toEqual([7000]);
  queue.retryNow();
  expect(asked()).toEqual(['a', 'a']);
  expect(timers.size).toBe(0);
});

it('gives up what is refused, tells why, and goes on with the rest', async () => {
  const { write, pass, answer, queue, stored, asked } = fixture();
  write('a', 'b');
  await answer(0, new DeliveryError('text: must not be empty', { isRetryable: false, fields: ['text'] }));
  expect(queue.messages[0]).toMatchObject({
    ...{ state: 'refused', reason: 'text: must not be empty', fields: ['text'] },
  });
  await pass();
  expect(asked()).toEqual(['a', 'b']);
  expect([...stored.keys()]).toEqual(['b']);
});

it('sends what an earlier page could not, in order and before anything new', async () => {
  const restored = ['a', 'b'].map((messageId) => ({ messageId, text: messageId, at: 0 }));
  const { write, asked, answer } = fixture(restored);
  write('c');
  expect(asked()).toEqual(['a']);
  await answer(0);
  expect(asked()[1]).toBe('b');
});

it('once closed sends nothing more, and hands over what was on its way when that fails', async () => {
  const { queue, write, pass, asked, answer, stored, left, timers } = fixture();
  write('a', 'b', 'c');
  await pass();
  queue.close();
  await answer(0);
  await answer(1, unreachable);
  expect([asked(), left, [...stored.keys()], timers.size]).toEqual([['a', 'b'], ['b'], ['c'], 0]);
});

it('delivers everything, and first arrivals in order, whatever fails', async () => {
  // Each attempt may be lost on the way there (nothing arrives) or on the way back (it has arrived).
  const outcome = fc.constantFrom('ok', 'ok', 'lost there', 'lost back');
  await fc.assert(
    fc.asyncProperty(fc.array(outcome, { maxLength: 40 }), fc.integer({ min: 1, max: 6 }), async (outcomes, count) => {
      const { write, requests, settle, timers, pass, states, stored } = fixture();
      const arrived = new Set<string>();
      let answered = 0;
      for (let index = 0; index < count; index++) {
        write(`${index}`);
        if (outcomes[index % (outcomes.length || 1)] === 'ok') await settle();
      }
      for (let step = 0; step < 200 && states().some((state) => !state.endsWith('sent')); step++) {
        if (answered < requests.length) {
          const { id, answer } = requests[answered];
          const fate = outcomes[answered++] ?? 'ok';
          if (fate !== 'lost there') arrived.add(id);
          answer(fate === 'ok' ? undefined : unreachable);
          await settle();
        } else if (timers.size > 0) await pass();
      }
      expect(states().every((state) => state.endsWith('sent'))).toBe(true);
      expect(arrived.size).toBe(count);
      expect(stored.size).toBe(0);
    }),
    { numRuns: 60 },
  );
});
