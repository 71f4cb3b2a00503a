import type { ChannelAddress, ChannelStore } from '../../src/ports/channel-store.ts';

/** What channels remember, until the process ends. */
export class InMemoryChannelStore implements ChannelStore {
  readonly #addresses = new Map<string, ChannelAddress>();
  readonly #values = new Map<string, { readonly value: string; readonly until?: number }>();

  async address(conversationId: string): Promise<ChannelAddress | undefined> {
    return structuredClone(this.#addresses.get(conversationId));
  }

  async keepAddress(address: ChannelAddress): Promise<void> {
    this.#addresses.set(address.conversationId, structuredClone(address));
  }

  async recall(key: string): Promise<string | undefined> {
    return this.#values.get(key)?.value;
  }

  async remember(key: string, value: string, until?: number): Promise<void> {
    this.#values.set(key, { value, until });
  }

  async settle(key: string, value: string, until?: number): Promise<string> {
    const present = this.#values.get(key)?.value;
    if (present === undefined) this.#values.set(key, { value, until });
    return present ?? value;
  }

  async prune(now: number): Promise<void> {
    for (const [key, { until }] of this.#values) if (until !== undefined && until <= now) this.#values.delete(key);
  }
}
