import { type Outgoing, outgoingOf } from './outgoing-message.ts';

/** What outlives a page: the conversation and how far the customer has got in it. */
export interface KeptConversation {
  readonly id: string;
  /** Whether the server knows of it. */
  readonly isBegun: boolean;
  /** Position of the last line seen. */
  readonly seen: number;
  /** When it was last used, epoch milliseconds. */
  readonly usedAt: number;
  /** Ratings of single answers, by their position. */
  readonly answerRatings: Readonly<Record<string, number>>;
  /** Position of the last line when the conversation was rated. */
  readonly ratedAt?: number;
  /** Position of the last line when the customer did not want to rate it. */
  readonly skippedAt?: number;
  readonly isContactLeft?: boolean;
}

/** An unsent message as it is kept. */
interface KeptMessage extends Outgoing {
  /** On its way to the server, from this tab or another. */
  readonly isUnderWay?: true;
}

/** The part of the browser's storage that is used. */
export type PageStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** After this the customer starts anew, in milliseconds: what was said before is about something else. */
export const FORGOTTEN_AFTER = 3 * 24 * 3_600_000;

/**
 * Keeps the conversation and the unsent messages over a reload. Each message has an entry of its own, so that two tabs
 * of one shop never write over each other's; where the browser gives no storage, all of it lasts as long as the page.
 */
export class KeptState {
  readonly #storage: PageStorage;
  readonly #prefix: string;

  /** @param scope what tells one customer of one shop from another */
  constructor(storage: PageStorage, scope: string) {
    this.#storage = storage;
    this.#prefix = `xiaoer:${scope}`;
  }

  /** The conversation that was kept, unless it has been left for days. */
  conversation(now: number): KeptConversation | undefined {
    const kept = this.#read<KeptConversation>(`${this.#prefix}:conversation`);
    return kept && typeof kept.id === 'string' && now - kept.usedAt < FORGOTTEN_AFTER ? kept : undefined;
  }

  keep(conversation: KeptConversation): void {
    this.#write(`${this.#prefix}:conversation`, conversation);
  }

  /** Messages of a conversation that are not acknowledged, oldest first. */
  unsent(conversationId: string): Outgoing[] {
    return this.#unsent(conversationId).map(outgoingOf);
  }

  /** @param isUnderWay whether it is on its way to the server, and so not to be sent anywhere else */
  saveUnsent(conversationId: string, message: Outgoing, isUnderWay = false): void {
    const kept: KeptMessage = isUnderWay ? { ...message, isUnderWay } : message;
    this.#write(this.#unsentKey(conversationId, message.messageId), kept);
  }

  removeUnsent(conversationId: string, messageId: string): void {
    this.#storage.removeItem(this.#unsentKey(conversationId, messageId));
  }

  /** What was not acknowledged in one conversation is sent in another, except what is on its way: it may have arrived. */
  moveUnsent(from: string, to: string): void {
    for (const { isUnderWay, ...message } of this.#unsent(from)) {
      if (isUnderWay) continue;
      this.saveUnsent(to, message);
      this.removeUnsent(from, message.messageId);
    }
  }

  #unsent(conversationId: string): KeptMessage[] {
    const start = this.#unsentKey(conversationId, '');
    const keys = Array.from({ length: this.#storage.length }, (_, index) => this.#storage.key(index) ?? '');
    return keys
      .filter((key) => key.startsWith(start))
      .flatMap((key) => this.#read<KeptMessage>(key) ?? [])
      .sort((one, other) => one.at - other.at);
  }

  #unsentKey(conversationId: string, messageId: string): string {
    return `${this.#prefix}:unsent:${conversationId}:${messageId}`;
  }

  #read<T>(key: string): T | undefined {
    try {
      return JSON.parse(this.#storage.getItem(key) ?? 'null') ?? undefined;
    } catch {
      // Somebody else wrote there: as good as nothing.
      return undefined;
    }
  }

  #write(key: string, value: unknown): void {
    try {
      this.#storage.setItem(key, JSON.stringify(value));
    } catch {
      // Full or forbidden: the page goes on, and only a reload forgets.
    }
  }
}

/** A storage that lasts as long as the page. */
export function memoryStorage(): PageStorage {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    key: (index) => [...entries.keys()][index] ?? null,
    get length() {
      return entries.size;
    },
  };
}
