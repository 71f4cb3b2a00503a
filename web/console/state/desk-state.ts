import type { Conversation, Desk, Line, Ticket } from '../wire/desk.ts';
import { mergeLines } from './merge-lines.ts';

/** What the console knows of the desk. Never mutated: what has not changed stays the same object. */
export interface DeskState {
  readonly desk?: Desk;
  readonly tickets: ReadonlyMap<string, Ticket>;
  /** Conversations that have been opened, by id. */
  readonly conversations: ReadonlyMap<string, Conversation>;
  /** Positions of the customer's lines that came while nobody looked, by conversation. */
  readonly unread: ReadonlyMap<string, readonly number[]>;
  /** `at` of the last line seen, by conversation; outlives the page. */
  readonly seenAt: ReadonlyMap<string, number>;
  /** Until when a customer counts as typing, by conversation. */
  readonly typingUntil: ReadonlyMap<string, number>;
}

/** What of the desk changes from minute to minute: colleagues, opening, waiting. */
export type DeskNow = Pick<Desk, 'agents' | 'open' | 'opensAt' | 'waiting' | 'expectedWait'>;

/** What can happen to it: read from the server, told by its event stream, or done here. */
export type DeskEvent =
  | { readonly type: 'desk_read'; readonly desk: Desk }
  | {
      readonly type: 'tickets_read';
      readonly tickets: readonly Ticket[];
      /** The tickets when reading began: what the stream has told since is newer than what was read. */
      readonly before: ReadonlyMap<string, Ticket>;
    }
  | { readonly type: 'ticket_changed'; readonly ticket: Ticket }
  | {
      readonly type: 'ticket_answered';
      readonly ticket: Ticket;
      /** The ticket when the request was made. */
      readonly before: Ticket | undefined;
    }
  | { readonly type: 'conversation_read'; readonly conversation: Conversation }
  | { readonly type: 'line_said'; readonly conversationId: string; readonly line: Line }
  | { readonly type: 'conversation_seen'; readonly conversationId: string }
  | { readonly type: 'customer_typing'; readonly conversationId: string; readonly until: number }
  | { readonly type: 'desk_changed'; readonly now: DeskNow }
  | { readonly type: 'conversation_erased'; readonly conversationId: string }
  | { readonly type: 'forgotten'; readonly except: string | undefined };

/** Before anything is known. */
export const EMPTY_DESK: DeskState = {
  tickets: new Map(),
  conversations: new Map(),
  unread: new Map(),
  seenAt: new Map(),
  typingUntil: new Map(),
};

/** The state after an event. Pure; the same event twice changes nothing the second time. */
export function reduceDesk(state: DeskState, event: DeskEvent): DeskState {
  switch (event.type) {
    case 'desk_read':
      return { ...state, desk: event.desk };
    case 'desk_changed':
      return state.desk ? { ...state, desk: { ...state.desk, ...event.now } } : state;
    case 'tickets_read':
      return { ...state, tickets: joinTickets(state.tickets, event.tickets, event.before) };
    case 'ticket_changed':
      return { ...state, tickets: withEntry(state.tickets, event.ticket.id, event.ticket) };
    case 'ticket_answered':
      // The stream has told of the ticket while the answer was under way, and goes on telling: it knows better.
      if (state.tickets.get(event.ticket.id) !== event.before) return state;
      return { ...state, tickets: withEntry(state.tickets, event.ticket.id, event.ticket) };
    case 'conversation_read':
      return withConversation(state, event.conversation);
    case 'line_said':
      return withLine(state, event.conversationId, event.line);
    case 'conversation_seen':
      return seen(state, event.conversationId);
    case 'customer_typing':
      return { ...state, typingUntil: withEntry(state.typingUntil, event.conversationId, event.until) };
    case 'conversation_erased':
      return erased(state, event.conversationId);
    case 'forgotten':
      return { ...state, conversations: only(state.conversations, event.except) };
  }
}

/** How many lines of the customer nobody at this console has seen; 1 when it is only known that there are some. */
export function unreadCount(state: DeskState, ticket: Ticket): number {
  if (ticket.status !== 'waiting' && ticket.status !== 'claimed') return 0;
  const told = state.unread.get(ticket.conversationId)?.length ?? 0;
  if (told > 0) return told;
  return (ticket.lastCustomerAt ?? ticket.openedAt) > (state.seenAt.get(ticket.conversationId) ?? 0) ? 1 : 0;
}

function joinTickets(
  now: ReadonlyMap<string, Ticket>,
  read: readonly Ticket[],
  before: ReadonlyMap<string, Ticket>,
): ReadonlyMap<string, Ticket> {
  const joined = new Map(read.map((ticket) => [ticket.id, ticket]));
  for (const [id, ticket] of now) if (ticket !== before.get(id)) joined.set(id, ticket);
  return joined;
}

function withConversation(state: DeskState, conversation: Conversation): DeskState {
  const known = state.conversations.get(conversation.id);
  const lines = mergeLines(conversation.lines, known?.lines ?? []);
  const conversations = withEntry(state.conversations, conversation.id, { ...conversation, lines });
  return { ...state, conversations };
}

function withLine(state: DeskState, conversationId: string, line: Line): DeskState {
  const known = state.conversations.get(conversationId);
  const lines = known ? mergeLines(known.lines, [line]) : undefined;
  const conversations =
    known && lines && lines !== known.lines
      ? withEntry(state.conversations, conversationId, { ...known, lines })
      : state.conversations;
  if (line.role !== 'customer') return { ...state, conversations };
  const typingUntil = withoutEntry(state.typingUntil, conversationId);
  const positions = state.unread.get(conversationId) ?? [];
  const isOld = line.at <= (state.seenAt.get(conversationId) ?? 0) || positions.includes(line.position);
  if (isOld) return { ...state, conversations, typingUntil };
  const unread = withEntry(state.unread, conversationId, [...positions, line.position]);
  return { ...state, conversations, typingUntil, unread };
}

function seen(state: DeskState, conversationId: string): DeskState {
  const lines = state.conversations.get(conversationId)?.lines ?? [];
  const tickets = [...state.tickets.values()].filter((ticket) => ticket.conversationId === conversationId);
  const times = [...lines.map(({ at }) => at), ...tickets.map((t) => t.lastCustomerAt ?? t.openedAt)];
  const last = Math.max(state.seenAt.get(conversationId) ?? 0, ...times);
  const isKnown = state.seenAt.get(conversationId) === last && !state.unread.has(conversationId);
  if (isKnown) return state;
  return {
    ...state,
    unread: withoutEntry(state.unread, conversationId),
    seenAt: withEntry(state.seenAt, conversationId, last),
  };
}

/** Nothing is left of the customer, not even when somebody last looked. */
function erased(state: DeskState, conversationId: string): DeskState {
  return {
    ...state,
    tickets: new Map([...state.tickets].filter(([, ticket]) => ticket.conversationId !== conversationId)),
    conversations: withoutEntry(state.conversations, conversationId),
    unread: withoutEntry(state.unread, conversationId),
    seenAt: withoutEntry(state.seenAt, conversationId),
    typingUntil: withoutEntry(state.typingUntil, conversationId),
  };
}

function withEntry<Value>(map: ReadonlyMap<string, Value>, key: string, value: Value): ReadonlyMap<string, Value> {
  return new Map(map).set(key, value);
}

function withoutEntry<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  if (!map.has(key)) return map;
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

function only<Value>(map: ReadonlyMap<string, Value>, key: string | undefined): ReadonlyMap<string, Value> {
  return new Map([...map].filter(([id]) => id === key));
}
