import { joinedLine, reopenedLine, resolvedLine, returnedLine } from '../../desk/desk-lines.ts';
import { ConflictError, InvalidFieldError } from '../../domain/errors.ts';
import { type Handoff, isOpen } from '../../domain/handoff.ts';
import { changeHandoff, type HandoffDeps, refuseUnless, refuseUnlessHeld, says } from './change-handoff.ts';

/** Who acts, and under which name the customer is told of it. */
export interface ActingAgent {
  readonly agentId: string;
  readonly agentName?: string;
}

/** An agent's line to the customer. */
export interface AgentReply extends ActingAgent {
  readonly text: string;
  /** Makes a repeated delivery harmless; a new id when absent. */
  readonly messageId?: string;
}

/**
 * Gives a waiting hand-off to an agent, and tells the customer. Of several who claim at once exactly one succeeds;
 * claiming what one already holds changes nothing.
 * @throws NotFoundError when there is no such hand-off.
 * @throws ConflictError when another agent holds it or it is closed.
 */
export function claimHandoff(deps: HandoffDeps, handoffId: string, agent: ActingAgent): Promise<Handoff> {
  const { agentId, agentName } = agent;
  return changeHandoff(deps, handoffId, ({ handoff, reader }) => {
    if (handoff.status === 'claimed' && handoff.agentId === agentId) return undefined;
    refuseUnless(handoff.status === 'waiting', handoff);
    const at = reader.now;
    return [{ type: 'handoff_claimed', at, handoffId, agentId, agentName }, says(joinedLine(agentName, reader), at)];
  });
}

/**
 * Says something to the customer; only the agent who holds the hand-off may. The same `messageId` with the same text
 * again changes nothing.
 * @throws NotFoundError when there is no such hand-off.
 * @throws ConflictError when the agent does not hold it, or the `messageId` is in use for something else.
 */
export function replyToHandoff(deps: HandoffDeps, handoffId: string, reply: AgentReply): Promise<Handoff> {
  const messageId = reply.messageId ?? deps.newId();
  const { agentId, text } = reply;
  return changeHandoff(deps, handoffId, ({ handoff, events, reader }) => {
    const known = events.find((event) => 'messageId' in event && event.messageId === messageId);
    if (known?.type === 'agent_replied' && known.text === text && known.agentId === agentId) return undefined;
    if (known) throw new ConflictError(`messageId ${messageId} is already in use`);
    refuseUnlessHeld(handoff, agentId);
    const agentName = reply.agentName ?? handoff.agentName;
    return { type: 'agent_replied', at: reader.now, handoffId, agentId, messageId, text, agentName };
  });
}

/**
 * Closes a hand-off as dealt with, and asks the customer for a rating; the customer's next message starts with the bot
 * again. Again by the same agent changes nothing, and keeps the first outcome.
 * @throws NotFoundError when there is no such hand-off.
 * @throws InvalidFieldError when the desk has no such outcome.
 * @throws ConflictError when the agent does not hold it.
 */
export async function resolveHandoff(
  deps: HandoffDeps,
  handoffId: string,
  { agentId, outcome }: { readonly agentId: string; readonly outcome?: string },
): Promise<Handoff> {
  const codes = deps.desk.settings.outcomes.map(({ code }) => code);
  if (outcome !== undefined && !codes.includes(outcome)) {
    throw new InvalidFieldError('outcome', `must be one of ${codes.join(', ')}`);
  }
  return changeHandoff(deps, handoffId, ({ handoff, reader }) => {
    if (handoff.status === 'resolved' && handoff.agentId === agentId) return undefined;
    refuseUnlessHeld(handoff, agentId);
    const at = reader.now;
    return [{ type: 'handoff_resolved', at, handoffId, agentId, outcome }, says(resolvedLine(reader), at)];
  });
}

/**
 * Gives the conversation back to the bot, and tells the customer. Again by the same agent changes nothing.
 * @throws NotFoundError when there is no such hand-off.
 * @throws ConflictError when the agent does not hold it.
 */
export function returnHandoff(deps: HandoffDeps, handoffId: string, agentId: string): Promise<Handoff> {
  return changeHandoff(deps, handoffId, ({ handoff, reader }) => {
    if (handoff.status === 'returned' && handoff.agentId === agentId) return undefined;
    refuseUnlessHeld(handoff, agentId);
    const at = reader.now;
    return [{ type: 'handoff_returned', at, handoffId, agentId }, says(returnedLine(reader), at)];
  });
}

/**
 * Takes a closed hand-off up again: the agent holds it at once. Again by the same agent changes nothing.
 * @throws NotFoundError when there is no such hand-off.
 * @throws ConflictError when it is open with another agent, or the conversation has another open hand-off.
 */
export function reopenHandoff(deps: HandoffDeps, handoffId: string, agent: ActingAgent): Promise<Handoff> {
  const { agentId, agentName } = agent;
  return changeHandoff(deps, handoffId, ({ handoff, state, reader }) => {
    if (handoff.status === 'claimed' && handoff.agentId === agentId) return undefined;
    refuseUnless(!isOpen(handoff), handoff);
    if (state.openHandoffId) throw new ConflictError(`the conversation is handed over as ${state.openHandoffId}`);
    const at = reader.now;
    return [
      { type: 'handoff_reopened', at, handoffId, cause: 'agent', agentId },
      { type: 'handoff_claimed', at, handoffId, agentId, agentName },
      says(reopenedLine(agentName, reader), at),
    ];
  });
}

/**
 * Notes something for colleagues; any agent may, at any time. The same `noteId` with the same text again changes nothing.
 * @throws NotFoundError when there is no such hand-off.
 * @throws ConflictError when the `noteId` is in use for something else.
 */
export function addNote(
  deps: HandoffDeps,
  handoffId: string,
  note: ActingAgent & { readonly text: string; readonly noteId?: string },
): Promise<Handoff> {
  const { agentId, agentName, text } = note;
  const noteId = note.noteId ?? deps.newId();
  return changeHandoff(deps, handoffId, ({ events, reader }) => {
    const known = events.find((event) => event.type === 'note_added' && event.noteId === noteId);
    if (known?.type === 'note_added' && known.text === text && known.agentId === agentId) return undefined;
    if (known) throw new ConflictError(`noteId ${noteId} is already in use`);
    return { type: 'note_added', at: reader.now, handoffId, agentId, noteId, text, agentName };
  });
}
