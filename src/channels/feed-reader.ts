import type { ChangeFeed, StoredChange } from '../ports/change-feed.ts';
import type { NewMessage, Outbox } from '../ports/outbox.ts';

/** Changes read at once. */
const BATCH = 200;
/** A cursor is written at the latest when so many changes brought no message. */
const MOST_UNSAVED = 1_000;

interface Place {
  /** The cursor as it is stored. */
  readonly saved: number;
  /** How far this process has read; what lies between brought no message. */
  readonly read: number;
}

/** Reads the change feed for each target from where it stopped, and queues what is to be told. Nothing is skipped. */
export class FeedReader {
  readonly #deps: { readonly outbox: Outbox; readonly feed: ChangeFeed };
  readonly #places = new Map<string, Place>();

  constructor(deps: { readonly outbox: Outbox; readonly feed: ChangeFeed }) {
    this.#deps = deps;
  }

  /** Reads up to the end of the feed. A target that reads for the first time begins at the end. */
  async read(target: string, tell: (change: StoredChange) => NewMessage[]): Promise<void> {
    let place = this.#places.get(target) ?? (await this.#begin(target));
    while (place) {
      const changes = await this.#deps.feed.since(place.read, BATCH);
      if (changes.length === 0) return;
      place = await this.#move(target, place, changes[changes.length - 1].sequence, changes.flatMap(tell));
      if (changes.length < BATCH) return;
    }
  }

  async #begin(target: string): Promise<Place | undefined> {
    const saved = await this.#deps.outbox.cursor(target);
    if (saved !== undefined) return this.#keep(target, saved, saved);
    const latest = await this.#deps.feed.latest();
    await this.#deps.outbox.advance(target, undefined, latest, []);
    // Whoever was first has said where it begins.
    return undefined;
  }

  async #move(target: string, place: Place, to: number, messages: readonly NewMessage[]): Promise<Place | undefined> {
    // Most changes concern nobody: a flush of the disk for each would cost more than reading them again after a crash.
    if (messages.length === 0 && to - place.saved < MOST_UNSAVED) return this.#keep(target, place.saved, to);
    if (await this.#deps.outbox.advance(target, place.saved, to, messages)) return this.#keep(target, to, to);
    // Another process was faster: go on from where it is, in the next round.
    this.#places.delete(target);
    return undefined;
  }

  #keep(target: string, saved: number, read: number): Place {
    const place = { saved, read };
    this.#places.set(target, place);
    return place;
  }
}
