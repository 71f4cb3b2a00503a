import type { Ticket } from '../wire/desk.ts';

/** What a ticket promises next. `left` is milliseconds, negative once it is late. */
export interface SlaClock {
  readonly promise: 'first_response' | 'resolution';
  readonly left: number;
  readonly state: 'ok' | 'soon' | 'late';
}

/** A promise is due soon when a quarter of its time is left, or this much, in milliseconds. */
const SOON_SHARE = 0.25;
const SOON_AT_MOST = 10 * 60_000;
const SOON_AT_LEAST = 60_000;

/** The clock of an open ticket: the first answer until there is one, then the resolution. Undefined without a promise. */
export function slaClock(ticket: Ticket, now: number): SlaClock | undefined {
  if (ticket.status !== 'waiting' && ticket.status !== 'claimed') return undefined;
  const isAnswered = ticket.answeredAt !== undefined;
  const dueAt = isAnswered ? ticket.resolutionDueAt : (ticket.firstResponseDueAt ?? ticket.resolutionDueAt);
  if (dueAt === undefined) return undefined;
  const isFirst = !isAnswered && ticket.firstResponseDueAt !== undefined;
  const left = dueAt - now;
  const share = (dueAt - ticket.openedAt) * SOON_SHARE;
  const soon = Math.min(SOON_AT_MOST, Math.max(SOON_AT_LEAST, share));
  const state = left < 0 ? 'late' : left <= soon ? 'soon' : 'ok';
  return { promise: isFirst ? 'first_response' : 'resolution', left, state };
}
