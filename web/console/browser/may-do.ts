import { tabOf } from '../state/queue-view.ts';
import type { Me, Ticket } from '../wire/desk.ts';

/** What an agent can do with a ticket besides writing. */
export type TicketDeed = 'claim' | 'release' | 'transfer' | 'giveBack' | 'resolve' | 'reopen';

/** Whether the ticket allows it now; the server decides in the end. */
export function mayDo(ticket: Ticket, deed: TicketDeed, me: Pick<Me, 'id'>): boolean {
  switch (deed) {
    case 'claim':
      return ticket.status === 'waiting';
    case 'reopen':
      return ticket.status === 'resolved' || ticket.status === 'returned';
    default:
      return tabOf(ticket, me.id) === 'mine';
  }
}
