import type { ConversationEvent } from './conversation.ts';
import type { HandoffDraft } from './decision.ts';

/** What the engine said of the person whom an event calls; undefined when it calls none, or an agent reopens by themselves. */
export function draftOf(event: ConversationEvent): HandoffDraft | undefined {
  return event.type === 'handoff_opened' || event.type === 'handoff_reopened' ? event.draft : undefined;
}
