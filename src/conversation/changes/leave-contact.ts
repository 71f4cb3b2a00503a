import { contactKeptLine } from '../../desk/desk-lines.ts';
import type { ConversationEvent, ConversationState } from '../../domain/conversation.ts';
import { NotFoundError } from '../../domain/errors.ts';
import type { Contact } from '../../domain/handoff.ts';
import { foldConversation } from '../state/fold-conversation.ts';
import { changeConversation } from './change-conversation.ts';
import { type HandoffDeps, readerOf, says } from './change-handoff.ts';

/**
 * Keeps how the customer can be reached, with the open hand-off if there is one, and says so. The same details again
 * change nothing.
 * @throws NotFoundError when nobody has written in the conversation.
 */
export async function leaveContact(deps: HandoffDeps, conversationId: string, contact: Contact): Promise<void> {
  await changeConversation(deps, conversationId, (events) => {
    if (events.length === 0) throw new NotFoundError(`there is no conversation ${conversationId}`);
    return contactEvents(foldConversation(conversationId, events), events, contact, deps);
  });
}

/** The events that keep contact details; none when nothing is new. */
export function contactEvents(
  state: ConversationState,
  events: readonly ConversationEvent[],
  contact: Contact,
  deps: Pick<HandoffDeps, 'desk' | 'clock'>,
): ConversationEvent[] {
  const left = events.flatMap((event) => (event.type === 'contact_left' ? [event.contact] : []));
  const known: Contact = Object.assign({}, ...left);
  const isNew = Object.entries(contact).some(
    ([key, value]) => value !== undefined && known[key as keyof Contact] !== value,
  );
  if (!isNew) return [];
  const reader = readerOf(state, deps);
  const at = reader.now;
  return [
    { type: 'contact_left', at, handoffId: state.openHandoffId, contact },
    says(contactKeptLine(contact, reader), at),
  ];
}
