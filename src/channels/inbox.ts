import type { OutboxMessage } from '../ports/outbox.ts';
import { attempt } from './attempt.ts';
import type { ChannelDeps } from './channel-deps.ts';
import { CHANNEL_WAITS } from './retry-waits.ts';
import type { Target } from './target.ts';

/** Most of what is under way waits for the customer's next fragment, or for the engine. */
const AT_ONCE = 32;
const CLAIM_MS = 120_000;

/** How one item is worked off. */
export interface Work<Item> {
  /**
   * May be called for the same item again. What it throws is tried again, unless it is an error of ours that is final.
   * @param passed lets the next of the lane begin, before this one has ended
   */
  readonly run: (item: Item, passed: () => void) => Promise<void>;
  /** Whether it must wait until the front desk can answer. */
  readonly needsEngine?: boolean;
}

/** What came in from outside: on disk at once, and worked off in its order afterwards. Items must be JSON. */
export class Inbox<Item> {
  readonly #name: string;
  readonly #deps: Pick<ChannelDeps, 'outbox' | 'clock' | 'wake' | 'isReady'>;
  readonly #work: Work<Item>;

  /** @param name of its target, such as `in:chatwoot.main` */
  constructor(name: string, deps: Pick<ChannelDeps, 'outbox' | 'clock' | 'wake' | 'isReady'>, work: Work<Item>) {
    this.#name = name;
    this.#deps = deps;
    this.#work = work;
  }

  /**
   * Takes an item in; on disk when it resolves. Nothing happens when its key is known.
   * @param item.lane items of one lane begin one after another, in the order they were put
   * @param item.afterMs it is not worked off before; at once when absent
   */
  async put({ key, lane, item, afterMs = 0 }: { key: string; lane: string; item: Item; afterMs?: number }) {
    const createdAt = this.#deps.clock.now() + afterMs;
    const message = { id: this.#idOf(key), target: this.#name, lane, payload: JSON.stringify(item), createdAt };
    await this.#deps.outbox.put(message);
    if (afterMs === 0) this.#deps.wake();
  }

  /** The item was worked off elsewhere. */
  async done(key: string): Promise<void> {
    await this.#deps.outbox.done(this.#idOf(key), this.#deps.clock.now());
  }

  target(): Target {
    const { run, needsEngine } = this.#work;
    return {
      name: this.#name,
      deliver: ({ payload }: OutboxMessage, passed) => attempt(() => run(JSON.parse(payload ?? '') as Item, passed)),
      isReady: needsEngine ? this.#deps.isReady : undefined,
      // Not by chance a little longer or shorter, as towards others: what failed together keeps its order.
      delayAfter: (failures) => CHANNEL_WAITS[failures - 1],
      ...{ atOnce: AT_ONCE, claimMs: CLAIM_MS },
    };
  }

  #idOf(key: string): string {
    return `${this.#name}:${key}`;
  }
}
