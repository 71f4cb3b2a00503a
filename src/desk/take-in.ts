import type { HandoffDraft } from '../domain/decision.ts';
import type { TicketFacts } from '../domain/handoff.ts';
import type { Customer } from '../domain/turn.ts';
import type { Language, Sentiment } from '../domain/understanding.ts';
import { addOpenTime } from './business-hours.ts';
import { calledLine, type SystemLine } from './desk-lines.ts';
import type { DeskSettings } from './desk-settings.ts';
import { priorityScore } from './priority-score.ts';
import { type DeskSnapshot, outlookAt } from './queue-outlook.ts';
import { routeTicket } from './route-ticket.ts';

/** Who is handed over, as far as it is known. */
export interface TicketContext {
  readonly language: Language;
  readonly sentiment?: Sentiment;
  readonly customer?: Customer;
  readonly channel?: string;
  /** Whether contact details are known. */
  readonly reachable?: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A ticket as the desk takes it in: team, place in the queue and promises. Pure and quick. */
export function takeIn(draft: HandoffDraft, context: TicketContext, settings: DeskSettings): TicketFacts {
  const { language, sentiment, customer = {}, channel, now } = context;
  const { reason, priority, brief } = draft;
  const said = brief.transcript.flatMap(({ role, text }) => (role === 'customer' ? [text] : []));
  const promise = settings.sla[priority];
  const due = (minutes: number) => addOpenTime(settings.hours, now, minutes * 60_000);
  const facts = {
    language,
    tier: customer.tier,
    customerId: customer.id,
    customerName: customer.name,
    channel,
    firstResponseDueAt: due(promise.firstResponse),
    resolutionDueAt: due(promise.resolution),
    ...routeTicket(draft.team, language, [...said, brief.wants].join('\n'), settings),
  };
  return { ...withoutGaps(facts), score: priorityScore({ priority, reason, sentiment, tier: customer.tier }) };
}

/**
 * What the customer is told when the ticket goes into the queue.
 * @param position its place there, from 1
 */
export function takenInLine(
  position: number,
  context: TicketContext,
  settings: DeskSettings,
  snapshot: DeskSnapshot,
): SystemLine {
  const { language, now, reachable } = context;
  const outlook = outlookAt(position, snapshot, settings, now);
  return calledLine(outlook, { language, timeZone: settings.hours.timeZone, now, reachable });
}

/** Without the keys that say nothing: a stored event should read as it was written. */
function withoutGaps<T extends object>(facts: T): T {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;
}
