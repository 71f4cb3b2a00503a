import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { newId } from '../../shared/new-id.ts';
import { type DeskClient, RefusedError } from '../client/desk-client.ts';
import { createDrafts, type Drafts, type TextStorage } from '../state/drafts.ts';
import { createOutbox, type Outbox, type OutgoingLine } from '../state/outbox.ts';
import { queueTabs, type Tab, tabOf } from '../state/queue-view.ts';
import type { Me, Ticket } from '../wire/desk.ts';
import { announceNews } from './announce-news.ts';
import { keptOutgoing } from './kept-outgoing.ts';
import { type LiveDesk, openLiveDesk } from './live-desk.ts';
import type { Preferences } from './preferences.ts';
import { repeat } from './repeat.ts';
import type { Router } from './route.ts';
import { startTimer } from './start-timer.ts';
import { createTicketActions, type TicketActions } from './ticket-actions.ts';
import { createToasts, type Toasts } from './toasts.ts';
import { type ShownConversation, watchConversation } from './watch-conversation.ts';
import { type Suggestions, watchSuggestions } from './watch-suggestions.ts';

/** A dialog that is open. */
export type Dialog = 'transfer' | 'resolve' | 'giveBack' | 'release' | 'shortcuts' | 'password';

/** What an agent writes: to the customer, or to colleagues. */
export type WritingMode = 'reply' | 'note';

/** Something to be done in the field of the composer as soon as it is there. */
export interface FieldWish {
  readonly mode: WritingMode;
  /** Goes behind what is written, after `gap` when something is. */
  readonly insert?: { readonly text: string; readonly gap: ' ' | '\n' };
  /** Takes the place of what is written. */
  readonly replace?: string;
}

/** Everything the page of a logged-in agent shows and does. */
export interface DeskPage {
  readonly me: Me;
  readonly client: DeskClient;
  readonly desk: LiveDesk;
  readonly preferences: Preferences;
  readonly router: Router;
  readonly toasts: Toasts;
  readonly actions: TicketActions;
  readonly drafts: Drafts;
  readonly outbox: Outbox;
  readonly outgoing: ReadonlySignal<readonly OutgoingLine[]>;
  readonly tab: Signal<Tab>;
  readonly tabs: ReadonlySignal<Readonly<Record<Tab, Ticket[]>>>;
  readonly selected: ReadonlySignal<Ticket | undefined>;
  readonly conversation: ShownConversation;
  readonly suggestions: ReadonlySignal<Suggestions>;
  readonly dialog: Signal<Dialog | undefined>;
  readonly mode: Signal<WritingMode>;
  /** The time, each second; epoch milliseconds. */
  readonly now: ReadonlySignal<number>;
  /** The last thing to be read aloud. */
  readonly announcement: ReadonlySignal<string>;
  /** The field takes it up, with the focus. */
  readonly wish: Signal<FieldWish | undefined>;
  readonly open: (ticketId: string) => void;
  readonly setAvailable: (available: boolean) => void;
  readonly write: (ticket: Ticket, kind: WritingMode, text: string) => void;
  readonly tellTyping: (ticket: Ticket) => void;
  readonly stop: () => void;
}

/** What the page needs. */
export interface DeskPageDeps {
  readonly me: Me;
  readonly client: DeskClient;
  readonly storage: TextStorage;
  readonly preferences: Preferences;
  readonly router: Router;
  readonly onSessionEnded: () => void;
}

/** The customer is told at most this often that the agent types, in milliseconds. */
const TYPING = 3000;

