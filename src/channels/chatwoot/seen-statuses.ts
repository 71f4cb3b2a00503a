import type { ChannelDeps } from '../channel-deps.ts';

/** A conversation that rests for longer begins anew. */
const KEPT_MS = 90 * 24 * 3_600_000;

/** A status of Chatwoot, and since when we know of it. */
export interface SeenStatus {
  readonly status: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The status in which a conversation of Chatwoot was seen last, or put by us. */
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

  async keep(conversationId: string, status: string): Promise<void> {
    const at = this.#deps.clock.now();
    const seen: SeenStatus = { status, at };
    await this.#deps.channels.remember(keyOf(conversationId), JSON.stringify(seen), at + KEPT_MS);
  }
}

const keyOf = (conversationId: string) => `chatwoot-status:${conversationId}`;
