import type { ConversationEvent, Handoff } from '../domain/conversation.ts';
import { ConflictError, NotFoundError } from '../domain/errors.ts';
import { projectHandoff } from '../domain/project-handoff.ts';
import { type ChangeDeps, changeConversation } from './change-conversation.ts';

/** An agent's line to the customer. */
export interface AgentReply {
  readonly agentId: string;
  readonly text: string;
  /** Makes a repeated delivery harmless; a new id when absent. */
  readonly messageId?: string;
}

/**
 * Gives a waiting hand-off to an agent. Of several who claim at once exactly one succeeds; claiming what one already
 * holds changes nothing.
 * @throws NotFoundError when there is no such hand-off.
 * @throws ConflictError when another agent holds it or it is closed.
 */
export function claimHandoff(deps: ChangeDeps, handoffId: string, agentId: string): Promise<Handoff> {
  return changeHandoff(deps, handoffId, (handoff) => {
    if (handoff.status === 'claimed' && handoff.agentId === agentId) return undefined;
    refuseUnless(handoff.status === 'waiting', handoff);
    return { type: 'handoff_claimed', at: deps.clock.now(), handoffId, agentId };
  });
}

/**
 * Says something to the customer; only the agent who holds the hand-off may. The same `messageId` with the same text
 * again changes nothing.
 * @throws NotFoundError when there is no such hand-off.
 * @throws ConflictError when the agent does not hold it, or the `messageId` is in use for something else.
 */
export function replyToHandoff(deps: ChangeDeps, handoffId: string, reply: AgentReply): Promise<Handoff> {
  const messageId = reply.messageId ?? deps.newId();
  const { agentId, text } = reply;
  return changeHandoff(deps, handoffId, (handoff, events) => {
    const known = events.find((event) => 'messageId' in event && event.messageId === messageId);
    if (known?.type === 'agent_replied' && known.text === text && known.agentId === agentId) return undefined;
    if (known) throw new ConflictError(`messageId ${messageId} is already in use`);
    refuseUnless(handoff.status === 'claimed' && handoff.agentId === agentId, handoff);
    return { type: 'agent_replied', at: deps.clock.now(), handoffId, agentId, messageId, text };
  });
}

/**
 * Closes a hand-off as dealt with; the customer's next message starts with the bot again. Again by the same agent
 * changes nothing, and keeps the first outcome.
 * @throws NotFoundError when there is no such hand-off.
 * @throws ConflictError when the agent does not hold it.
 */
export function resolveHandoff(
  deps: ChangeDeps,
  handoffId: string,
  { agentId, outcome }: { readonly agentId: string; readonly outcome?: string },
): Promise<Handoff> {
  return changeHandoff(deps, handoffId, (handoff) => {
    if (handoff.status === 'resolved' && handoff.agentId === agentId) return undefined;
    refuseUnless(handoff.status === 'claimed' && handoff.agentId === agentId, handoff);
    return { type: 'handoff_resolved', at: deps.clock.now(), handoffId, agentId, outcome };
  });
}

/**
 * Gives the conversation back to the bot. Again by the same agent changes nothing.
 * @throws NotFoundError when there is no such hand-off.
 * @throws ConflictError when the agent does not hold it.
 */
export function returnHandoff(deps: ChangeDeps, handoffId: string, agentId: string): Promise<Handoff> {
  return changeHandoff(deps, handoffId, (handoff) => {
    if (handoff.status === 'returned' && handoff.agentId === agentId) return undefined;
    refuseUnless(handoff.status === 'claimed' && handoff.agentId === agentId, handoff);
    return { type: 'handoff_returned', at: deps.clock.now(), handoffId, agentId };
  });
}

type Decide = (handoff: Handoff, events: readonly ConversationEvent[]) => ConversationEvent | undefined;

async function changeHandoff(deps: ChangeDeps, handoffId: string, decide: Decide): Promise<Handoff> {
  const row = await deps.store.getHandoff(handoffId);
  if (!row) throw new NotFoundError(`there is no hand-off ${handoffId}`);
  // The row may be out of date by the time the events are read; only the events count.
  const present = (events: readonly ConversationEvent[]) =>
    projectHandoff(row.conversationId, events, handoffId) ?? row;
  const events = await changeConversation(deps, row.conversationId, (events) => decide(present(events), events));
  return present(events);
}

function refuseUnless(allowed: boolean, handoff: Handoff): void {
  if (allowed) return;
  const holder = handoff.agentId ? ` by ${handoff.agentId}` : '';
  throw new ConflictError(`the hand-off is ${handoff.status}${holder}`);
}
