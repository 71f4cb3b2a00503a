import type { StoredChange } from '../../ports/change-feed.ts';
import type { ConversationStore } from '../../ports/conversation-store.ts';
import { type DeskLine, deskLine } from './desk-line.ts';
import { type HandoffView, handoffView } from './handoff-view.ts';

/** What some changes mean to agents. */
export interface DeskChanges {
  /** The hand-offs that they may have changed, as they are now. */
  readonly handoffs: readonly HandoffView[];
  readonly lines: readonly { readonly sequence: number; readonly conversationId: string; readonly line: DeskLine }[];
}

/** More than any page of the feed is about. */
const MOST_HANDOFFS = 10_000;

/** Reads the hand-offs of the conversations concerned once, however many changes there are. */
export async function deskChanges(
  changes: readonly StoredChange[],
  store: Pick<ConversationStore, 'listHandoffs'>,
): Promise<DeskChanges> {
  const conversationIds = [...new Set(changes.map(({ conversationId }) => conversationId))];
  const handoffs = await store.listHandoffs({ conversationIds, limit: MOST_HANDOFFS });
  const lines = changes.flatMap(({ sequence, conversationId, position, event }) => {
    const line = deskLine(event, position);
    return line ? [{ sequence, conversationId, line }] : [];
  });
  return { handoffs: handoffs.map(handoffView), lines };
}
