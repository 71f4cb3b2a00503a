import type { ConversationEvent } from '../../src/domain/conversation.ts';
import type { Notifier } from '../../src/ports/notifier.ts';

/** A notifier that remembers what it was told. */
export class RecordingNotifier implements Notifier {
  readonly told: { readonly conversationId: string; readonly events: readonly ConversationEvent[] }[] = [];

  notify(conversationId: string, events: readonly ConversationEvent[]): void {
    this.told.push({ conversationId, events });
  }
}
