import type { StoredChange } from '../ports/change-feed.ts';
import type { Failure, OutboxMessage } from '../ports/outbox.ts';

/** How an attempt went. */
export type Delivery =
  | { readonly kind: 'delivered' }
  /** To be tried again, not before `retryAfterMs` when the other side asked for that. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly retryAfterMs?: number }
  /** No attempt can succeed. `all`: neither can any other message for this target. */
  | { readonly kind: 'refused'; readonly failure: Failure; readonly all?: boolean };

/** One thing that a target is told of a change. */
export interface Told {
  /** As the outbox's. */
  readonly lane?: string;
  /** Tells apart several things told of one change; arrives as the message's payload. */
  readonly part?: string;
}

/** Somebody whom the courier brings messages. */
export interface Target {
  /** Stable, as it names rows of the outbox: `webhook:whk_1`. */
  readonly name: string;
  /** What it is told of a change. A target without it gets only what is put into the outbox for it. */
  readonly tell?: (change: StoredChange) => readonly Told[];
  /**
   * Does one message. It may be called again for the same message, also after it succeeded.
   * @param passed may be called when the next of its lane need not wait any longer, before this one has ended
   */
  readonly deliver: (message: OutboxMessage, passed: () => void) => Promise<Delivery>;
  /** False while nothing can be done for it: its messages wait, and none fails. Always true when absent. */
  readonly isReady?: () => boolean;
  /** Milliseconds to wait after so many failures in a row (1 is the first); undefined gives up. */
  readonly delayAfter: (failures: number) => number | undefined;
  /** Messages under way at once, at most. */
  readonly atOnce: number;
  /** Longer than one delivery can take, in milliseconds: after that the message is free for another process. */
  readonly claimMs: number;
}
