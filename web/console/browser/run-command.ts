import { batch } from '@preact/signals';
import { neighbour, TABS, tabOf } from '../state/queue-view.ts';
import { type Command, commandOf, type KeyPlace } from '../state/shortcuts.ts';
import { TEXTS } from '../texts/texts.ts';
import type { Ticket } from '../wire/desk.ts';
import type { DeskPage, FieldWish, WritingMode } from './desk-page.ts';
import { mayDo, type TicketDeed } from './may-do.ts';

/** Listens to keys; returns how to stop. */
export function listenToKeys(page: DeskPage): () => void {
  const onKey = (event: KeyboardEvent) => {
    const command = commandOf(event, placeOf(page, event));
    if (!command) return;
    event.preventDefault();
    runCommand(page, command);
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}

/** Does what a key asks for; says so when the ticket does not allow it. */
function runCommand(page: DeskPage, command: Command): void {
  const ticket = page.selected.peek();
  if (isDeed(command)) {
    if (ticket) doWith(page, ticket, command);
    return;
  }
  COMMANDS[command](page, ticket);
}

type PageCommand = Exclude<Command, TicketDeed>;

const COMMANDS: Readonly<Record<PageCommand, (page: DeskPage, ticket: Ticket | undefined) => void>> = {
  next: (page) => moveSelection(page, 1),
  previous: (page) => moveSelection(page, -1),
  nextTab: (page) => moveTab(page, 1),
  previousTab: (page) => moveTab(page, -1),
  open: (page, ticket) => (ticket ? focusField(page, 'reply') : moveSelection(page, 1)),
  note: (page, ticket) => ticket && focusField(page, 'note'),
  quickReplies: (page, ticket) => ticket && askField(page, { mode: 'reply', insert: { text: '/', gap: ' ' } }),
  suggestion1: (page) => insertSuggestion(page, 0),
  suggestion2: (page) => insertSuggestion(page, 1),
  suggestion3: (page) => insertSuggestion(page, 2),
  leave: (page) => page.router.go({ view: 'queue' }),
  available: (page) => page.setAvailable(!page.preferences.available.peek()),
  understood: ({ preferences }) => {
    preferences.understood.value = !preferences.understood.peek();
  },
  help: (page) => {
    page.dialog.value = 'shortcuts';
  },
};

function isDeed(command: Command): command is Extract<Command, TicketDeed> {
  return !Object.hasOwn(COMMANDS, command);
}

/** Does something with a ticket, at once or after a dialog. */
export async function doWith(page: DeskPage, ticket: Ticket, deed: TicketDeed): Promise<void> {
  const { toasts } = TEXTS[page.preferences.language.peek()];
  if (!mayDo(ticket, deed, page.me)) return page.toasts.say(toasts.cannot, true);
  if (deed === 'claim') {
    if (!(await page.actions.act(ticket, 'claim', undefined, toasts.claimed))) return;
    page.tab.value = 'mine';
    return focusField(page, 'reply');
  }
  if (deed === 'reopen') {
    if (await page.actions.act(ticket, 'reopen', undefined, toasts.reopened)) {
      const now = page.desk.state.peek().tickets.get(ticket.id);
      if (now) page.tab.value = tabOf(now, page.me.id);
    }
    return;
  }
  page.dialog.value = deed;
}

/** Brings the cursor into the field, for a reply or a note. */
export function focusField(page: DeskPage, mode: WritingMode): void {
  askField(page, { mode });
}

/** Puts a text into the field, below what is there. */
export function insertIntoField(page: DeskPage, text: string): void {
  askField(page, { mode: 'reply', insert: { text, gap: '\n' } });
}

/** Asks something of the field, which may be drawn only then. */
export function askField(page: DeskPage, wish: FieldWish): void {
  batch(() => {
    page.mode.value = wish.mode;
    page.wish.value = wish;
  });
}

function insertSuggestion(page: DeskPage, index: number): void {
  const suggestion = page.suggestions.peek()?.[index];
  if (suggestion) insertIntoField(page, suggestion.text);
}

function moveSelection(page: DeskPage, step: 1 | -1): void {
  const list = page.tabs.peek()[page.tab.peek()];
  const next = neighbour(list, page.selected.peek()?.id, step);
  if (!next) return;
  page.open(next.id);
  requestAnimationFrame(() => document.getElementById(`ticket-${next.id}`)?.focus());
}

function moveTab(page: DeskPage, step: 1 | -1): void {
  const index = TABS.indexOf(page.tab.peek());
  page.tab.value = TABS[(index + step + TABS.length) % TABS.length];
}

function placeOf(page: DeskPage, { target }: KeyboardEvent): KeyPlace {
  const element = target instanceof Element ? target : undefined;
  return {
    isTyping: element?.closest('input, textarea, select, [contenteditable]') !== null && element !== undefined,
    isOnControl: element !== undefined && element.closest('button, a, summary, [role="tab"]') !== null,
    // As soon as it is asked for: whoever types fast means the dialog, not the page below.
    isInDialog: page.dialog.peek() !== undefined,
  };
}
