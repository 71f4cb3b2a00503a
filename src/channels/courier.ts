import type { ChangeFeed, StoredChange } from '../ports/change-feed.ts';
import type { Clock } from '../ports/clock.ts';
import type { NewMessage, Outbox, OutboxMessage } from '../ports/outbox.ts';
import { FeedReader } from './feed-reader.ts';
import type { Delivery, Target } from './target.ts';

/** What the courier needs. */
export interface CourierDeps {
  readonly outbox: Outbox;
  readonly feed: ChangeFeed;
  readonly clock: Clock;
  /** As `startSystemTimer`. */
  readonly startTimer: (milliseconds: number, callback: () => void) => () => void;
  /** Everybody who is to be told something at present; asked in every round. */
  readonly targets: () => Promise<readonly Target[]>;
  /** Called every hour, to throw away what else is not needed any more. */
  readonly tidy?: (now: number) => Promise<void>;
  /** Told of what went wrong: the name of a target and a reason, never what a message says. */
  readonly log: (event: { readonly target?: string; readonly reason: string }) => void;
}

/** Messages that come due, and those of other processes, are noticed after so many milliseconds at the latest. */
const ROUND_MS = 1_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Ids of what was done are remembered for a week: nobody delivers a message twice after that. */
const REMEMBERED_MS = 7 * DAY;
/** Dead letters can be replayed for a month. */
const DEAD_MS = 30 * DAY;

/**
 * Brings what happens to everybody who wants to hear it, at least once: reads the change feed into the outbox, and does
 * what is due there. Every process runs one; the outbox sees to it that two do not do the same thing at once. A target
 * that is slow or down holds up nobody else.
 */
export class Courier {
  readonly #deps: CourierDeps;
  readonly #reader: FeedReader;
  /** By target, how many of its messages are under way. */
  readonly #underWay = new Map<string, number>();
  /** Ids of messages under way that hold up nobody behind them. */
  readonly #passed = new Set<string>();
  readonly #deliveries = new Set<Promise<void>>();
  #round: Promise<void> | undefined;
  #again = false;
  #stopped = true;
  #prunedAt = 0;
  #cancelTimer = () => {};
  #unsubscribe = () => {};

  constructor(deps: CourierDeps) {
    this.#deps = deps;
    this.#reader = new FeedReader(deps);
  }

  /** Begins to work. */
  start(): void {
    this.#stopped = false;
    this.#unsubscribe = this.#deps.feed.onChange(() => this.wake());
    this.wake();
  }

  /** Looks at once for something to do. */
  wake(): void {
    if (this.#stopped) return;
    this.#again = true;
    this.#round ??= this.#rounds().finally(() => {
      this.#round = undefined;
      // Woken since the last look, when a round still seemed under way.
      if (this.#again) this.wake();
    });
  }

  /** Begins nothing new, and resolves when everything under way has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unsubscribe();
    this.#cancelTimer();
    await this.#round;
    await Promise.all(this.#deliveries);
  }

  /** Rounds follow one another as long as somebody woke the courier meanwhile. */
  async #rounds(): Promise<void> {
    this.#cancelTimer();
    while (this.#again && !this.#stopped) {
      this.#again = false;
      try {
        await this.#lookAround();
      } catch (error) {
        // The database may be back in a second; nothing is lost, as nothing was marked as done.
        this.#deps.log({ reason: reasonOf(error) });
      }
    }
    if (!this.#stopped) this.#cancelTimer = this.#deps.startTimer(ROUND_MS, () => this.wake());
  }

  async #lookAround(): Promise<void> {
    for (const target of await this.#deps.targets()) {
      if (target.tell) await this.#reader.read(target.name, (change) => told(target, change, this.#deps.clock.now()));
      if (target.isReady?.() ?? true) await this.#begin(target);
    }
    await this.#prune();
  }

  async #begin(target: Target): Promise<void> {
    const { outbox, clock } = this.#deps;
    const limit = target.atOnce - (this.#underWay.get(target.name) ?? 0);
    if (limit <= 0 || this.#stopped) return;
    const now = clock.now();
    const claim = { now, until: now + target.claimMs, limit, passed: [...this.#passed] };
    for (const message of await outbox.claim(target.name, claim)) {
      this.#count(target, 1);
      const delivery = this.#deliver(target, message).finally(() => {
        this.#count(target, -1);
        this.#passed.delete(message.id);
        this.#deliveries.delete(delivery);
        // The next of its lane may go now.
        this.wake();
      });
      this.#deliveries.add(delivery);
    }
  }

  #count(target: Target, change: number): void {
    this.#underWay.set(target.name, (this.#underWay.get(target.name) ?? 0) + change);
  }

  async #deliver(target: Target, message: OutboxMessage): Promise<void> {
    const passed = () => {
      this.#passed.add(message.id);
      this.wake();
    };
    const delivery = await target
      .deliver(message, passed)
      .catch((error: unknown): Delivery => ({ kind: 'failed', failure: { reason: reasonOf(error) } }));
    try {
      await this.#settle(target, message, delivery);
    } catch (error) {
      // The claim runs out, and the message is done again.
      this.#deps.log({ target: target.name, reason: reasonOf(error) });
    }
  }

  async #settle(target: Target, message: OutboxMessage, delivery: Delivery): Promise<void> {
    const { outbox, clock, log } = this.#deps;
    const now = clock.now();
    if (delivery.kind === 'delivered') return outbox.done(message.id, now);
    const { failure } = delivery;
    log({ target: target.name, reason: failure.reason });
    if (delivery.kind === 'refused') {
      await outbox.bury(message.id, now, failure);
      if (delivery.all) await outbox.buryAll(target.name, now, failure);
      return;
    }
    const delay = target.delayAfter(message.attempts + 1);
    if (delay === undefined) return outbox.bury(message.id, now, failure);
    // The next of its lane may be done already: what fails after that is a matter of its own.
    const leavesLane = this.#passed.has(message.id);
    await outbox.retry(message.id, now + Math.max(delay, delivery.retryAfterMs ?? 0), failure, { leavesLane });
  }

  async #prune(): Promise<void> {
    const now = this.#deps.clock.now();
    if (now - this.#prunedAt < HOUR) return;
    this.#prunedAt = now;
    await this.#deps.outbox.prune({ done: now - REMEMBERED_MS, dead: now - DEAD_MS });
    await this.#deps.tidy?.(now);
  }
}

function told(target: Target, change: StoredChange, createdAt: number): NewMessage[] {
  return (target.tell?.(change) ?? []).map(({ lane, part }) => ({
    ...{ id: `${target.name}:${change.sequence}${part ? `:${part}` : ''}`, target: target.name, createdAt },
    ...{ lane, change: change.sequence, payload: part },
  }));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'failed';
}
