import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { DeskClient } from '../client/desk-client.ts';
import type { LiveDesk } from './live-desk.ts';

/** How reading the shown conversation goes. */
export type Reading = 'loading' | 'failed' | 'ready';

/** The conversation that is shown. */
export interface ShownConversation {
  readonly reading: ReadonlySignal<Reading>;
  readonly readAgain: () => void;
}

/** Reads the conversation `shown` whenever it is another one, and marks as seen what comes while it is looked at. */
export function watchConversation(
  client: DeskClient,
  desk: LiveDesk,
  shown: ReadonlySignal<string | undefined>,
  isVisible: ReadonlySignal<boolean>,
): ShownConversation & { readonly stop: () => void } {
  const reading = signal<Reading>('loading');

  async function read(id: string): Promise<void> {
    reading.value = desk.state.peek().conversations.has(id) ? 'ready' : 'loading';
    try {
      const conversation = await client.readConversation(id);
      desk.change({ type: 'conversation_read', conversation });
      if (shown.peek() === id) reading.value = 'ready';
    } catch {
      const isKnown = desk.state.peek().conversations.has(id);
      if (shown.peek() === id && !isKnown) reading.value = 'failed';
    }
  }

  const stopReading = effect(() => {
    const id = shown.value;
    if (id) read(id);
  });
  const stopSeeing = effect(() => {
    const id = shown.value;
    if (!id || !isVisible.value || !desk.state.value.conversations.has(id)) return;
    desk.change({ type: 'conversation_seen', conversationId: id });
  });
  return {
    reading,
    readAgain() {
      const id = shown.peek();
      if (id) read(id);
    },
    stop() {
      stopReading();
      stopSeeing();
    },
  };
}
