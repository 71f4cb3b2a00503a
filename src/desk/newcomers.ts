import { type Handoff, queueRank } from '../domain/handoff.ts';
import type { DeskSnapshot } from './queue-outlook.ts';

/** A ticket on its way into the queue, as far as its place depends on it. */
export type Newcomer = Pick<Handoff, 'conversationId' | 'score' | 'queuedAt'>;

/** A ticket that no look has found for so long was not stored after all. */
const FORGOTTEN_AFTER_MS = 5000;

/**
 * Tickets that went into the queue since the desk was last looked at: whoever calls at the same moment stands behind
 * them, though no snapshot knows of them yet. Of this process only; others' are known with the next look.
 */
export class Newcomers {
  readonly #byConversation = new Map<string, Newcomer>();

  /**
   * Takes a ticket in; the same conversation again replaces its former one, and one that was found waiting stays as it is.
   * @returns its place in the queue, from 1
   */
  add(newcomer: Newcomer, { waiting }: Pick<DeskSnapshot, 'waiting'>): number {
    const { conversationId } = newcomer;
    this.#byConversation.delete(conversationId);
    const rank = queueRank(newcomer);
    const others = waiting.filter((other) => other.conversationId !== conversationId);
    const before = [...others, ...this.#byConversation.values()].filter((other) => queueRank(other) >= rank);
    if (others.length === waiting.length) this.#byConversation.set(conversationId, newcomer);
    return 1 + before.length;
  }

  /** Forgets those that a look has found, or will not find any more. */
  forget({ at, waiting, claimed }: Pick<DeskSnapshot, 'at' | 'waiting' | 'claimed'>): void {
    const found = new Set([...waiting, ...claimed].map(({ conversationId }) => conversationId));
    for (const [conversationId, { queuedAt }] of this.#byConversation) {
      const isOver = found.has(conversationId) || at - queuedAt > FORGOTTEN_AFTER_MS;
      if (isOver) this.#byConversation.delete(conversationId);
    }
  }
}
