import { effect, type ReadonlySignal } from '@preact/signals';
import { type DeskState, unreadCount } from '../state/desk-state.ts';
import { newsBetween, urgentMissed } from '../state/news.ts';
import { type Tab, tabOf } from '../state/queue-view.ts';
import { fill, TEXTS, wordOf } from '../texts/texts.ts';
import type { Me, Ticket } from '../wire/desk.ts';
import type { LiveDesk } from './live-desk.ts';
import { playChime } from './play-chime.ts';
import type { Preferences } from './preferences.ts';
import { repeat } from './repeat.ts';

/** What announcing needs. */
export interface AnnounceDeps {
  readonly desk: LiveDesk;
  readonly preferences: Preferences;
  readonly me: Me;
  readonly isVisible: ReadonlySignal<boolean>;
  readonly tabs: ReadonlySignal<Readonly<Record<Tab, Ticket[]>>>;
  /** Reads aloud to who cannot see the queue. */
  readonly announce: (text: string) => void;
  readonly open: (ticketId: string) => void;
}

/** How often an agent is called again to an urgent ticket that nobody else could take, in milliseconds. */
const CALL_AGAIN = 30_000;

/** Tells of new tickets and lines: title, sound, desktop notification, screen reader. Returns how to stop. */
export function announceNews(deps: AnnounceDeps): () => void {
  const { desk, preferences } = deps;
  let before: DeskState | undefined;
  const stopNews = effect(() => {
    const after = desk.state.value;
    const former = before;
    before = desk.isRead.value ? after : undefined;
    if (!former) return;
    const { tickets, lines } = newsBetween(former, after, deps.me.id, deps.me.teams ?? []);
    const fresh = tickets.flatMap((id) => after.tickets.get(id) ?? []);
    const wrote = [...after.tickets.values()].filter(
      (ticket) => lines.includes(ticket.conversationId) && tabOf(ticket, deps.me.id) === 'mine',
    );
    for (const ticket of fresh) tell(deps, ticket, 'newTicket');
    if (!deps.isVisible.peek()) for (const ticket of wrote) tell(deps, ticket, 'newLine');
    if (fresh.length > 0 && preferences.sound.peek()) playChime();
  });
  const stopTitle = effect(() => {
    const { offered, waiting, mine } = deps.tabs.value;
    const unread = mine.filter((ticket) => unreadCount(desk.state.value, ticket) > 0);
    const count = offered.length + waiting.length + unread.length;
    const { title } = TEXTS[preferences.language.value];
    document.title = count > 0 ? `(${count}) ${title}` : title;
  });
  const stopCalling = repeat(CALL_AGAIN, () => {
    const missed = urgentMissed(deps.tabs.peek().offered, Date.now());
    for (const ticket of missed) tell(deps, ticket, 'newTicket');
    if (missed.length > 0 && preferences.sound.peek()) playChime();
  });
  return () => {
    stopNews();
    stopTitle();
    stopCalling();
  };
}

function tell(deps: AnnounceDeps, ticket: Ticket, what: 'newTicket' | 'newLine'): void {
  const texts = TEXTS[deps.preferences.language.peek()];
  const name = ticket.customerName ?? texts.conversation.guest;
  const text = fill(texts.queue[what], { name, reason: wordOf(texts.reasons, ticket.reason) });
  deps.announce(text);
  if (deps.isVisible.peek() || !deps.preferences.notifications.peek()) return;
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const notification = new Notification(text, { body: ticket.preview, tag: ticket.id, icon: './icon.svg' });
  notification.onclick = () => {
    window.focus();
    deps.open(ticket.id);
    notification.close();
  };
}
