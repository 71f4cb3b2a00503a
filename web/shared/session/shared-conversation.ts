import type { KeptConversation, KeptState } from './kept-state.ts';

/** What the shared conversation needs, and whom it tells. */
export interface SharedConversationDeps {
  readonly kept: KeptState;
  readonly now: () => number;
  readonly newId: () => string;
  /** Called when another conversation has taken the place of the one that had the id `before`, here or in another tab. */
  readonly onReplaced: (before: string) => void;
  readonly onChange: () => void;
}

/** Which conversation is current, and what is kept of it: the same in every tab of the browser. */
export class SharedConversation {
  readonly #deps: SharedConversationDeps;
  #current: KeptConversation;

  constructor(deps: SharedConversationDeps) {
    this.#deps = deps;
    this.#current = this.#stored() ?? this.#fresh();
  }

  get current(): KeptConversation {
    return this.#current;
  }

  /** Takes over what another tab has kept; returns whether it used or began this same conversation meanwhile. */
  takeKept(): boolean {
    const stored = this.#stored();
    if (!stored) return false;
    const before = this.#current;
    if (stored.id !== before.id) {
      this.#replace(stored);
      return false;
    }
    this.#current = stored;
    return stored.usedAt !== before.usedAt || stored.isBegun !== before.isBegun;
  }

  /** Other tabs write there, too: what they have kept of the conversation stays, and one that has replaced it is followed. */
  keep(change: Partial<KeptConversation>): void {
    const stored = this.#stored();
    if (stored && stored.id !== this.#current.id) {
      this.#replace(stored);
      return;
    }
    this.#current = { ...(stored ?? this.#current), ...change, usedAt: this.#deps.now() };
    this.#deps.kept.keep(this.#current);
    this.#deps.onChange();
  }

  /**
   * The server has erased it: nothing that was kept of it means anything any more.
   * @param isBegun whether more was written since
   */
  forget(isBegun: boolean): void {
    const before = { ratedAt: undefined, skippedAt: undefined, isContactLeft: undefined };
    this.keep({ ...before, isBegun, seen: 0, answerRatings: {} });
  }

  /** Puts a new conversation in the place of this one, in every tab. */
  startAnew(): void {
    const fresh = this.#fresh();
    this.#deps.kept.keep(fresh);
    this.#replace(fresh);
  }

  /** Puts one that the server has already in the place of this one, in every tab. */
  goOnWith(id: string): void {
    const known = { ...this.#fresh(), id, isBegun: true };
    this.#deps.kept.keep(known);
    this.#replace(known);
  }

  #replace(conversation: KeptConversation): void {
    const before = this.#current.id;
    this.#current = conversation;
    this.#deps.onReplaced(before);
  }

  #stored(): KeptConversation | undefined {
    return this.#deps.kept.conversation(this.#deps.now());
  }

  #fresh(): KeptConversation {
    return { id: this.#deps.newId(), isBegun: false, seen: 0, usedAt: this.#deps.now(), answerRatings: {} };
  }
}
