import { foldConversation } from '../conversation/state/fold-conversation.ts';
import type { ConversationEvent } from '../domain/conversation.ts';
import type { StoredChange } from '../ports/change-feed.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';

/**
 * Whether what was to be sent to another desk, where people answer too, may be sent as things stand now. An attempt
 * comes late when others have failed, but also when it waited behind another line, when no process ran, or when a dead
 * letter is replayed: so it is asked before each, whatever the number of the attempt.
 *
 * - A reply of the bot: unless a person there has spoken or taken the conversation since. People at our own desk do not
 *   count: they have read the reply, and their lines follow it in the same lane.
 * - A call for a person: while the conversation waits, or one of our own people has it.
 * - All else: always.
 * @param agentsThere how ids of agents of that desk begin
 */
export async function isStillDue(
  store: Pick<ConversationStore, 'load'>,
  { conversationId, position, event }: StoredChange,
  agentsThere: string,
): Promise<boolean> {
  switch (event.type) {
    case 'bot_replied': {
      const since = (await store.load(conversationId)).slice(position);
      return !since.some((other) => isDoneByPerson(other) && other.agentId.startsWith(agentsThere));
    }
    case 'handoff_opened':
    case 'handoff_reopened': {
      const { status, agent } = foldConversation(conversationId, await store.load(conversationId));
      return status === 'waiting' || (status === 'human' && !agent?.id.startsWith(agentsThere));
    }
    default:
      return true;
  }
}

function isDoneByPerson(
  event: ConversationEvent,
): event is Extract<ConversationEvent, { type: 'agent_replied' | 'handoff_claimed' }> {
  return event.type === 'agent_replied' || event.type === 'handoff_claimed';
}
