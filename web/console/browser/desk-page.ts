import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { newId } from '../../shared/new-id.ts';
import type { DeskClient } from '../client/desk-client.ts';
import { createDrafts, type Drafts, type TextStorage } from '../state/drafts.ts';
import type { Outbox, OutgoingLine } from '../state/outbox.ts';
import { queueTabs, type Tab } from '../state/queue-view.ts';
import type { Me, Ticket } from '../wire/desk.ts';
import { announceNews } from './announce-news.ts';
import { chooseFirstTab } from './choose-first-tab.ts';
import { type LiveDesk, openLiveDesk } from './live-desk.ts';
import { dropArrived, openOutgoing } from './open-outgoing.ts';
import type { Preferences } from './preferences.ts';
import { repeat } from './repeat.ts';
import type { Router } from './route.ts';
import { createTicketActions, type TicketActions } from './ticket-actions.ts';
import { createToasts, type Toasts } from './toasts.ts';
import { typingTeller } from './typing-teller.ts';
import { type ShownConversation, watchConversation } from './watch-conversation.ts';
import { type Suggestions, watchSuggestions } from './watch-suggestions.ts';
import { watchWindow } from './watch-window.ts';

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

/** Opens the page; `stop` closes everything it has opened. */
export function openDeskPage(deps: DeskPageDeps): DeskPage {
  const { me, client, preferences, router, storage } = deps;
  const toasts = createToasts();
  const browser = watchWindow();
  const announcement = signal('');
  const now = signal(Date.now());
  const drafts = createDrafts(storage);

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
  const selectedId = computed(() => router.route.value.ticketId);
  const selected = computed(() => desk.state.value.tickets.get(selectedId.value ?? ''));
  const shown = computed(() => selected.value?.conversationId);
  const conversation = watchConversation(client, desk, shown, browser.isVisible);
  const suggested = watchSuggestions(client, desk, selected);
  const tabs = computed(() => queueTabs(desk.state.value.tickets.values(), me.id, preferences.team.value || undefined));
  const tab = signal<Tab>('waiting');
  const actions = createTicketActions({
    ...{ client, desk, toasts, me: me.id, onSessionEnded: deps.onSessionEnded },
    language: () => preferences.language.peek(),
  });
  const { outbox, outgoing } = openOutgoing({ client, storage, actions, onSessionEnded: deps.onSessionEnded });
  const open = (ticketId: string) => router.go({ view: 'conversation', ticketId });

  const stops = [
    suggested.stop,
    conversation.stop,
    desk.close,
    announceNews({
      ...{ desk, preferences, me, isVisible: browser.isVisible, tabs, open },
      announce: (text) => {
        announcement.value = text;
      },
    }),
    dropArrived(outbox, outgoing, desk),
    chooseFirstTab(tab, { desk, tabs, selected, me: me.id }),
    readUnlisted(selectedId, desk, actions),
    browser.listen({
      onOnline() {
        desk.reconnectNow();
        outbox.retryAll();
      },
      // Nobody sits before a page that is kept alive behind another one.
      onHide: desk.pause,
      onShow: desk.reconnectNow,
    }),
    repeat(1000, () => {
      now.value = Date.now();
    }),
  ];

  return {
    ...{ me, client, desk, preferences, router, toasts, actions, outbox, outgoing, tab, tabs, selected, conversation },
    ...{ suggestions: suggested.suggestions, now, announcement, open, drafts },
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
    tellTyping: typingTeller(client, me.id),
    stop() {
      for (const stop of stops) stop();
    },
  };
}

/** Reads a ticket that a link names and the lists lack: it was closed long ago. Returns how to stop. */
function readUnlisted(id: ReadonlySignal<string | undefined>, desk: LiveDesk, actions: TicketActions): () => void {
  return effect(() => {
    if (id.value && desk.isRead.value && !desk.state.peek().tickets.has(id.value)) actions.refresh(id.value);
  });
}
