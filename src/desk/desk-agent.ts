import type { Handoff } from '../domain/handoff.ts';
import type { AgentPresence } from '../ports/presence-store.ts';
import type { DeskSettings } from './desk-settings.ts';

/** An agent with what there is to do. */
export interface DeskAgent extends AgentPresence {
  /** Gave a sign of life lately. */
  readonly online: boolean;
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
 */
export function deskAgents(
  present: readonly AgentPresence[],
  handoffs: readonly Handoff[],
  settings: Pick<DeskSettings, 'agents'>,
  now: number,
): DeskAgent[] {
  const { maxLoad, goneAfterSeconds } = settings.agents;
  return present.map((agent) => {
    const own = handoffs.filter(({ agentId }) => agentId === agent.agentId);
    const offers = handoffs.filter(({ status, offeredTo }) => status === 'waiting' && offeredTo === agent.agentId);
    const acts = own.flatMap(({ claimedAt, lastAgentAt, closedAt }) => [claimedAt, lastAgentAt, closedAt]);
    return {
      ...agent,
      online: now - agent.seenAt <= goneAfterSeconds * 1000,
      load: own.filter(({ status }) => status === 'claimed').length + offers.length,
      maxLoad,
      idleSince: Math.max(agent.since, ...acts.filter((at) => at !== undefined)),
    };
  });
}
