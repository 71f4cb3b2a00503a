import type { Ticket } from '../wire/desk.ts';
import type { DeskState } from './desk-state.ts';
import { tabOf } from './queue-view.ts';

/** What an agent who looks elsewhere should hear of. */
export interface News {
  /** Tickets that have just begun to wait for this agent or for anybody of the teams. */
  readonly tickets: readonly string[];
  /** Conversations of this agent in which the customer has just written. */
  readonly lines: readonly string[];
}

/**
 * What is new between two states.
 * @param teams the agent's; all teams' tickets count when empty
 */
export function newsBetween(before: DeskState, after: DeskState, me: string, teams: readonly string[]): News {
  const tickets = [...after.tickets.values()].filter((ticket) => {
    const tab = tabOf(ticket, me);
    const former = before.tickets.get(ticket.id);
    if (tab === 'offered') return former === undefined || tabOf(former, me) !== 'offered';
    if (tab !== 'waiting' || ticket.offeredTo) return false;
    const isForUs = teams.length === 0 || teams.includes(ticket.team);
    return isForUs && (former === undefined || tabOf(former, me) === 'closed' || tabOf(former, me) === 'others');
  });
  const mine = [...after.tickets.values()].filter((ticket) => tabOf(ticket, me) === 'mine');
  const count = (state: DeskState, id: string) => state.unread.get(id)?.length ?? 0;
  const lines = mine.map(({ conversationId }) => conversationId).filter((id) => count(after, id) > count(before, id));
  return { tickets: tickets.map(({ id }) => id), lines: [...new Set(lines)] };
}

/** The urgent tickets that were offered to the agent longer ago than an offer stands: nobody else could be asked. @param now epoch milliseconds */
export function urgentMissed(offered: readonly Ticket[], now: number): Ticket[] {
  return offered.filter(({ priority, offeredUntil = now }) => priority === 'urgent' && offeredUntil < now);
}
