import type { Ticket } from '../wire/desk.ts';

/** The queue's tabs, in order. */
export const TABS = ['offered', 'waiting', 'mine', 'others', 'closed'] as const;
/** One of `TABS`. */
export type Tab = (typeof TABS)[number];

/** As the server has it in src/domain/handoff.ts; a test compares the two. */
const MILLISECONDS_PER_POINT = 60_000;

/** The tab a ticket stands in, for the agent `me`. */
export function tabOf(ticket: Ticket, me: string): Tab {
  if (ticket.status === 'waiting') return ticket.offeredTo === me ? 'offered' : 'waiting';
  if (ticket.status === 'claimed') return ticket.agentId === me ? 'mine' : 'others';
  return 'closed';
}

/** The customer has written last, and a person owes an answer. */
function owesAnswer({ status, lastCustomerAt, lastAgentAt }: Ticket): boolean {
  return status === 'claimed' && (lastCustomerAt ?? 0) > (lastAgentAt ?? 0);
}

/**
 * Since when the customer of a ticket waits for a person, in epoch milliseconds; undefined when it is the customer's turn
 * or the ticket is closed.
 */
export function waitingSince(ticket: Ticket): number | undefined {
  if (ticket.status === 'waiting') return ticket.queuedAt;
  if (ticket.status !== 'claimed') return undefined;
  if (ticket.lastAgentAt === undefined) return ticket.queuedAt;
  return owesAnswer(ticket) ? ticket.lastCustomerAt : undefined;
}

/**
 * The tickets of every tab, in the order an agent should take them: what waits by urgency, as the server orders it; one's own where the customer has waited longest; closed ones latest first.
 * @param team only this team's when given; never hides what is offered to or held by the agent
 */
export function queueTabs(tickets: Iterable<Ticket>, me: string, team?: string): Readonly<Record<Tab, Ticket[]>> {
  const tabs: Record<Tab, Ticket[]> = { offered: [], waiting: [], mine: [], others: [], closed: [] };
  for (const ticket of tickets) {
    const tab = tabOf(ticket, me);
    const isOwn = tab === 'offered' || tab === 'mine';
    if (isOwn || !team || ticket.team === team) tabs[tab].push(ticket);
  }
  tabs.offered.sort(byUrgency);
  tabs.waiting.sort(byUrgency);
  tabs.mine.sort(byWait);
  tabs.others.sort(byWait);
  tabs.closed.sort((one, other) => (other.closedAt ?? 0) - (one.closedAt ?? 0) || byId(one, other));
  return tabs;
}

/** The neighbour of `selected` in a list, `step` further; the first when nothing is selected there. */
export function neighbour(list: readonly Ticket[], selected: string | undefined, step: 1 | -1): Ticket | undefined {
  const index = list.findIndex(({ id }) => id === selected);
  if (index === -1) return step === 1 ? list[0] : list.at(-1);
  return list[Math.min(list.length - 1, Math.max(0, index + step))];
}

function byUrgency(one: Ticket, other: Ticket): number {
  return urgency(other) - urgency(one) || one.openedAt - other.openedAt || byId(one, other);
}

/** Every ticket ages alike, so that the order never changes while they wait. */
function urgency({ score, queuedAt }: Ticket): number {
  return Math.round(score * MILLISECONDS_PER_POINT) - queuedAt;
}

function byWait(one: Ticket, other: Ticket): number {
  const since = (ticket: Ticket) => waitingSince(ticket) ?? Number.POSITIVE_INFINITY;
  if (since(one) !== since(other)) return since(one) - since(other);
  return (one.claimedAt ?? 0) - (other.claimedAt ?? 0) || byId(one, other);
}

function byId(one: Ticket, other: Ticket): number {
  return one.id < other.id ? -1 : 1;
}
