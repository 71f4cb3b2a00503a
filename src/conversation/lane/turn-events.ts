import type { ConversationEvent, ConversationState } from '../../domain/conversation.ts';
import type { Customer, TurnResult } from '../../domain/turn.ts';
import { type CallDeps, callPerson } from '../changes/call-person.ts';

/** The turn that a result answers. */
export interface AnsweredTurn {
  /** Message ids of the burst, in order. */
  readonly inReplyTo: readonly string[];
  readonly text: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** For a hand-off: who writes, and whether a person has been there lately. */
  readonly state: Pick<ConversationState, 'id' | 'customer' | 'channel' | 'closedHandoff'>;
  readonly customer?: Customer;
  readonly channel?: string;
  /** Whether the customer has left contact details, with this turn or before. */
  readonly reachable?: boolean;
}

/**
 * The events that make one turn's result durable: the reply, and after it the hand-off when there is one, with a line
 * that says what happens next.
 * Customer messages are events of their own, appended by the caller before these.
 */
export function turnEvents(result: TurnResult, turn: AnsweredTurn, deps: CallDeps): ConversationEvent[] {
  const { state, at } = turn;
  const context = {
    conversationId: state.id,
    language: result.language,
    sentiment: result.sentiment,
    customer: { ...state.customer, ...turn.customer },
    channel: turn.channel ?? state.channel,
    closedHandoff: state.closedHandoff,
    reachable: turn.reachable,
    now: at,
  };
  const call = result.handoff && callPerson(result.handoff, context, deps);
  const replied: ConversationEvent = {
    type: 'bot_replied',
    at,
    inReplyTo: turn.inReplyTo,
    text: turn.text,
    reply: result.reply,
    action: result.action,
    language: result.language,
    intents: result.intents,
    sentiment: result.sentiment,
    citations: result.citations,
    awaiting: result.awaiting,
    order: result.order,
    handoffId: call?.handoffId,
  };
  return [replied, ...(call?.events ?? [])];
}
