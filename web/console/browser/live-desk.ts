import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';
import { type ConnectionState, openLiveConnection } from '../../shared/live-connection.ts';
import type { ServerSentEvent } from '../../shared/read-event-stream.ts';
import { type DeskClient, RefusedError } from '../client/desk-client.ts';
import { type DeskEvent, type DeskNow, type DeskState, EMPTY_DESK, reduceDesk } from '../state/desk-state.ts';
import type { TextStorage } from '../state/drafts.ts';
import { type SeenTimes, seenTimes } from '../state/seen-times.ts';
import type { Line, Ticket } from '../wire/desk.ts';
import { startTimer } from './start-timer.ts';

/** The desk as this console sees it, kept up to date by one event stream. */
export interface LiveDesk {
  readonly state: ReadonlySignal<DeskState>;
  readonly connection: ReadonlySignal<ConnectionState>;
  /** The queue has been read at least once. */
  readonly isRead: ReadonlySignal<boolean>;
  readonly change: (event: DeskEvent) => void;
  readonly reconnectNow: () => void;
  /** Ends the stream, and with it the sign of life, until `reconnectNow`. */
  readonly pause: () => void;
  readonly close: () => void;
}

/** What it needs. */
export interface LiveDeskDeps {
  readonly client: DeskClient;
  readonly storage: TextStorage;
  /** Conversation that is shown, and read again when the stream cannot say what was missed. */
  readonly shown: () => string | undefined;
  /** The stream is open: now or again. */
  readonly onLive: () => void;
  /** What is kept of a conversation elsewhere in the page has to go, too. */
  readonly onErased: (conversationId: string) => void;
  readonly onSessionEnded: () => void;
}

/** A customer counts as typing for so long after the last sign, in milliseconds. */
const TYPING = 6000;
const READ_AGAIN = 3000;

/** Opens the event stream, reads everything behind it, and folds both into one state. */
export function openLiveDesk(deps: LiveDeskDeps): LiveDesk {
  const seen: SeenTimes = seenTimes(deps.storage);
  const state = signal<DeskState>({ ...EMPTY_DESK, seenAt: seen.read() });
  const connection = signal<ConnectionState>({ kind: 'connecting' });
  const isRead = signal(false);
  let reading = 0;
  const change = (event: DeskEvent) => {
    state.value = reduceDesk(state.value, event);
  };

  const forget = (conversationId: string) => {
    change({ type: 'conversation_erased', conversationId });
    deps.onErased(conversationId);
  };

  /** The stream is opened first and read behind: what happens meanwhile is told by the stream, and believed. */
  async function readAll(): Promise<void> {
    const mine = ++reading;
    const before = state.value.tickets;
    try {
      const shown = deps.shown();
      let gone: string | undefined;
      const [desk, tickets, conversation] = await Promise.all([
        deps.client.readDesk(),
        deps.client.readTickets(),
        // A conversation that cannot be read is told where it is shown.
        shown
          ? deps.client.readConversation(shown).catch((error: unknown) => {
              if (error instanceof RefusedError && error.status === 404) gone = shown;
              return undefined;
            })
          : undefined,
      ]);
      if (mine !== reading) return;
      batch(() => {
        change({ type: 'desk_read', desk });
        change({ type: 'tickets_read', tickets, before });
        if (conversation) change({ type: 'conversation_read', conversation });
        // It was erased while nobody could tell.
        if (gone !== undefined) forget(gone);
        isRead.value = true;
      });
    } catch (error) {
      if (mine !== reading) return;
      if (error instanceof RefusedError && error.status === 401) return deps.onSessionEnded();
      // The connection is refused alike, and tells it.
      if (error instanceof RefusedError && error.status === 403) return;
      startTimer(READ_AGAIN, () => mine === reading && readAll());
    }
  }

  const live = openLiveConnection('/v1/desk/events', {
    fetch: (...request) => fetch(...request),
    now: Date.now,
    random: Math.random,
    startTimer,
    onState(next) {
      connection.value = next;
      if (next.kind === 'refused' && next.status === 401) deps.onSessionEnded();
      if (next.kind === 'live') deps.onLive();
      // Once live, the server asks for it; a queue that is not live is better than none.
      if (next.kind === 'lost' && !isRead.value) readAll();
    },
    onEvent(event) {
      if (event.event === 'reset') {
        change({ type: 'forgotten', except: deps.shown() });
        readAll();
        return;
      }
      for (const told of deskEvents(event)) {
        if (told.type === 'conversation_erased') forget(told.conversationId);
        else change(told);
      }
    },
  });

  const stopKeeping = effect(() => seen.keep(state.value.seenAt));
  return {
    ...{ state, connection, isRead, change, reconnectNow: live.reconnectNow, pause: live.pause },
    close() {
      reading++;
      stopKeeping();
      live.close();
    },
  };
}

/** What an event of the stream says; nothing for events that a later server may add. */
function deskEvents({ event, data }: ServerSentEvent): DeskEvent[] {
  const said: unknown = JSON.parse(data);
  switch (event) {
    case 'handoff':
      return [{ type: 'ticket_changed', ticket: said as Ticket }];
    case 'line': {
      const { conversationId, line } = said as { conversationId: string; line: Line };
      return [{ type: 'line_said', conversationId, line }];
    }
    case 'erased': {
      const { conversationId } = said as { conversationId: string };
      return [{ type: 'conversation_erased', conversationId }];
    }
    case 'agents':
      return [{ type: 'desk_changed', now: said as DeskNow }];
    case 'typing': {
      const { conversationId } = said as { conversationId: string };
      return [{ type: 'customer_typing', conversationId, until: Date.now() + TYPING }];
    }
    default:
      return [];
  }
}
