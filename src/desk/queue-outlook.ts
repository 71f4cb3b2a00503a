import { compareQueue, type Handoff } from '../domain/handoff.ts';
import type { AgentPresence } from '../ports/presence-store.ts';
import { isOpenAt, nextOpening } from './business-hours.ts';
import { type DeskAgent, deskAgents, takesOffers } from './desk-agent.ts';
import type { DeskSettings } from './desk-settings.ts';
import { expectedWait, type Pace, recentPace } from './expected-wait.ts';

/** The desk at one instant: what everything that is said about waiting is read from. */
export interface DeskSnapshot {
  /** Epoch milliseconds. */
  readonly at: number;
  /** In the order of the queue. */
  readonly waiting: readonly Handoff[];
  readonly claimed: readonly Handoff[];
  readonly agents: readonly DeskAgent[];
  readonly pace: Pace;
}

/** What a customer can be told about waiting. */
export interface Outlook {
  /** Within business hours, or a colleague is there outside them. */
  readonly open: boolean;
  /** When the desk opens next, epoch milliseconds; absent while it is open, and when that is not known. */
  readonly opensAt?: number;
  /** Place in the queue, from 1. */
  readonly position: number;
  /** Agents who are there and take conversations, busy or not. */
  readonly agentsThere: number;
  /** Agents who are there and take none at present. */
  readonly agentsPaused: number;
  /** Whether anybody has ever shown presence; a desk behind a program of the shop says nothing of who is there. */
  readonly presenceIsKnown: boolean;
  /** Milliseconds; absent when not known. */
  readonly expectedWait?: number;
}

/**
 * Puts together what the stores say.
 * @param closed what was closed lately
 * @param time epoch milliseconds; `heardSince` is from when on signs of life could be heard
 */
export function deskSnapshot(
  open: readonly Handoff[],
  closed: readonly Handoff[],
  present: readonly AgentPresence[],
  settings: Pick<DeskSettings, 'agents'>,
  time: { readonly now: number; readonly heardSince: number },
): DeskSnapshot {
  const handoffs = [...open, ...closed];
  return {
    at: time.now,
    waiting: open.filter(({ status }) => status === 'waiting').sort(compareQueue),
    claimed: open.filter(({ status }) => status === 'claimed'),
    agents: deskAgents(present, handoffs, settings, time),
    pace: recentPace(handoffs, time.now),
  };
}

/**
 * What the one at this place of the queue can be told.
 * @param position from 1
 */
export function outlookAt(
  position: number,
  { agents, pace }: DeskSnapshot,
  { hours }: Pick<DeskSettings, 'hours'>,
  now: number,
): Outlook {
  const there = agents.filter(({ available, online }) => available && online);
  const capacity = there.reduce((sum, { maxLoad }) => sum + maxLoad, 0);
  const free = there.filter(takesOffers).reduce((sum, { maxLoad, load }) => sum + maxLoad - load, 0);
  // A colleague who works late is somebody to wait for, whatever the hours say.
  const open = isOpenAt(hours, now) || there.length > 0;
  const wait = open ? expectedWait({ position, free, capacity, pace }) : undefined;
  return {
    open,
    ...(open ? {} : { opensAt: nextOpening(hours, now) }),
    position,
    agentsThere: there.length,
    agentsPaused: agents.filter(({ available, online }) => online && !available).length,
    presenceIsKnown: agents.length > 0,
    ...(wait === undefined ? {} : { expectedWait: Math.round(wait) }),
  };
}

/** Whether the customer must be told that nobody is there. */
export function nobodyIsThere({ presenceIsKnown, agentsThere }: Outlook): boolean {
  return presenceIsKnown && agentsThere === 0;
}

/** Place of a ticket in the queue, from 1; one that is not in the snapshot yet stands where its rank puts it. */
export function positionOf(handoff: Handoff, { waiting }: DeskSnapshot): number {
  return 1 + waiting.filter((other) => other.id !== handoff.id && compareQueue(other, handoff) < 0).length;
}
