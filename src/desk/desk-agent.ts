import type { Handoff } from '../domain/handoff.ts';
import type { AgentPresence } from '../ports/presence-store.ts';
import type { DeskSettings } from './desk-settings.ts';

/** An agent with what there is to do. */
export interface DeskAgent extends AgentPresence {
  /** Gave a sign of life lately. */
  readonly online: boolean;
  /** Gave none though it would have been heard: a silence while nobody listened says nothing of the agent. */
  readonly gone: boolean;
  /** Conversations held, and offers that stand. */
  readonly load: number;
  readonly maxLoad: number;
  /** Since when nothing has been taken, answered or closed. */
  readonly idleSince: number;
}

/** Whether the agent takes another conversation now. */
export function takesOffers({ available, online, load, maxLoad }: DeskAgent): boolean {
  return available && online && load < maxLoad;
}

/**
 * The agents as the desk sees them at one instant.
 * @param handoffs open ones, and what was closed lately
 * @param time epoch milliseconds; `heardSince` is from when on signs of life could be heard
 */
export function deskAgents(
  present: readonly AgentPresence[],
  handoffs: readonly Handoff[],
  settings: Pick<DeskSettings, 'agents'>,
  { now, heardSince }: { readonly now: number; readonly heardSince: number },
): DeskAgent[] {
  const { maxLoad, goneAfterSeconds } = settings.agents;
  const lately = now - goneAfterSeconds * 1000;
  return present.map((agent) => {
    const own = handoffs.filter(({ agentId }) => agentId === agent.agentId);
    const offers = handoffs.filter(({ status, offeredTo }) => status === 'waiting' && offeredTo === agent.agentId);
    const acts = own.flatMap(({ claimedAt, lastAgentAt, closedAt }) => [claimedAt, lastAgentAt, closedAt]);
    return {
      ...agent,
      online: agent.seenAt >= lately,
      gone: Math.max(agent.seenAt, heardSince) < lately,
      load: own.filter(({ status }) => status === 'claimed').length + offers.length,
      maxLoad,
      idleSince: Math.max(agent.since, ...acts.filter((at) => at !== undefined)),
    };
  });
}
