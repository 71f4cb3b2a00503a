import type { DeskClient } from '../client/desk-client.ts';
import { tabOf } from '../state/queue-view.ts';
import type { Ticket } from '../wire/desk.ts';

/** The customer is told at most this often that the agent types, in milliseconds. */
const TYPING = 3000;

/** Tells the customer of a ticket that the agent `me` types, where it is that agent's. */
export function typingTeller(client: DeskClient, me: string): (ticket: Ticket) => void {
  let typedAt = 0;
  return (ticket) => {
    if (tabOf(ticket, me) !== 'mine' || Date.now() - typedAt < TYPING) return;
    typedAt = Date.now();
    // Nobody misses it when it is lost.
    client.act(ticket.id, 'typing').catch(() => {});
  };
}
