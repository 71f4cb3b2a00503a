import { withdrawnLine } from '../../desk/desk-lines.ts';
import { readContact } from '../../desk/read-contact.ts';
import type { ConversationEvent, ConversationState } from '../../domain/conversation.ts';
import type { Clock, NewId } from '../../ports/clock.ts';
import { type CallDeps, nobodyComes } from '../changes/call-person.ts';
import { readerOf, says } from '../changes/change-handoff.ts';
import { contactEvents } from '../changes/leave-contact.ts';
import type { Engine } from '../engine.ts';
import { takesBackRequest } from '../reading/takes-back-request.ts';
import { botOwns } from '../state/bot-owns.ts';
import { applyEvent } from '../state/fold-conversation.ts';
import { burstText, burstTurn, customerWrote, isQueuedHere, type ReceivedMessage } from './customer-message.ts';
import type { MessageLimits } from './message-limits.ts';
import { silenceRepeat } from './silence-repeat.ts';
import { turnEvents } from './turn-events.ts';

/** What answering a burst calls. Nothing here writes. */
export interface BurstDeps {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly newId: NewId;
  /** The people behind the bot; without one, a hand-off carries only what the engine says. */
  readonly desk?: CallDeps['desk'];
  readonly limits: Pick<MessageLimits, 'repeatSilenceMs'>;
}

/** Messages that are answered as one, at least one, and the conversation into which they come. */
export interface Burst {
  readonly messages: readonly ReceivedMessage[];
  /** All that is stored. */
  readonly events: readonly ConversationEvent[];
  /** `events` folded. */
  readonly state: ConversationState;
}

/** What a burst adds to its conversation. */
export interface AnsweredBurst {
  readonly events: readonly ConversationEvent[];
  /** Whether the bot was asked, and further messages would change what it says. */
  readonly isAnswered: boolean;
}

/** The events that a burst brings: the messages, the bot's turn where it may speak, and contact details that were left. */
export async function answerBurst(burst: Burst, deps: BurstDeps): Promise<AnsweredBurst> {
  const { state, messages } = burst;
  const turn = botOwns(state) ? await botTurn(burst, deps) : await takenBack(burst, deps);
  const events = [...messages.map(customerWrote), ...(turn ?? [])];
  const contact = contactLeft(burst, events.reduce(applyEvent, state), deps);
  return { events: [...events, ...contact], isAnswered: turn !== undefined };
}

async function botTurn({ messages, events, state }: Burst, deps: BurstDeps): Promise<ConversationEvent[]> {
  const { engine, clock, newId, desk, limits } = deps;
  const alone = isQueuedHere(messages) && desk && nobodyComes(desk, clock.now());
  const input = { ...burstTurn(messages, clock.now()), nobodyComes: alone };
  const computed = await engine.runTurn(state, input);
  const onlyFragments = !messages.some((message) => engine.looksComplete(message.text));
  const now = clock.now();
  const withinMs = limits.repeatSilenceMs;
  const result = onlyFragments ? silenceRepeat(events, computed, { now, withinMs }) : computed;
  const inReplyTo = messages.map((message) => message.messageId);
  const channel = messages.findLast((message) => message.channel)?.channel;
  const text = burstText(messages);
  const reachable = readContact(text) !== undefined || events.some(({ type }) => type === 'contact_left');
  const turn = { inReplyTo, text, at: now, state, customer: input.customer, channel, reachable };
  return turnEvents(result, turn, { newId, desk });
}

/** The end of a hand-off that the customer waits for and takes back, and the bot's turn; undefined when nobody does. */
async function takenBack(burst: Burst, deps: BurstDeps): Promise<ConversationEvent[] | undefined> {
  const { messages, events, state } = burst;
  const { desk, clock } = deps;
  const handoffId = state.openHandoffId;
  if (!desk || handoffId === undefined || !isQueuedHere(messages)) return undefined;
  if (!takesBackRequest(state, events, burstText(messages))) return undefined;
  const returned: ConversationEvent = { type: 'handoff_returned', at: clock.now(), handoffId };
  const turn = await botTurn({ ...burst, state: applyEvent(state, returned) }, deps);
  // Whoever needs a person all the same keeps the place in the queue: 不用转人工了，我要投诉.
  if (turn.some(({ type }) => type === 'handoff_reopened' || type === 'handoff_opened')) return undefined;
  const reader = readerOf(state, { desk, clock });
  return [returned, ...turn, says(withdrawnLine(reader), reader.now)];
}

/**
 * A customer who waits, or calls a person, and writes a phone number has left it.
 * @param after the conversation with the burst and what was said to it
 */
function contactLeft(
  { messages, events }: Burst,
  after: ConversationState,
  { desk, clock }: BurstDeps,
): ConversationEvent[] {
  if (!desk || after.status !== 'waiting') return [];
  const contact = readContact(burstText(messages));
  return contact ? contactEvents(after, events, contact, { desk, clock }) : [];
}
