import { DeliveryError } from './delivery-error.ts';
import { type Delivery, type Outgoing, type OutgoingMessage, outgoingOf } from './outgoing-message.ts';

/** What the queue needs, and whom it tells. */
export interface DeliveryDeps {
  /**
   * @param follows the message before this one, while it is not acknowledged: the server must have that one first
   * @throws DeliveryError; anything else counts as retryable.
   */
  send(message: Outgoing, follows: string | undefined): Promise<void>;
  /** Calls back after so many milliseconds; returns how to call that off. */
  readonly startTimer: (milliseconds: number, run: () => void) => () => void;
  /** Keeps what is not acknowledged over a reload, and whether it is on its way to the server right now. */
  readonly storage: { save(message: Outgoing, isUnderWay?: boolean): void; remove(messageId: string): void };
  /** A message that was on its way when the queue was closed has failed. */
  readonly onLeftBehind: (message: Outgoing) => void;
  readonly onChange: () => void;
}

/** Seconds before each further attempt, when the server names none; the last one again and again. */
const PAUSES = [1, 2, 4, 8, 15];
/** Between two messages in a row, so that they arrive in the order in which they left. In milliseconds. */
const GAP = 40;

/**
 * Sends messages until each is acknowledged, in the order in which they were written, each under the one id that makes a
 * repetition harmless.
 *
 * While all goes well a message leaves at once, without waiting for the answer to the one before: the server joins
 * fragments of one thought. After a failure nobody knows what arrived, so the oldest unacknowledged message goes first
 * and alone, and the others follow when it is through. A message that leaves while another is unacknowledged names
 * it, so that the server takes neither of two before the other, whatever way they go.
 */
export class DeliveryQueue {
  readonly #deps: DeliveryDeps;
  #messages: OutgoingMessage[] = [];
  #isTroubled = false;
  #isClosed = false;
  #stopTimer: (() => void) | undefined;

  /** @param restored what an earlier page could not send; it is sent first, as after a failure */
  constructor(deps: DeliveryDeps, restored: readonly Outgoing[] = []) {
    this.#deps = deps;
    this.#messages = restored.map((message) => ({ ...message, state: 'waiting', failures: 0 }));
    this.#isTroubled = restored.length > 0;
    this.#pump();
  }

  /** Every message written on this page, oldest first. */
  get messages(): readonly OutgoingMessage[] {
    return this.#messages;
  }

  /** Takes a message; it is kept before anything else happens. */
  add(message: Outgoing): void {
    this.#deps.storage.save(message);
    this.#messages = [...this.#messages, { ...message, state: 'waiting', failures: 0 }];
    this.#deps.onChange();
    this.#pump();
  }

  /** Does not wait any longer: the network is back, or the customer asks. */
  retryNow(): void {
    if (!this.#isTroubled) return;
    this.#stopTimer?.();
    this.#stopTimer = undefined;
    this.#pump();
  }

  /** Forgets what has arrived: the server has deleted it. */
  forgetSent(): void {
    this.#messages = this.#messages.filter(({ state }) => state !== 'sent');
    this.#deps.onChange();
  }

  /** Sends nothing more; what is not acknowledged stays kept, and what is on its way is heard of to its end. */
  close(): void {
    this.#isClosed = true;
    this.#stopTimer?.();
    this.#stopTimer = undefined;
    this.#messages = [];
    this.#isTroubled = false;
  }

  #pump(): void {
    const next = this.#messages.find(({ state }) => state === 'waiting');
    if (!next || this.#stopTimer) return;
    if (this.#isTroubled && this.#messages.some(({ state }) => state === 'sending')) return;
    void this.#send(next);
    if (!this.#isTroubled) this.#wait(GAP);
  }

  async #send(message: OutgoingMessage): Promise<void> {
    const { messageId } = message;
    this.#deps.storage.save(outgoingOf(message), true);
    this.#change(messageId, { state: 'sending', failures: message.failures });
    try {
      await this.#deps.send(outgoingOf(message), this.#unacknowledgedBefore(messageId));
      this.#deps.storage.remove(message.messageId);
      this.#isTroubled &&= this.#isBehindWaiting(message);
      this.#change(message.messageId, { state: 'sent', failures: message.failures });
    } catch (error) {
      this.#failed(message, error);
    }
    this.#pump();
  }

  /** The last of the older messages that may not have arrived. */
  #unacknowledgedBefore(messageId: string): string | undefined {
    const place = this.#messages.findIndex((message) => message.messageId === messageId);
    const isOpen = ({ state }: OutgoingMessage) => state === 'waiting' || state === 'sending';
    return this.#messages.slice(0, place).findLast(isOpen)?.messageId;
  }

  /** Whether an older message is still to go: then a success says nothing about it. */
  #isBehindWaiting({ messageId }: OutgoingMessage): boolean {
    const place = this.#messages.findIndex((message) => message.messageId === messageId);
    return this.#messages.slice(0, place).some(({ state }) => state === 'waiting');
  }

  #failed(message: OutgoingMessage, error: unknown): void {
    const { messageId, failures } = message;
    const known = error instanceof DeliveryError ? error : undefined;
    if (known && !known.isRetryable) {
      this.#deps.storage.remove(messageId);
      this.#change(messageId, { state: 'refused', failures, reason: known.message, fields: known.fields ?? [] });
      return;
    }
    if (this.#isClosed) {
      this.#deps.storage.remove(messageId);
      this.#deps.onLeftBehind(outgoingOf(message));
      return;
    }
    this.#isTroubled = true;
    this.#deps.storage.save(outgoingOf(message));
    this.#change(messageId, { state: 'waiting', failures: failures + 1 });
    const pause = known?.retryAfter ?? PAUSES[Math.min(failures, PAUSES.length - 1)];
    this.#stopTimer?.();
    this.#wait(pause * 1000);
  }

  #wait(milliseconds: number): void {
    this.#stopTimer = this.#deps.startTimer(milliseconds, () => {
      this.#stopTimer = undefined;
      this.#pump();
    });
  }

  #change(messageId: string, delivery: Delivery): void {
    this.#messages = this.#messages.map((message) =>
      message.messageId === messageId ? { ...outgoingOf(message), ...delivery } : message,
    );
    this.#deps.onChange();
  }
}
