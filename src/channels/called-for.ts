import type { ConversationEvent } from '../domain/conversation.ts';
import type { HandoffDraft } from '../domain/decision.ts';
import { draftOf } from '../domain/draft-of.ts';

/** What a person was called for; undefined when nobody was, or when a person came by themselves. */
export function calledFor(event: ConversationEvent): HandoffDraft | undefined {
  const draft = draftOf(event);
  return draft?.reason === 'takeover' ? undefined : draft;
}
