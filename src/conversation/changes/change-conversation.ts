import type { ConversationEvent } from '../../domain/conversation.ts';
import { ConflictError } from '../../domain/errors.ts';
import type { Clock, NewId } from '../../ports/clock.ts';
import type { ConversationStore } from '../../ports/conversation-store.ts';
import type { Notifier } from '../../ports/notifier.ts';

/** What a change that does not ask the engine needs. */
export interface ChangeDeps {
  readonly store: ConversationStore;
  readonly notifier: Notifier;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** What follows from the present events; nothing when undefined or empty. Pure; throws to refuse the change. */
export type DecideChange = (
  events: readonly ConversationEvent[],
) => ConversationEvent | readonly ConversationEvent[] | undefined;

const ATTEMPTS = 10;

/**
 * Appends what `decide` makes of the present events, and decides again when they changed meanwhile, so that the
 * decision and the append are one step.
 *
 * @returns all events after the change
 * @throws ConflictError when the conversation keeps changing.
 */
export async function changeConversation(
  deps: Pick<ChangeDeps, 'store' | 'notifier'>,
  conversationId: string,
  decide: DecideChange,
): Promise<readonly ConversationEvent[]> {
  for (let attempt = 1; ; attempt++) {
    const events = await deps.store.load(conversationId);
    const added = [decide(events) ?? []].flat() as readonly ConversationEvent[];
    if (added.length === 0) return events;
    try {
      await deps.store.append(conversationId, events.length, added);
    } catch (error) {
      if (error instanceof ConflictError && attempt < ATTEMPTS) continue;
      throw error;
    }
    deps.notifier.notify(conversationId, added);
    return [...events, ...added];
  }
}
