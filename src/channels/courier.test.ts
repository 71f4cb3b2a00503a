import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InMemoryConversationStore } from '../../test/fakes/in-memory-conversation-store.ts';
import { InMemoryOutbox } from '../../test/fakes/in-memory-outbox.ts';
import { ManualTime, settle } from '../../test/fakes/manual-time.ts';
import type { OutboxMessage } from '../ports/outbox.ts';
import { Courier } from './courier.ts';
import type { Delivery, Target } from './target.ts';

const FAILURE = { reason: 'answered 500', status: 500 };
let time: ManualTime;
let store: InMemoryConversationStore;
let outbox: InMemoryOutbox;
let targets: Target[];
let couriers: Courier[];

beforeEach(() => {
  time = new ManualTime();
  store = new InMemoryConversationStore();
  outbox = new InMemoryOutbox();
  targets = [];
  couriers = [];
});
afterEach(async () => {
  for (const courier of couriers) await courier.stop();
});

function newCourier(): Courier {
  const courier = new Courier({
    ...{ outbox, feed: store, clock: time, startTimer: time.startTimer, log: () => {} },
    targets: async () => targets,
  });
  couriers.push(courier);
  return courier;
}

function target(name: string, deliver: (message: OutboxMessage) => Delivery | Promise<Delivery>, more = {}): Target {
  return {
    ...{ name, atOnce: 2, claimMs: 60_000 },
    tell: () => [{}],
    deliver: async (message) => deliver(message),
    delayAfter: (failures) => [1_000, 10_000][failures - 1],
    ...more,
  };
}

let messages = 0;
async function happen(conversationId = 'c'): Promise<void> {
  const { length } = await store.load(conversationId);
  const messageId = `m${messages++}`;
  await store.append(conversationId, length, [{ type: 'customer_wrote', at: 1, messageId, text: 'hello' }]);
}
const delivered: Delivery = { kind: 'delivered' };
function note<T>(list: T[], value: T, delivery: Delivery = delivered): Delivery {
  list.push(value);
  return delivery;
}

