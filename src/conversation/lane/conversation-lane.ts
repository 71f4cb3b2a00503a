import type { ConversationEvent } from '../../domain/conversation.ts';
import { ConflictError, OverloadedError, TooEarlyError } from '../../domain/errors.ts';
import type { ConversationStore } from '../../ports/conversation-store.ts';
import type { Notifier } from '../../ports/notifier.ts';
import type { StartTimer } from '../start-timer.ts';
import { botOwns } from '../state/bot-owns.ts';
import { foldConversation } from '../state/fold-conversation.ts';
import { answerBurst, type BurstDeps } from './answer-burst.ts';
import type { CustomerMessage, ReceivedMessage } from './customer-message.ts';
import { type Deferred, defer } from './defer.ts';
import { type MessageAnswer, refuseOtherText, storedAnswer } from './message-answer.ts';
import type { MessageLimits } from './message-limits.ts';

/** What answering messages and keeping the answers needs. */
export interface LaneDeps extends Omit<BurstDeps, 'limits'> {
  readonly store: ConversationStore;
  readonly notifier: Notifier;
  readonly startTimer: StartTimer;
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
    if (botOwns(state) && (await this.#waitedForMore())) return;
    const messages = this.#pending.map((pending) => pending.message);
    const burst = { messages, events: this.#events, state };
    const { events, isAnswered } = await answerBurst(burst, { ...this.#deps, limits: this.#limits });
    if (isAnswered && this.#pending.length > messages.length && this.#reruns++ < this.#limits.maxReruns) return;
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
