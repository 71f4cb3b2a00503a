import type { ConversationState } from '../../domain/conversation.ts';

/** Whether the bot may speak. While a person is called or has taken over it stays silent, whatever is written. */
export function botOwns(state: Pick<ConversationState, 'status'>): boolean {
  return state.status === 'bot' || state.status === 'resolved';
}
