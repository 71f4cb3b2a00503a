import type { ChannelDeps } from '../channel-deps.ts';

/** A conversation that rests for longer begins anew. */
const KEPT_MS = 90 * 24 * 3_600_000;

/** A status of Chatwoot, and when it was so. */
export interface SeenStatus {
  readonly status: string;
  /** Epoch milliseconds by Chatwoot's clock: ours may go otherwise. 0 when nothing told it. */
  readonly at: number;
  /** By how much it may have been later, milliseconds; exact when absent. */
  readonly orLaterMs?: number;
}

/** The newest status of each conversation that Chatwoot has told of, or that we have put. */
export class SeenStatuses {
  readonly #deps: Pick<ChannelDeps, 'channels' | 'clock'>;

  constructor(deps: Pick<ChannelDeps, 'channels' | 'clock'>) {
    this.#deps = deps;
  }

  /** Undefined before the first. */
  async last(conversationId: string): Promise<SeenStatus | undefined> {
    const stored = await this.#deps.channels.recall(keyOf(conversationId));
    return stored === undefined ? undefined : (JSON.parse(stored) as SeenStatus);
  }

  /**
   * Keeps a status unless a newer one is known.
   * @param at by Chatwoot's clock; a status without a time counts as the newest
   */
  async keep(conversationId: string, status: string, at?: number, orLaterMs = 0): Promise<void> {
    const before = await this.last(conversationId);
    if (at !== undefined && isOlder(at + orLaterMs, before)) return;
    const seen: SeenStatus = { status, at: Math.max(at ?? 0, before?.at ?? 0), orLaterMs };
    await this.#deps.channels.remember(keyOf(conversationId), JSON.stringify(seen), this.#deps.clock.now() + KEPT_MS);
  }
}

/** Whether a status was overtaken by one that is known: an event may be late, and is taken again after a failure. */
export function isOlder(at: number | undefined, known: SeenStatus | undefined): boolean {
  return at !== undefined && known !== undefined && at < known.at;
}

/** Whether something was after a status for certain; what has no time counts as the newest. */
export function isAfter(at: number | undefined, { at: since, orLaterMs = 0 }: SeenStatus): boolean {
  return at === undefined || at > since + orLaterMs;
}

/** Not `chatwoot-status:`, under which the former release kept times of our own clock. */
const keyOf = (conversationId: string) => `chatwoot-seen:${conversationId}`;
