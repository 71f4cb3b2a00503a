import type { ConversationEvent } from '../domain/conversation.ts';

/** Told after events are durable; must not throw and must not delay the reply. */
export interface Notifier {
  notify(conversationId: string, events: readonly ConversationEvent[]): void;
}
