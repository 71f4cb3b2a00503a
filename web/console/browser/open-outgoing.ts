import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { type DeskClient, RefusedError } from '../client/desk-client.ts';
import type { TextStorage } from '../state/drafts.ts';
import { createOutbox, type Delivery, type Outbox, type OutgoingLine } from '../state/outbox.ts';
import { keptOutgoing } from './kept-outgoing.ts';
import type { LiveDesk } from './live-desk.ts';
import { startTimer } from './start-timer.ts';
import type { TicketActions } from './ticket-actions.ts';

/** What lines on their way need. */
export interface OutgoingDeps {
  readonly client: DeskClient;
  readonly storage: TextStorage;
  readonly actions: Pick<TicketActions, 'explain'>;
  readonly onSessionEnded: () => void;
}

/** Lines on their way to the server, and the outbox that sends them; begins with those an earlier page has kept. */
export function openOutgoing(deps: OutgoingDeps): {
  readonly outbox: Outbox;
  readonly outgoing: ReadonlySignal<readonly OutgoingLine[]>;
} {
  const kept = keptOutgoing(deps.storage);
  const outgoing = signal<readonly OutgoingLine[]>(kept.read());
  const outbox = createOutbox(
    {
      startTimer,
      onChange: (lines) => {
        outgoing.value = lines;
        kept.keep(lines);
      },
      deliver: (line) => deliver(line, deps),
    },
    outgoing.peek(),
  );
  return { outbox, outgoing };
}

async function deliver(
  { handoffId, kind, text, messageId }: OutgoingLine,
  { client, actions, onSessionEnded }: OutgoingDeps,
): Promise<Delivery> {
  const body = kind === 'note' ? { text, noteId: messageId } : { text, messageId };
  try {
    await client.act(handoffId, kind, body);
    return { kind: 'delivered' };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    if (error.status === 401) {
      // Nothing is wrong with the line: it waits for the agent to log in again.
      onSessionEnded();
      return { kind: 'failed' };
    }
    return { kind: 'refused', why: await actions.explain(handoffId, error) };
  }
}

/** Forgets lines on their way once they stand in the conversation. Returns how to stop. */
export function dropArrived(
  outbox: Outbox,
  outgoing: ReadonlySignal<readonly OutgoingLine[]>,
  desk: Pick<LiveDesk, 'state'>,
): () => void {
  return effect(() => {
    for (const line of outgoing.value) {
      const lines = desk.state.value.conversations.get(line.conversationId)?.lines ?? [];
      const isThere = lines.some(({ messageId, noteId }) => (noteId ?? messageId) === line.messageId);
      if (isThere) outbox.drop(line.messageId);
    }
  });
}