describe('the courier', () => {
  it('tells every target what happens from its first round on, once', async () => {
    await happen();
    const told: string[] = [];
    targets = ['a', 'b'].map((name) => target(name, ({ change }) => note(told, `${name}${change}`)));
    newCourier().start();
    await settle();
    await happen();
    await happen();
    await settle();
    await time.advance(5_000);
    expect(told.sort()).toEqual(['a2', 'a3', 'b2', 'b3']);
  });

  it('goes on where another process has stopped', async () => {
    const told: number[] = [];
    targets = [target('a', ({ change }) => note(told, change ?? 0))];
    const first = newCourier();
    first.start();
    await settle();
    await first.stop();
    for (let index = 0; index < 450; index++) await happen(`c${index % 7}`);
    newCourier().start();
    await settle();
    await time.advance(200_000);
    expect(told.sort((a, b) => a - b)).toEqual(Array.from({ length: 450 }, (_, index) => index + 1));
  });

  it('shares the work with other processes without telling anything twice', async () => {
    const told: number[] = [];
    targets = [target('a', ({ change }) => note(told, change ?? 0))];
    newCourier().start();
    newCourier().start();
    await settle();
    for (let index = 0; index < 40; index++) await happen();
    await settle();
    await time.advance(60_000);
    expect(told.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });

  it('tries again after the waits of the schedule, or later when asked to, and then gives up', async () => {
    const attempts: number[] = [];
    const began = time.now();
    const answers: Delivery[] = [
      { kind: 'failed', failure: FAILURE },
      { kind: 'failed', failure: FAILURE, retryAfterMs: 30_000 },
    ];
    targets = [
      target('a', () => note(attempts, time.now() - began, answers.shift() ?? { kind: 'failed', failure: FAILURE })),
    ];
    newCourier().start();
    await settle();
    await happen();
    await time.advance(120_000);
    expect(attempts).toEqual([0, 1_000, 31_000]);
    expect(await outbox.deadLetters({})).toMatchObject([{ target: 'a', attempts: 3, failure: FAILURE }]);
  });

  it('does not let a target that hangs or fails hold up another', async () => {
    const told: number[] = [];
    let release = () => {};
    const hang = new Promise<Delivery>((resolve) => {
      release = () => resolve(delivered);
    });
    targets = [
      target('hangs', () => hang),
      target('throws', () => Promise.reject(new Error('no route'))),
      target('works', ({ change }) => note(told, change ?? 0)),
    ];
    newCourier().start();
    await settle();
    for (let index = 0; index < 10; index++) await happen();
    await settle();
    expect(told).toHaveLength(10);
    release();
    await time.advance(60_000);
    expect((await outbox.deadLetters({})).every(({ failure }) => failure.reason === 'no route')).toBe(true);
  });

  it('brings the messages of a lane one after another, in order', async () => {
    const told: string[] = [];
    const fails = new Set([2]);
    targets = [
      target(
        'a',
        ({ change = 0, lane }) => {
          if (fails.delete(change)) return { kind: 'failed', failure: FAILURE };
          told.push(`${lane}${change}`);
          return delivered;
        },
        {
          tell: ({ conversationId }: { conversationId: string }) => [{ lane: conversationId }],
        },
      ),
    ];
    newCourier().start();
    await settle();
    for (const conversation of ['x', 'y', 'y', 'x', 'y']) await happen(conversation);
    await settle();
    expect(told).toEqual(['x1', 'x4']);
    await time.advance(5_000);
    expect(told).toEqual(['x1', 'x4', 'y2', 'y3', 'y5']);
  });

  it('begins the next of a lane as soon as the one before lets it pass, and not before', async () => {
    const began: number[] = [];
    const pass: (() => void)[] = [];
    const end: (() => void)[] = [];
    targets = [
      {
        ...target('a', () => delivered, { tell: () => [{ lane: 'x' }], atOnce: 8 }),
        deliver: ({ change = 0 }, passed) => {
          began.push(change);
          pass.push(passed);
          return new Promise((resolve) => end.push(() => resolve(delivered)));
        },
      },
    ];
    newCourier().start();
    await settle();
    for (let index = 0; index < 3; index++) await happen('x');
    await settle();
    expect(began).toEqual([1]);
    pass[0]();
    await settle();
    expect(began).toEqual([1, 2]);
    end[0]();
    await settle();
    expect(began).toEqual([1, 2]);
    end[1]();
    await settle();
    expect(began).toEqual([1, 2, 3]);
    for (const finish of end) finish();
  });

  it('does not let what fails after it has let others pass hold up its lane', async () => {
    const told: string[] = [];
    const deliver = async ({ change = 0 }: OutboxMessage, passed: () => void): Promise<Delivery> => {
      passed();
      told.push(`${change} at ${time.now() - began}`);
      return change === 1 && told.length < 3 ? { kind: 'failed', failure: FAILURE } : delivered;
    };
    targets = [{ ...target('a', () => delivered, { tell: () => [{ lane: 'x' }] }), deliver }];
    const began = time.now();
    newCourier().start();
    await settle();
    await happen('x');
    await settle();
    await happen('x');
    await settle();
    expect(told).toEqual(['1 at 0', '2 at 0']);
    await time.advance(2_000);
    expect(told.at(-1)).toBe('1 at 1000');
  });

  it('leaves messages where they are while their target is not ready', async () => {
    const told: number[] = [];
    let isReady = false;
    targets = [target('a', ({ change }) => note(told, change ?? 0), { isReady: () => isReady })];
    newCourier().start();
    await settle();
    await happen();
    await happen();
    await time.advance(600_000);
    expect(told).toEqual([]);
    isReady = true;
    await time.advance(1_000);
    expect(told).toEqual([1, 2]);
  });

  it('gives up all that waits when no attempt can succeed', async () => {
    const calls: number[] = [];
    targets = [target('a', () => note(calls, 1, { kind: 'refused', failure: FAILURE, all: true }), { atOnce: 1 })];
    newCourier().start();
    await settle();
    for (let index = 0; index < 5; index++) await happen();
    await settle();
    await time.advance(60_000);
    expect(await outbox.deadLetters({})).toHaveLength(5);
    expect(calls.length).toBeLessThan(5);
  });

  it('takes a message again whose process died', async () => {
    const told: number[] = [];
    targets = [target('a', () => new Promise<Delivery>(() => {}))];
    const dying = newCourier();
    dying.start();
    await settle();
    await happen();
    await settle();
    couriers = [];
    targets = [target('a', ({ change }) => note(told, change ?? 0))];
    newCourier().start();
    await time.advance(59_000);
    expect(told).toEqual([]);
    await time.advance(2_000);
    expect(told).toEqual([1]);
  });

  it('survives a database that fails for a while', async () => {
    const told: number[] = [];
    targets = [target('a', ({ change }) => note(told, change ?? 0))];
    newCourier().start();
    await settle();
    const claim = outbox.claim.bind(outbox);
    outbox.claim = () => Promise.reject(new Error('the database is busy'));
    await happen();
    await settle();
    outbox.claim = claim;
    await time.advance(2_000);
    expect(told).toEqual([1]);
  });
});
