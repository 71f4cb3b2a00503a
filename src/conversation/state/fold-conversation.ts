import type { ConversationEvent, ConversationState, PastTurn } from '../../domain/conversation.ts';

/** The state of a conversation in which nothing has happened. */
export function emptyConversation(id: string): ConversationState {
  return { id, status: 'bot', version: 0, turns: [], failures: 0, transcript: [] };
}

/** Rebuilds the state from its events; pure, so that server and evals remember exactly the same. */
export function foldConversation(id: string, events: readonly ConversationEvent[]): ConversationState {
  return events.reduce(applyEvent, emptyConversation(id));
}

/** The state after one more event. */
export function applyEvent(state: ConversationState, event: ConversationEvent): ConversationState {
  return { ...transition(state, event), version: state.version + 1 };
}

function transition(state: ConversationState, event: ConversationEvent): ConversationState {
  switch (event.type) {
    case 'customer_wrote':
      return {
        ...state,
        // A customer who writes after the case was closed starts again with the bot.
        status: state.status === 'resolved' ? 'bot' : state.status,
        customer: event.customer ? { ...state.customer, ...event.customer } : state.customer,
        channel: event.channel ?? state.channel,
        transcript: [...state.transcript, { role: 'customer', text: event.text }],
      };
    case 'bot_replied':
      return afterReply(state, event);
    case 'handoff_opened':
    case 'handoff_reopened':
      return { ...state, status: 'waiting', openHandoffId: event.handoffId, awaiting: undefined };
    case 'handoff_claimed':
      return { ...state, status: 'human', agent: { id: event.agentId, name: event.agentName } };
    case 'handoff_released':
    case 'handoff_transferred':
      return { ...state, status: 'waiting', agent: undefined };
    case 'agent_replied':
      return { ...state, transcript: [...state.transcript, { role: 'agent', text: event.text }] };
    case 'handoff_resolved':
      return { ...fresh(state, event), status: 'resolved' };
    case 'handoff_returned':
      return { ...fresh(state, event), status: 'bot' };
    case 'handoff_offered':
    case 'handoff_rated':
    case 'handoff_breached':
    case 'contact_left':
    case 'note_added':
    case 'system_said':
    case 'feedback_given':
      return state;
  }
}

/** A person has dealt with what came before: old failures and anger must not trigger the next hand-off. */
function fresh(
  state: ConversationState,
  { at, handoffId, agentId }: { at: number; handoffId: string; agentId?: string },
): ConversationState {
  return {
    ...state,
    ...{ openHandoffId: undefined, agent: undefined, closedHandoff: { id: handoffId, agentId, at } },
    ...{ turns: [], failures: 0, awaiting: undefined },
  };
}

function afterReply(
  state: ConversationState,
  event: Extract<ConversationEvent, { type: 'bot_replied' }>,
): ConversationState {
  if (event.action === 'silent') return state;
  const turn: PastTurn = {
    text: event.text,
    reply: event.reply,
    action: event.action,
    intents: event.intents,
    sentiment: event.sentiment,
    citations: event.citations,
    order: event.order,
    at: event.at,
  };
  // A question back that awaits nothing certain (亲，您请说) was no failure to answer.
  const failed = event.action === 'refuse' || (event.action === 'clarify' && event.awaiting !== undefined);
  // 好的 settles nothing: what was asked for may still come, and what failed has failed.
  const isSmalltalk = event.action === 'smalltalk';
  return {
    ...state,
    language: event.language,
    turns: [...state.turns, turn],
    awaiting: event.awaiting ?? (isSmalltalk ? state.awaiting : undefined),
    failures: failed ? state.failures + 1 : isSmalltalk ? state.failures : 0,
    transcript: event.reply === '' ? state.transcript : [...state.transcript, { role: 'bot', text: event.reply }],
  };
}
