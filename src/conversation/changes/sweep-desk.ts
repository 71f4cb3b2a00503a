import { chooseAgent } from '../../desk/choose-agent.ts';
import type { Desk } from '../../desk/desk.ts';
import type { DeskAgent } from '../../desk/desk-agent.ts';
import { waitingLine } from '../../desk/desk-lines.ts';
import { brokenPromise, endOfOffer, isDueAWord, isGone } from '../../desk/due-actions.ts';
import { raisedScore } from '../../desk/priority-score.ts';
import { type DeskSnapshot, outlookAt, positionOf } from '../../desk/queue-outlook.ts';
import { ConflictError } from '../../domain/errors.ts';
import type { Handoff } from '../../domain/handoff.ts';
import { changeHandoff, type DecideHandoff, type HandoffDeps, says } from './change-handoff.ts';
import { released } from './handoff-moves.ts';

/** What a sweep needs. */
export interface SweepDeps extends HandoffDeps {
  readonly desk: Desk;
  /** Told of what went wrong with one ticket; the others are seen to all the same. */
  readonly onError: (error: unknown, handoffId: string) => void;
}

/**
 * Does what time asks for: frees tickets of agents who are gone, ends offers, offers what waits, marks broken promises
 * and has a word with those who wait. Every step decides on what is stored at that moment, so several processes may
 * sweep the same desk: what one has done, the other finds done.
 */
export async function sweepDesk(deps: SweepDeps): Promise<void> {
  const snapshot = await deps.desk.refresh();
  for (const handoff of snapshot.claimed) await releaseIfGone(deps, handoff, snapshot);
  for (const handoff of [...snapshot.waiting, ...snapshot.claimed]) await markBroken(deps, handoff);
  for (const handoff of snapshot.waiting) await endOffer(deps, handoff, snapshot);
  await offerWaiting(deps, snapshot);
  if (snapshot.waiting.length === 0) return;
  // Once for all of them: opening hours take a millisecond to read, and thousands wait at a sale.
  const { open } = outlookAt(1, snapshot, deps.desk.settings, deps.clock.now());
  for (const handoff of snapshot.waiting) await haveAWord(deps, handoff, open);
}

async function releaseIfGone(deps: SweepDeps, { id, agentId }: Handoff, { agents }: DeskSnapshot): Promise<void> {
  if (agentId === undefined || !isGone(agentId, agents)) return;
  await attempt(deps, id, (present) => {
    const { handoff } = present;
    const stillHeld = handoff.status === 'claimed' && handoff.agentId === agentId;
    return stillHeld ? released(present, agentId, 'vanished', deps) : undefined;
  });
}

async function markBroken(deps: SweepDeps, seen: Handoff): Promise<void> {
  if (!brokenPromise(seen, deps.clock.now())) return;
  await attempt(deps, seen.id, ({ handoff, reader: { now: at } }) => {
    const clock = brokenPromise(handoff, at);
    if (!clock) return undefined;
    return { type: 'handoff_breached', at, handoffId: handoff.id, clock, score: raisedScore(handoff.score) };
  });
}

async function endOffer(deps: SweepDeps, seen: Handoff, { agents }: DeskSnapshot): Promise<void> {
  if (!endOfOffer(seen, agents, deps.clock.now())) return;
  await attempt(deps, seen.id, (present) => {
    const { handoff, reader } = present;
    const cause = handoff.status === 'waiting' ? endOfOffer(handoff, agents, reader.now) : undefined;
    return cause && handoff.offeredTo !== undefined ? released(present, handoff.offeredTo, cause, deps) : undefined;
  });
}

/** Most urgent first, so that the best agent is asked for the one who needs it most. */
async function offerWaiting(deps: SweepDeps, { waiting, agents }: DeskSnapshot): Promise<void> {
  const loads = new Map<string, number>();
  for (const seen of waiting) {
    const present = agents.map((agent) => ({ ...agent, load: agent.load + (loads.get(agent.agentId) ?? 0) }));
    const ended = endOfOffer(seen, agents, deps.clock.now());
    if (seen.offeredTo !== undefined && !ended) continue;
    const passedBy = ended === 'expired' && seen.offeredTo ? [...seen.passedBy, seen.offeredTo] : seen.passedBy;
    const agent = chooseAgent({ ...seen, passedBy }, present);
    if (!agent) continue;
    loads.set(agent.agentId, (loads.get(agent.agentId) ?? 0) + 1);
    await offer(deps, seen.id, agent);
  }
}

async function offer(deps: SweepDeps, handoffId: string, { agentId }: DeskAgent): Promise<void> {
  await attempt(deps, handoffId, ({ handoff, reader: { now: at } }) => {
    if (handoff.status !== 'waiting' || handoff.offeredTo !== undefined || handoff.passedBy.includes(agentId)) {
      return undefined;
    }
    return { type: 'handoff_offered', at, handoffId, agentId, until: at + deps.desk.settings.offer.seconds * 1000 };
  });
}

async function haveAWord(deps: SweepDeps, seen: Handoff, open: boolean): Promise<void> {
  const { settings, snapshot } = deps.desk;
  if (!isDueAWord(seen, settings.waiting, open, deps.clock.now())) return;
  await attempt(deps, seen.id, ({ handoff, reader }) => {
    if (!isDueAWord(handoff, settings.waiting, open, reader.now)) return undefined;
    const outlook = outlookAt(positionOf(handoff, snapshot), snapshot, settings, reader.now);
    return says(waitingLine(outlook, reader), reader.now);
  });
}

async function attempt(deps: SweepDeps, handoffId: string, decide: DecideHandoff): Promise<void> {
  try {
    await changeHandoff(deps, handoffId, decide);
  } catch (error) {
    // Somebody else was faster; the next sweep looks again.
    if (!(error instanceof ConflictError)) deps.onError(error, handoffId);
  }
}
