import { withdrawnLine } from '../desk/desk-lines.ts';
import { readContact } from '../desk/read-contact.ts';
import type { ConversationEvent, ConversationState } from '../domain/conversation.ts';
import { ConflictError, OverloadedError, TooEarlyError } from '../domain/errors.ts';
import type { Clock, NewId } from '../ports/clock.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import type { Notifier } from '../ports/notifier.ts';
import { type CallDeps, nobodyComes } from './call-person.ts';
import { readerOf, says } from './change-handoff.ts';
import {
  burstText,
  burstTurn,
  type CustomerMessage,
  customerWrote,
  isQueuedHere,
  type ReceivedMessage,
} from './customer-message.ts';
import { type Deferred, defer } from './defer.ts';
import type { Engine } from './engine.ts';
import { applyEvent, foldConversation } from './fold-conversation.ts';
import { contactEvents } from './leave-contact.ts';
import { type MessageAnswer, refuseOtherText, storedAnswer } from './message-answer.ts';
import type { MessageLimits } from './message-limits.ts';
import { botOwns } from './owns-conversation.ts';
import { silenceRepeat } from './silence-repeat.ts';
import type { StartTimer } from './start-timer.ts';
import { takesBackRequest } from './takes-back-request.ts';
import { turnEvents } from './turn-events.ts';

/** What answering a message needs. */
export interface LaneDeps {
  readonly store: ConversationStore;
  readonly engine: Engine;
  readonly notifier: Notifier;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly startTimer: StartTimer;
  /** The people behind the bot; without one, a hand-off carries only what the engine says. */
  readonly desk?: CallDeps['desk'];
}

interface Pending {
  readonly message: ReceivedMessage;
  readonly answer: Deferred<MessageAnswer>;
}

/**
 * One conversation while messages of it are unanswered: deals with them one burst at a time, in the order they came.
 *
 * Every step starts from what is stored, so a step that was interrupted (a conflict, further messages, an error) is
 * simply taken again. A lane lives as long as it has work and keeps nothing that a restart could lose.
 */
export class ConversationLane {
  readonly #id: string;
  readonly #deps: LaneDeps;
  readonly #limits: MessageLimits;
  readonly #pending: Pending[] = [];
  #events: readonly ConversationEvent[] = [];
  #wake: () => void = () => {};
  #reruns = 0;
  #conflicts = 0;

  constructor(id: string, deps: LaneDeps, limits: MessageLimits) {
    this.#id = id;
    this.#deps = deps;
    this.#limits = limits;
  }

  /** Messages accepted and not answered yet. */
  get size(): number {
    return this.#pending.length;
  }

