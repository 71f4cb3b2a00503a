import type { ChangeFeed, StoredChange } from '../ports/change-feed.ts';
import type { Whispers } from '../ports/whispers.ts';

/** Told of changes in commit order, none twice and none left out, from the moment of subscribing on. */
export type ChangeListener = (changes: readonly StoredChange[]) => void;
/** Told of what is gone the moment it is said. */
export type TypingListener = (conversationId: string, role: TypingRole) => void;

/** Told of a conversation of which nothing is kept any more. */
export type ErasedListener = (conversationId: string) => void;

type TypingRole = 'customer' | 'agent';

const RETRY_MS = 1000;

/** Tells every hub that nothing is kept of a conversation any more: its events are gone, and cannot say so. */
export async function tellErased(whispers: Whispers, conversationId: string): Promise<void> {
  await whispers.whisper(`erased ${conversationId}`);
}

/** Reads the change feed once for a whole process and passes on what happens. */
export class LiveHub {
  readonly #feed: ChangeFeed;
  readonly #whispers: Whispers;
  readonly #onFailure: (error: unknown) => void;
  readonly #everything = new Set<ChangeListener>();
  readonly #byConversation = new Map<string, Set<ChangeListener>>();
  readonly #typing = new Set<TypingListener>();
  readonly #erased = new Set<ErasedListener>();
  #first = 0;
  #last = 0;
  #ends: (() => void)[] = [];
  #reading: Promise<void> | undefined;
  #again = false;
  #retry: NodeJS.Timeout | undefined;

  /** @param onFailure told when the feed cannot be read; it is tried again until it can */
  constructor(feed: ChangeFeed, whispers: Whispers, onFailure: (error: unknown) => void) {
    this.#feed = feed;
    this.#whispers = whispers;
    this.#onFailure = onFailure;
  }

  /** The newest change at the start: what was erased up to then, nobody told this process. */
  get first(): number {
    return this.#first;
  }

  /** Everything up to here has been passed on, or was there before the start. */
  get last(): number {
    return this.#last;
  }

  /** Starts with what happens from now on. */
  async start(): Promise<void> {
    this.#first = await this.#feed.latest();
    this.#last = this.#first;
    this.#ends = [this.#feed.onChange(() => this.#read()), this.#whispers.onWhisper((text) => this.#passWhisper(text))];
    this.#read();
  }

  /** Changes of one conversation, or of all. @returns ends the subscription */
  onChanges(conversationId: string | undefined, listener: ChangeListener): () => void {
    if (conversationId === undefined) return subscribe(this.#everything, listener);
    const listeners = this.#byConversation.get(conversationId) ?? new Set();
    this.#byConversation.set(conversationId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#byConversation.delete(conversationId);
    };
  }

  /** Somebody is writing. Nothing is kept: whoever does not listen has missed nothing. */
  async typing(conversationId: string, role: TypingRole): Promise<void> {
    await this.#whispers.whisper(`${role} ${conversationId}`);
  }

  onTyping(listener: TypingListener): () => void {
    return subscribe(this.#typing, listener);
  }

  onErased(listener: ErasedListener): () => void {
    return subscribe(this.#erased, listener);
  }

  /** Stops reading; a read under way is waited for. */
  async close(): Promise<void> {
    for (const end of this.#ends) end();
    clearTimeout(this.#retry);
    await this.#reading;
    clearTimeout(this.#retry);
  }

  #read(): void {
    this.#again = true;
    if (this.#reading) return;
    clearTimeout(this.#retry);
    this.#reading = this.#readOn().then(
      () => {
        this.#reading = undefined;
        // Who called between the last look and this moment found a reading under way, and must not wait for the next change.
        if (this.#again) this.#read();
      },
      (error: unknown) => {
        this.#reading = undefined;
        this.#onFailure(error);
        this.#retry = setTimeout(() => this.#read(), RETRY_MS).unref();
      },
    );
  }

  /** Reads until nothing is left and nobody has called meanwhile. */
  async #readOn(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      const changes = await this.#feed.since(this.#last);
      if (changes.length === 0) continue;
      this.#again = true;
      this.#last = changes[changes.length - 1].sequence;
      this.#pass(changes);
    }
  }

  #passWhisper(text: string): void {
    const [, role, conversationId] = /^(customer|agent|erased) (.+)$/.exec(text) ?? [];
    // Another release may whisper what this one does not know.
    if (role === undefined) return;
    if (role === 'erased') {
      for (const listener of this.#erased) listener(conversationId);
      return;
    }
    for (const listener of this.#typing) listener(conversationId, role as TypingRole);
  }

  #pass(changes: readonly StoredChange[]): void {
    for (const listener of [...this.#everything]) listener(changes);
    const named = new Set(changes.map(({ conversationId }) => conversationId));
    for (const id of named) {
      const listeners = this.#byConversation.get(id);
      if (!listeners) continue;
      const own = changes.filter(({ conversationId }) => conversationId === id);
      for (const listener of [...listeners]) listener(own);
    }
  }
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
