import type { HandoffDraft, Priority, ReasonCode } from './decision.ts';
import type { Language } from './understanding.ts';

/** Where a hand-off stands: in the queue, held by an agent, settled, or given back to the bot. */
export const HANDOFF_STATUSES = ['waiting', 'claimed', 'resolved', 'returned'] as const;
/** One of `HANDOFF_STATUSES`. */
export type HandoffStatus = (typeof HANDOFF_STATUSES)[number];

/** Where a hand-off stands, in more words than its status. */
export const HANDOFF_STAGES = [
  'waiting',
  'offered',
  'reopened',
  'claimed',
  'answered',
  'returned',
  'resolved',
] as const;
/** One of `HANDOFF_STAGES`. */
export type HandoffStage = (typeof HANDOFF_STAGES)[number];

/** How a customer can be reached when nobody is there. At least one field is set. */
export interface Contact {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly wechat?: string;
  readonly note?: string;
}

/** The two promises of a ticket: somebody answers, and the matter is settled. */
export const SLA_CLOCKS = ['first_response', 'resolution'] as const;
/** One of `SLA_CLOCKS`. */
export type SlaClock = (typeof SLA_CLOCKS)[number];

/** Why a ticket is back in the queue, or its offer at an end. */
export const RELEASE_CAUSES = ['declined', 'expired', 'vanished', 'given_up'] as const;
/** One of `RELEASE_CAUSES`. */
export type ReleaseCause = (typeof RELEASE_CAUSES)[number];

/**
 * What the desk adds to the engine's draft when it takes a ticket in. Written into the event, so that a later change
 * of the settings changes no ticket of the past.
 */
export interface TicketFacts {
  /** Code of the desk's team that should deal with it. */
  readonly team: string;
  /** What an agent should know: the team's topics, the product category, the language. */
  readonly skills: readonly string[];
  /** Priority score without the time waited; higher is more urgent. */
  readonly score: number;
  readonly language?: Language;
  /** Product category. */
  readonly category?: string;
  /** The customer's tier as the shop names it. */
  readonly tier?: string;
  /** Value of the order it is about, in yuan. */
  readonly orderValue?: number;
  readonly firstResponseDueAt?: number;
  readonly resolutionDueAt?: number;
  readonly customerId?: string;
  readonly customerName?: string;
  readonly channel?: string;
}

/** A stored hand-off: what an agent's queue shows. Times are epoch milliseconds. */
export interface Handoff extends TicketFacts {
  readonly id: string;
  readonly conversationId: string;
  readonly status: HandoffStatus;
  readonly reason: ReasonCode;
  readonly priority: Priority;
  readonly brief: HandoffDraft['brief'];
  /** Who holds or closed it. */
  readonly agentId?: string;
  readonly agentName?: string;
  /** Who held it before it came back to the queue. */
  readonly lastAgentId?: string;
  readonly outcome?: string;
  readonly openedAt: number;
  /** Since when it stands in the queue: opened, or opened again. A ticket that is released keeps its place. */
  readonly queuedAt: number;
  readonly claimedAt?: number;
  /** First line of an agent. */
  readonly answeredAt?: number;
  readonly closedAt?: number;
  /** How often it was opened again. */
  readonly reopened: number;
  /** The agent it is offered to at present, and until when; anybody may claim it all the same. */
  readonly offeredTo?: string;
  readonly offeredUntil?: number;
  /** The colleague who passes it on to that agent; absent when the queue offers it. */
  readonly offeredBy?: string;
  /** Who declined it or let the offer pass, in order. */
  readonly passedBy: readonly string[];
  /** The system's last line to the customer, and how many there were since it was queued. */
  readonly toldAt?: number;
  readonly told: number;
  /** Promises that were not kept. */
  readonly breached: readonly SlaClock[];
  readonly contact?: Contact;
  readonly lastCustomerAt?: number;
  readonly lastAgentAt?: number;
  /** The last line of customer or agent, shortened. */
  readonly preview?: string;
}

/** A waiting ticket overtakes another by waiting this many minutes longer for each point of score it has less. */
export const MINUTES_PER_POINT = 1;

/**
 * The place of a ticket in the queue, as a number that never changes while it waits: every ticket ages alike, so the
 * score and the time of queueing settle the order for good. Higher comes first.
 */
export function queueRank({ score, queuedAt }: Pick<Handoff, 'score' | 'queuedAt'>): number {
  return Math.round(score * MINUTES_PER_POINT * 60_000) - queuedAt;
}

/** Most urgent first; of equals the one that was opened first. */
export function compareQueue(a: Handoff, b: Handoff): number {
  return queueRank(b) - queueRank(a) || a.openedAt - b.openedAt;
}

/** Where the hand-off stands. */
export function handoffStage(handoff: Handoff): HandoffStage {
  const { status, offeredTo, reopened, lastAgentAt, claimedAt } = handoff;
  // Of the agent who holds it now: what a colleague has said before is no answer of theirs.
  if (status === 'claimed') {
    return lastAgentAt !== undefined && lastAgentAt >= (claimedAt ?? 0) ? 'answered' : 'claimed';
  }
  if (status !== 'waiting') return status;
  if (offeredTo !== undefined) return 'offered';
  return reopened > 0 ? 'reopened' : 'waiting';
}

/** Whether the matter is still open: somebody waits for a person or talks to one. */
export function isOpen({ status }: Pick<Handoff, 'status'>): boolean {
  return status === 'waiting' || status === 'claimed';
}
