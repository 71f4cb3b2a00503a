import { resolvedLine, returnedLine } from '../../desk/desk-lines.ts';
import { takeIn } from '../../desk/take-in.ts';
import type { ConversationEvent, ConversationState } from '../../domain/conversation.ts';
import type { HandoffDraft } from '../../domain/decision.ts';
import type { Handoff } from '../../domain/handoff.ts';
import { projectHandoff } from '../../domain/project-handoff.ts';
import { foldConversation } from '../state/fold-conversation.ts';
import { changeConversation } from './change-conversation.ts';
import { type HandoffDeps, readerOf, says } from './change-handoff.ts';
import type { ActingAgent } from './handoff-actions.ts';
import { isEcho } from './is-echo.ts';

/** What an agent did at another desk. */
export interface Takeover extends ActingAgent {
  /** What the customer has been told there; absent when the agent only took the conversation. */
  readonly text?: string;
  /** The other desk's id of the line: a second delivery changes nothing. */
  readonly messageId?: string;
  /** The id that one of our own lines was sent out with, when the other desk names it. */
  readonly echoOf?: string;
}

/**
 * A person acts from another desk: the conversation is theirs, whoever held it, and the bot falls silent. A line that
 * we said ourselves and that comes back changes nothing.
 * @returns the hand-off that is open afterwards; undefined when there is none, after an echo
 */
export async function takeOver(
  deps: HandoffDeps,
  conversationId: string,
  takeover: Takeover,
): Promise<Handoff | undefined> {
  const newHandoffId = deps.newId();
  const messageId = takeover.messageId ?? deps.newId();
  const events = await changeConversation(deps, conversationId, (events) => {
    const { text, agentId, agentName } = takeover;
    const at = deps.clock.now();
    if (isEcho(events, { ...takeover, messageId }, at)) return undefined;
    const state = foldConversation(conversationId, events);
    const { handoffId, taken } = take(deps, state, takeover, newHandoffId);
    if (text === undefined) return taken;
    return [...taken, { type: 'agent_replied', at, handoffId, agentId, messageId, text, agentName }];
  });
  const { openHandoffId } = foldConversation(conversationId, events);
  return openHandoffId === undefined ? undefined : projectHandoff(conversationId, events, openHandoffId);
}

/**
 * The other desk is done: the bot answers again. Nothing happens when nobody has the conversation.
 * @param done `resolved` asks the customer for a rating, `returned` says that the bot goes on
 */
export async function giveBack(
  deps: HandoffDeps,
  conversationId: string,
  { agentId, done = 'returned' }: { readonly agentId?: string; readonly done?: 'returned' | 'resolved' } = {},
): Promise<void> {
  await changeConversation(deps, conversationId, (events) => {
    const state = foldConversation(conversationId, events);
    const handoffId = state.openHandoffId;
    if (handoffId === undefined) return undefined;
    const reader = readerOf(state, deps);
    const closing = { at: reader.now, handoffId, agentId: agentId ?? state.agent?.id ?? 'desk' };
    if (done === 'resolved') return [{ type: 'handoff_resolved', ...closing }, says(resolvedLine(reader), reader.now)];
    return [{ type: 'handoff_returned', ...closing }, says(returnedLine(reader), reader.now)];
  });
}

/** What makes the conversation the agent's, whatever it was before. */
function take(
  deps: HandoffDeps,
  state: ConversationState,
  { agentId, agentName }: ActingAgent,
  newHandoffId: string,
): { handoffId: string; taken: ConversationEvent[] } {
  const at = deps.clock.now();
  const open = state.openHandoffId;
  const claim = (handoffId: string): ConversationEvent => ({
    type: 'handoff_claimed',
    at,
    handoffId,
    agentId,
    agentName,
  });
  if (open === undefined) {
    const draft = takeoverDraft(state);
    const { language } = readerOf(state, deps);
    const { customer, channel } = state;
    const ticket = takeIn(draft, { language, customer, channel, now: at }, deps.desk.settings);
    const opened: ConversationEvent = { type: 'handoff_opened', at, handoffId: newHandoffId, draft, ticket };
    return { handoffId: newHandoffId, taken: [opened, claim(newHandoffId)] };
  }
  if (state.status === 'waiting') return { handoffId: open, taken: [claim(open)] };
  if (state.agent?.id === agentId) return { handoffId: open, taken: [] };
  const holder = state.agent?.id ?? agentId;
  const transfer: ConversationEvent = {
    ...{ type: 'handoff_transferred', at, handoffId: open, agentId: holder, toAgentId: agentId, until: at },
  };
  return { handoffId: open, taken: [transfer, claim(open)] };
}

function takeoverDraft({ transcript }: ConversationState): HandoffDraft {
  const wants = transcript.findLast(({ role }) => role === 'customer')?.text ?? '';
  const brief = { wants, orderNumbers: [], tried: [], mood: '', transcript };
  return { reason: 'takeover', priority: 'normal', team: 'general', brief };
}
