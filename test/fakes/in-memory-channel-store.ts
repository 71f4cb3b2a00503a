import type { ChannelAddress, ChannelStore } from '../../src/ports/channel-store.ts';

/** What channels remember, until the process ends. */
export class InMemoryChannelStore implements ChannelStore {
  readonly #addresses = new Map<string, ChannelAddress>();
  readonly #values = new Map<string, string>();

  async address(conversationId: string): Promise<ChannelAddress | undefined> {
    return structuredClone(this.#addresses.get(conversationId));
  }

  async keepAddress(address: ChannelAddress): Promise<void> {
    this.#addresses.set(address.conversationId, structuredClone(address));
  }

  async recall(key: string): Promise<string | undefined> {
    return this.#values.get(key);
  }

  async remember(key: string, value: string): Promise<void> {
    this.#values.set(key, value);
  }

  async settle(key: string, value: string): Promise<string> {
    const present = this.#values.get(key);
    if (present === undefined) this.#values.set(key, value);
    return present ?? value;
  }
}
