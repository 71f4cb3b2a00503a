import type { Desk } from '../../desk/desk.ts';
import type { Reader, SystemLine } from '../../desk/desk-lines.ts';
import type { ConversationEvent, ConversationState } from '../../domain/conversation.ts';
import { ConflictError, NotFoundError } from '../../domain/errors.ts';
import type { Handoff } from '../../domain/handoff.ts';
import { projectHandoff } from '../../domain/project-handoff.ts';
import { detectLanguage } from '../../text/detect-language.ts';
import { foldConversation } from '../state/fold-conversation.ts';
import { type ChangeDeps, changeConversation } from './change-conversation.ts';

/** What a change of a hand-off needs: the desk knows what to tell the customer. */
export interface HandoffDeps extends ChangeDeps {
  readonly desk: Pick<Desk, 'settings' | 'snapshot'>;
}

/** A hand-off with the conversation around it, as both are stored at the moment of a decision. */
export interface PresentHandoff {
  readonly handoff: Handoff;
  readonly events: readonly ConversationEvent[];
  readonly state: ConversationState;
  /** Whom lines of the system are written for. */
  readonly reader: Reader;
}

/** What follows for a hand-off; nothing when undefined. Pure; throws to refuse. */
export type DecideHandoff = (present: PresentHandoff) => ConversationEvent | readonly ConversationEvent[] | undefined;

/**
 * Appends what `decide` makes of the hand-off as it is, and decides again when it changed meanwhile.
 * @returns the hand-off afterwards
 * @throws NotFoundError when there is no such hand-off.
 * @throws ConflictError when the conversation keeps changing.
 */
export async function changeHandoff(deps: HandoffDeps, handoffId: string, decide: DecideHandoff): Promise<Handoff> {
  const row = await deps.store.getHandoff(handoffId);
  if (!row) throw new NotFoundError(`there is no hand-off ${handoffId}`);
  const { conversationId } = row;
  // The row may be out of date by the time the events are read; only the events count.
  const handoffIn = (events: readonly ConversationEvent[]) => projectHandoff(conversationId, events, handoffId) ?? row;
  const events = await changeConversation(deps, conversationId, (events) => {
    const state = foldConversation(conversationId, events);
    const handoff = handoffIn(events);
    const reader = { ...readerOf(state, deps), reachable: handoff.contact !== undefined };
    return decide({ handoff, events, state, reader });
  });
  return handoffIn(events);
}

/** Whom the lines of the system are written for: the customer, in the language spoken so far. */
export function readerOf(state: ConversationState, { desk, clock }: Pick<HandoffDeps, 'desk' | 'clock'>): Reader {
  const words = state.transcript.findLast(({ role }) => role === 'customer')?.text ?? '';
  const language = state.language ?? detectLanguage(words) ?? 'zh';
  return { language, timeZone: desk.settings.hours.timeZone, now: clock.now() };
}

/** The event that tells the customer. */
export function says({ code, text }: SystemLine, at: number): ConversationEvent {
  return { type: 'system_said', at, text, code };
}

/** @throws ConflictError that says who holds the hand-off when the change is not allowed. */
export function refuseUnless(allowed: boolean, { agentId, agentName, status }: Handoff): void {
  if (allowed) return;
  const name = agentName ?? agentId;
  const holder = name ? ` by ${name}` : '';
  throw new ConflictError(`the hand-off is ${status}${holder}`);
}

/** @throws ConflictError unless the agent holds the hand-off. */
export function refuseUnlessHeld(handoff: Handoff, agentId: string): void {
  refuseUnless(handoff.status === 'claimed' && handoff.agentId === agentId, handoff);
}