  /**
   * The message's answer when it is already known or under way; undefined when the message is new.
   * @throws ConflictError when its id is in use for another text.
   */
  find(message: CustomerMessage): Promise<MessageAnswer> | undefined {
    const known = this.#pending.find((pending) => pending.message.messageId === message.messageId);
    if (known) refuseOtherText(known.message.text, message);
    const stored = known ? undefined : storedAnswer(this.#id, this.#events, message);
    return known?.answer.promise ?? (stored && Promise.resolve(stored));
  }

  /** Accepts a new message; the order of calls is the order of the conversation. Only for a lane that is not idle yet. */
  add(message: CustomerMessage): Promise<MessageAnswer> {
    const answer = defer<MessageAnswer>();
    this.#pending.push({ message: { ...message, receivedAt: this.#deps.clock.now() }, answer });
    this.#wake();
    return answer.promise;
  }

  /**
   * Works until nothing is pending and then calls `onIdle` at once, before anything else can be added.
   * Never rejects: failures go to the messages they concern.
   */
  async run(onIdle: () => void): Promise<void> {
    while (this.#pending.length > 0) {
      const attempted = [...this.#pending];
      try {
        await this.#step();
      } catch (error) {
        for (const pending of attempted) this.#settle(pending, (answer) => answer.reject(error));
      }
    }
    onIdle();
  }

  async #step(): Promise<void> {
    this.#events = await this.#deps.store.load(this.#id);
    this.#settleStored();
    this.#refuseEarly();
    if (this.#pending.length === 0) return;
    const state = foldConversation(this.#id, this.#events);
    const botInCharge = botOwns(state);
    if (botInCharge && (await this.#waitedForMore())) return;
    const burst = this.#pending.map((pending) => pending.message);
    const events = burst.map(customerWrote);
    const answered = botInCharge ? await this.#turn(state, burst) : await this.#takenBack(state, burst);
    events.push(...(answered ?? []));
    events.push(...this.#contact(events.reduce(applyEvent, state), burst));
    if (answered && this.#pending.length > burst.length && this.#reruns++ < this.#limits.maxReruns) return;
    await this.#store(events);
  }

  /** Whether the burst looked unfinished and time was given; afterwards everything is looked at afresh. */
  async #waitedForMore(): Promise<boolean> {
    const [first, last] = [this.#pending[0].message, this.#pending[this.#pending.length - 1].message];
    if (this.#deps.engine.looksComplete(last.text)) return false;
    const { burstWindowMs, burstCapMs } = this.#limits;
    const until = Math.min(last.receivedAt + burstWindowMs, first.receivedAt + burstCapMs);
    const left = until - this.#deps.clock.now();
    if (left <= 0) return false;
    await new Promise<void>((resolve) => {
      const cancel = this.#deps.startTimer(left, resolve);
      this.#wake = () => {
        cancel();
        resolve();
      };
    });
    this.#wake = () => {};
    return true;
  }

  async #turn(state: ConversationState, burst: readonly ReceivedMessage[]): Promise<ConversationEvent[]> {
    const { engine, clock, newId, desk } = this.#deps;
    const alone = isQueuedHere(burst) && desk && nobodyComes(desk, clock.now());
    const input = { ...burstTurn(burst, clock.now()), nobodyComes: alone };
    const computed = await engine.runTurn(state, input);
    const onlyFragments = !burst.some((message) => engine.looksComplete(message.text));
    const now = clock.now();
    const withinMs = this.#limits.repeatSilenceMs;
    const result = onlyFragments ? silenceRepeat(this.#events, computed, { now, withinMs }) : computed;
    const inReplyTo = burst.map((message) => message.messageId);
    const channel = burst.findLast((message) => message.channel)?.channel;
    const text = burstText(burst);
    const reachable = readContact(text) !== undefined || this.#events.some(({ type }) => type === 'contact_left');
    const turn = { inReplyTo, text, at: now, state, customer: input.customer, channel, reachable };
    return turnEvents(result, turn, { newId, desk });
  }

  /** The end of a hand-off that the customer waits for and takes back, and the bot's turn; undefined when nobody does. */
  async #takenBack(
    state: ConversationState,
    burst: readonly ReceivedMessage[],
  ): Promise<ConversationEvent[] | undefined> {
    const { desk, clock } = this.#deps;
    const handoffId = state.openHandoffId;
    if (!desk || handoffId === undefined || !isQueuedHere(burst)) return undefined;
    if (!takesBackRequest(state, this.#events, burstText(burst))) return undefined;
    const returned: ConversationEvent = { type: 'handoff_returned', at: clock.now(), handoffId };
    const turn = await this.#turn(applyEvent(state, returned), burst);
    // 不用转人工了，我要投诉 needs a person after all: the place in the queue is kept.
    if (turn.some(({ type }) => type === 'handoff_reopened' || type === 'handoff_opened')) return undefined;
    const reader = readerOf(state, { desk, clock });
    return [returned, ...turn, says(withdrawnLine(reader), reader.now)];
  }

  /** A customer who waits, or calls a person, and writes a phone number has left it. */
  #contact(state: ConversationState, burst: readonly ReceivedMessage[]): ConversationEvent[] {
    const { desk, clock } = this.#deps;
    if (!desk || state.status !== 'waiting') return [];
    const contact = readContact(burstText(burst));
    return contact ? contactEvents(state, this.#events, contact, { desk, clock }) : [];
  }

  async #store(events: readonly ConversationEvent[]): Promise<void> {
    try {
      await this.#deps.store.append(this.#id, this.#events.length, events);
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      if (this.#conflicts++ < this.#limits.maxConflicts) return;
      throw new OverloadedError('the conversation keeps changing');
    }
    this.#reruns = 0;
    this.#conflicts = 0;
    this.#events = [...this.#events, ...events];
    this.#settleStored();
    this.#deps.notifier.notify(this.#id, events);
  }

  #settleStored(): void {
    for (const pending of [...this.#pending]) {
      try {
        const stored = storedAnswer(this.#id, this.#events, pending.message);
        if (stored) this.#settle(pending, (answer) => answer.resolve(stored));
      } catch (error) {
        this.#settle(pending, (answer) => answer.reject(error));
      }
    }
  }

  /** A message that overtook the one it follows goes back to its sender, who still has both. */
  #refuseEarly(): void {
    const arrived = new Set(this.#events.flatMap((event) => (event.type === 'customer_wrote' ? event.messageId : [])));
    for (const pending of [...this.#pending]) {
      const { follows, messageId } = pending.message;
      if (follows === undefined || arrived.has(follows)) arrived.add(messageId);
      else this.#settle(pending, (answer) => answer.reject(new TooEarlyError(`${messageId} came before ${follows}`)));
    }
  }

  #settle(pending: Pending, how: (answer: Deferred<MessageAnswer>) => void): void {
    const index = this.#pending.indexOf(pending);
    if (index < 0) return;
    this.#pending.splice(index, 1);
    how(pending.answer);
  }
}
