import type { Handoff, SlaClock } from '../domain/handoff.ts';
import { chooseAgent } from './choose-agent.ts';
import type { DeskAgent } from './desk-agent.ts';
import type { DeskSettings } from './desk-settings.ts';

/** Words about waiting are repeated so often unasked; afterwards only a customer who writes gets another. */
const MOST_WORDS = 6;

/** The promise that has just been broken; undefined when none has, or it is marked already. */
export function brokenPromise(handoff: Handoff, now: number): SlaClock | undefined {
  const { status, breached, answeredAt, firstResponseDueAt, resolutionDueAt } = handoff;
  if (status !== 'waiting' && status !== 'claimed') return undefined;
  const isDue = (due: number | undefined, clock: SlaClock) =>
    due !== undefined && due < now && !breached.includes(clock);
  if (answeredAt === undefined && isDue(firstResponseDueAt, 'first_response')) return 'first_response';
  return isDue(resolutionDueAt, 'resolution') ? 'resolution' : undefined;
}

/**
 * Whether the agent who holds or is offered a ticket is gone. An agent who has never shown presence works through a
 * program of the shop, which answers for that itself.
 */
export function isGone(agentId: string, agents: readonly DeskAgent[]): boolean {
  return agents.some((agent) => agent.agentId === agentId && agent.gone);
}

/**
 * How an offer has ended, undefined while it stands: its time is up, or the agent cannot take it. Whoever pauses is
 * offered nothing by the queue, but may well be passed a conversation by a colleague. An urgent one goes on standing
 * until somebody else can be asked: an agent who has missed it must find it on coming back.
 */
export function endOfOffer(
  handoff: Handoff,
  agents: readonly DeskAgent[],
  now: number,
): 'expired' | 'vanished' | undefined {
  const { offeredTo, offeredUntil = 0, offeredBy, priority, passedBy } = handoff;
  if (offeredTo === undefined) return undefined;
  const agent = agents.find(({ agentId }) => agentId === offeredTo);
  if (!agent || agent.gone || (!agent.available && offeredBy === undefined)) return 'vanished';
  if (offeredUntil > now) return undefined;
  const next = priority === 'urgent' ? chooseAgent({ ...handoff, passedBy: [...passedBy, offeredTo] }, agents) : agent;
  return next && 'expired';
}

/**
 * Whether a waiting customer is due a word. While the desk is open, after each of the times in the settings; while it
 * is closed, only when the customer has written since the last one: nobody wants to be woken.
 */
export function isDueAWord(
  handoff: Handoff,
  { tellAfterMinutes }: DeskSettings['waiting'],
  open: boolean,
  now: number,
): boolean {
  const { status, told, queuedAt, toldAt = queuedAt, lastCustomerAt = 0 } = handoff;
  if (status !== 'waiting') return false;
  const index = Math.min(Math.max(told - 1, 0), tellAfterMinutes.length - 1);
  if (now - toldAt < tellAfterMinutes[index] * 60_000) return false;
  return lastCustomerAt > toldAt || (open && told < MOST_WORDS);
}