/** Opens the page; `stop` closes everything it has opened. */
export function openDeskPage(deps: DeskPageDeps): DeskPage {
  const { me, client, preferences, router, storage } = deps;
  const toasts = createToasts();
  const selectedId = computed(() => router.route.value.ticketId);
  const isVisible = signal(document.visibilityState === 'visible');
  const announcement = signal('');
  const now = signal(Date.now());

  const sendAvailable = () => client.setAvailable(preferences.available.peek());
  const desk: LiveDesk = openLiveDesk({
    ...{ client, storage, onSessionEnded: deps.onSessionEnded },
    shown: () => shown.peek(),
    // The server may have taken the agent for gone meanwhile. Failing that, the stream itself is a sign of life.
    onLive: () => void sendAvailable().catch(() => {}),
    onErased(conversationId) {
      drafts.keep(conversationId, { reply: '', note: '' });
      for (const line of outgoing.peek()) if (line.conversationId === conversationId) outbox.drop(line.messageId);
    },
  });
  const selected = computed(() => desk.state.value.tickets.get(selectedId.value ?? ''));
  const shown = computed(() => selected.value?.conversationId);
  const conversation = watchConversation(client, desk, shown, isVisible);
  const suggested = watchSuggestions(client, desk, selected);
  const tabs = computed(() => queueTabs(desk.state.value.tickets.values(), me.id, preferences.team.value || undefined));
  const language = () => preferences.language.peek();
  const actions = createTicketActions({
    ...{ client, desk, toasts, me: me.id, language, onSessionEnded: deps.onSessionEnded },
  });

  const drafts = createDrafts(storage);
  const kept = keptOutgoing(storage);
  const outgoing = signal<readonly OutgoingLine[]>(kept.read());
  const outbox = createOutbox(
    {
      startTimer,
      onChange: (lines) => {
        outgoing.value = lines;
        kept.keep(lines);
      },
      async deliver({ handoffId, kind, text, messageId }) {
        const body = kind === 'note' ? { text, noteId: messageId } : { text, messageId };
        try {
          await client.act(handoffId, kind, body);
          return { kind: 'delivered' };
        } catch (error) {
          if (!(error instanceof RefusedError)) throw error;
          if (error.status === 401) {
            // Nothing is wrong with the line: it waits for the agent to log in again.
            deps.onSessionEnded();
            return { kind: 'failed' };
          }
          return { kind: 'refused', why: await actions.explain(handoffId, error) };
        }
      },
    },
    outgoing.peek(),
  );
  const open = (ticketId: string) => router.go({ view: 'conversation', ticketId });
  const tab = signal<Tab>('waiting');
  let hasTab = false;

  const stops = [
    suggested.stop,
    conversation.stop,
    desk.close,
    announceNews({
      ...{ desk, preferences, me, isVisible, tabs, open },
      announce: (text) => {
        announcement.value = text;
      },
    }),
    // What stands in the conversation has arrived.
    effect(() => {
      for (const line of outgoing.value) {
        const lines = desk.state.value.conversations.get(line.conversationId)?.lines ?? [];
        const isThere = lines.some(({ messageId, noteId }) => (noteId ?? messageId) === line.messageId);
        if (isThere) outbox.drop(line.messageId);
      }
    }),
    // Once: afterwards the agent chooses.
    effect(() => {
      if (!desk.isRead.value || hasTab) return;
      hasTab = true;
      const ticket = selected.peek();
      tab.value = ticket ? tabOf(ticket, me.id) : firstTab(tabs.peek());
    }),
    // A link to a ticket that is not in the lists, closed long ago.
    effect(() => {
      const id = selectedId.value;
      if (id && desk.isRead.value && !desk.state.peek().tickets.has(id)) actions.refresh(id);
    }),
    listen(document, 'visibilitychange', () => {
      isVisible.value = document.visibilityState === 'visible';
    }),
    listen(window, 'online', () => {
      desk.reconnectNow();
      outbox.retryAll();
    }),
    // The browser may keep the page alive behind another one: nobody sits before it meanwhile.
    listen(window, 'pagehide', desk.pause),
    listen(window, 'pageshow', desk.reconnectNow),
    repeat(1000, () => {
      now.value = Date.now();
    }),
  ];

  let typedAt = 0;
  return {
    ...{ me, client, desk, preferences, router, toasts, actions, outbox, outgoing, tab, tabs, selected, conversation },
    ...{ suggestions: suggested.suggestions, now, announcement, open },
    drafts,
    dialog: signal(undefined),
    mode: signal('reply'),
    wish: signal(undefined),
    setAvailable(available) {
      preferences.available.value = available;
      sendAvailable().catch(async (error) => toasts.say(await actions.explain('', error), true));
    },
    write(ticket, kind, text) {
      const { conversationId, id: handoffId } = ticket;
      outbox.send({ messageId: newId(), conversationId, handoffId, kind, text, at: Date.now() });
    },
    tellTyping(ticket) {
      if (tabOf(ticket, me.id) !== 'mine' || Date.now() - typedAt < TYPING) return;
      typedAt = Date.now();
      // Nobody misses it when it is lost.
      client.act(ticket.id, 'typing').catch(() => {});
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}

/** Where there is something to do: what is offered, else one's own, else what waits. */
function firstTab({ offered, mine }: Readonly<Record<Tab, Ticket[]>>): Tab {
  if (offered.length > 0) return 'offered';
  return mine.length > 0 ? 'mine' : 'waiting';
}

function listen(target: EventTarget, type: string, run: () => void): () => void {
  target.addEventListener(type, run);
  return () => target.removeEventListener(type, run);
}
