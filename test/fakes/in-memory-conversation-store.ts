import type { ConversationEvent } from '../../src/domain/conversation.ts';
import { ConflictError } from '../../src/domain/errors.ts';
import { compareQueue, type Handoff, isOpen } from '../../src/domain/handoff.ts';
import { projectHandoff } from '../../src/domain/project-handoff.ts';
import type { ChangeFeed, StoredChange } from '../../src/ports/change-feed.ts';
import type { ConversationStore, HandoffFilter } from '../../src/ports/conversation-store.ts';

/** A store and its feed that forget with the process; they pass the same contracts as the real ones. `appends` records every call. */
export class InMemoryConversationStore implements ConversationStore, ChangeFeed {
  readonly appends: { conversationId: string; expectedVersion: number; events: readonly ConversationEvent[] }[] = [];
  /** When set, `ping` rejects with it. */
  failure: Error | undefined;
  readonly #conversations = new Map<string, ConversationEvent[]>();
  readonly #handoffs = new Map<string, Handoff>();
  readonly #changes: StoredChange[] = [];
  readonly #listeners = new Set<() => void>();

  async load(conversationId: string): Promise<ConversationEvent[]> {
    return structuredClone(this.#conversations.get(conversationId) ?? []);
  }

  async append(conversationId: string, expectedVersion: number, events: readonly ConversationEvent[]): Promise<void> {
    const stored = this.#conversations.get(conversationId) ?? [];
    if (stored.length !== expectedVersion) throw new ConflictError('the conversation has changed');
    const next = [...stored, ...structuredClone(events)];
    const messageIds = next.flatMap((event) => ('messageId' in event ? [event.messageId] : []));
    if (new Set(messageIds).size < messageIds.length) throw new ConflictError('the message id is already stored');
    const handoffs = handoffsOf(conversationId, next, this.#handoffs);
    this.appends.push({ conversationId, expectedVersion, events });
    this.#conversations.set(conversationId, next);
    for (const handoff of handoffs) this.#handoffs.set(handoff.id, handoff);
    for (const [index, event] of structuredClone(events).entries()) {
      const sequence = this.#changes.length + 1;
      this.#changes.push({ sequence, conversationId, position: expectedVersion + index + 1, event });
    }
    for (const listener of [...this.#listeners]) setImmediate(listener);
  }

  /** As an erasure would. */
  forget(conversationId: string): void {
    this.#conversations.delete(conversationId);
    for (const [id, handoff] of this.#handoffs)
      if (handoff.conversationId === conversationId) this.#handoffs.delete(id);
  }

  async since(after: number, limit = 500): Promise<StoredChange[]> {
    return structuredClone(this.#changes.slice(after, after + limit));
  }

  async latest(): Promise<number> {
    return this.#changes.length;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  async listHandoffs(filter: HandoffFilter): Promise<Handoff[]> {
    const { status, team, agentId, conversationIds, limit = 200 } = filter;
    const all = [...this.#handoffs.values()].filter(
      (handoff) =>
        (!status || handoff.status === status) &&
        (!team || handoff.team === team) &&
        (!agentId || handoff.agentId === agentId || handoff.offeredTo === agentId) &&
        (!conversationIds || conversationIds.includes(handoff.conversationId)),
    );
    const open = all.filter(isOpen).sort(compareQueue);
    const closed = all.filter((handoff) => !isOpen(handoff)).sort((a, b) => b.openedAt - a.openedAt);
    return structuredClone([...open, ...closed].slice(0, limit).sort(compareQueue));
  }

  async getHandoff(id: string): Promise<Handoff | undefined> {
    return structuredClone(this.#handoffs.get(id));
  }

  async ping(): Promise<void> {
    if (this.failure) throw this.failure;
  }

  async close(): Promise<void> {}
}

function handoffsOf(
  conversationId: string,
  events: readonly ConversationEvent[],
  present: ReadonlyMap<string, Handoff>,
): Handoff[] {
  const ids = events.flatMap((event) => (event.type === 'handoff_opened' ? [event.handoffId] : []));
  return ids.flatMap((id) => {
    const elsewhere = present.get(id);
    if (elsewhere && elsewhere.conversationId !== conversationId) throw new ConflictError('the hand-off exists');
    return projectHandoff(conversationId, events, id) ?? [];
  });
}
