import { releasedLine, transferredLine } from '../../desk/desk-lines.ts';
import { type Outlook, outlookAt, positionOf } from '../../desk/queue-outlook.ts';
import type { ConversationEvent } from '../../domain/conversation.ts';
import { ConflictError, InvalidFieldError } from '../../domain/errors.ts';
import type { Handoff, ReleaseCause } from '../../domain/handoff.ts';
import {
  changeHandoff,
  type HandoffDeps,
  type PresentHandoff,
  refuseUnless,
  refuseUnlessHeld,
  says,
} from './change-handoff.ts';

/** Where a hand-off should go. */
export interface Transfer {
  /** Who transfers it. */
  readonly agentId: string;
  /** Code of a team. */
  readonly team?: string;
  readonly toAgentId?: string;
  /** For colleagues only. */
  readonly note?: string;
}

/**
 * Puts a hand-off back into the queue for another team, or offers it to a colleague, and tells the customer. The holder
 * may, and while it waits any agent. The very same again changes nothing.
 * @throws NotFoundError when there is no such hand-off.
 * @throws InvalidFieldError when the team or the colleague is unknown.
 * @throws ConflictError when another agent holds it or it is closed, or the colleague is gone.
 */
export async function transferHandoff(deps: HandoffDeps, handoffId: string, transfer: Transfer): Promise<Handoff> {
  const { agentId, team, toAgentId, note } = transfer;
  const { settings, snapshot } = deps.desk;
  const known = settings.teams.find(({ code }) => code === team);
  if (team !== undefined && !known) throw new InvalidFieldError('team', `${team} is no team of this desk`);
  const colleague = snapshot.agents.find((agent) => agent.agentId === toAgentId);
  if (toAgentId !== undefined && !colleague) throw new InvalidFieldError('toAgentId', `${toAgentId} is no agent here`);
  return changeHandoff(deps, handoffId, ({ handoff, events, reader }) => {
    if (handoff.status === 'waiting' && isSame(lastMove(events, handoffId), transfer)) return undefined;
    if (handoff.status === 'claimed') refuseUnlessHeld(handoff, agentId);
    refuseUnless(handoff.status === 'waiting' || handoff.status === 'claimed', handoff);
    // Offered to an empty chair it would only lose time; a colleague who pauses sees it all the same.
    if (colleague?.gone) throw new ConflictError(`${colleague.name} is not online`);
    const at = reader.now;
    const until = toAgentId === undefined ? undefined : at + settings.offer.seconds * 1000;
    const name = known?.name[reader.language];
    return [
      { type: 'handoff_transferred', at, handoffId, agentId, team, toAgentId, until, note },
      says(transferredLine(name, outlookOf(handoff, deps.desk, at), reader), at),
    ];
  });
}

/**
 * Puts a hand-off back into the queue, where it keeps its place, and tells the customer; or declines an offer, which
 * the customer does not hear of. Again by the same agent changes nothing.
 * @throws NotFoundError when there is no such hand-off.
 * @throws ConflictError when it is neither held by nor offered to the agent.
 */
export function releaseHandoff(deps: HandoffDeps, handoffId: string, agentId: string): Promise<Handoff> {
  return changeHandoff(deps, handoffId, (present) => {
    const { handoff, events } = present;
    const last = lastMove(events, handoffId);
    if (handoff.status === 'waiting') {
      if (last?.type === 'handoff_released' && last.agentId === agentId) return undefined;
      refuseUnless(handoff.offeredTo === agentId, handoff);
      return released(present, agentId, 'declined', deps);
    }
    refuseUnlessHeld(handoff, agentId);
    return released(present, agentId, 'given_up', deps);
  });
}

/** The events of a release; the customer hears of it when somebody held the conversation. */
export function released(
  { handoff, reader }: PresentHandoff,
  agentId: string,
  cause: ReleaseCause,
  { desk }: Pick<HandoffDeps, 'desk'>,
): ConversationEvent[] {
  const at = reader.now;
  const event: ConversationEvent = { type: 'handoff_released', at, handoffId: handoff.id, agentId, cause };
  if (handoff.status !== 'claimed') return [event];
  return [event, says(releasedLine(cause, outlookOf(handoff, desk, at), reader), at)];
}

/** What its customer can be told about waiting, once it is back in its place. */
function outlookOf(handoff: Handoff, { snapshot, settings }: HandoffDeps['desk'], now: number): Outlook {
  return outlookAt(positionOf(handoff, snapshot), snapshot, settings, now);
}

type Moved = Extract<ConversationEvent, { handoffId: string; type: `handoff_${string}` }>;

function lastMove(events: readonly ConversationEvent[], handoffId: string): Moved | undefined {
  return events.findLast(
    (event): event is Moved =>
      event.type.startsWith('handoff_') && 'handoffId' in event && event.handoffId === handoffId,
  );
}

function isSame(last: Moved | undefined, { agentId, team, toAgentId, note }: Transfer): boolean {
  if (last?.type !== 'handoff_transferred') return false;
  return last.agentId === agentId && last.team === team && last.toAgentId === toAgentId && last.note === note;
}
