import { effect, type ReadonlySignal, type Signal } from '@preact/signals';
import { type Tab, tabOf } from '../state/queue-view.ts';
import type { Ticket } from '../wire/desk.ts';
import type { LiveDesk } from './live-desk.ts';

/** What choosing needs. */
export interface FirstTabDeps {
  readonly desk: Pick<LiveDesk, 'isRead'>;
  readonly tabs: ReadonlySignal<Readonly<Record<Tab, Ticket[]>>>;
  readonly selected: ReadonlySignal<Ticket | undefined>;
  /** Id of the agent. */
  readonly me: string;
}

/** Sets the tab once, when the queue has been read: afterwards the agent chooses. Returns how to stop. */
export function chooseFirstTab(tab: Signal<Tab>, { desk, tabs, selected, me }: FirstTabDeps): () => void {
  let hasTab = false;
  return effect(() => {
    if (!desk.isRead.value || hasTab) return;
    hasTab = true;
    const ticket = selected.peek();
    tab.value = ticket ? tabOf(ticket, me) : firstTab(tabs.peek());
  });
}

/** Where there is something to do: what is offered, else one's own, else what waits. */
function firstTab({ offered, mine }: Readonly<Record<Tab, Ticket[]>>): Tab {
  if (offered.length > 0) return 'offered';
  return mine.length > 0 ? 'mine' : 'waiting';
}
