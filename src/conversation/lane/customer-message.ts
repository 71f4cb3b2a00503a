import type { ConversationEvent } from '../../domain/conversation.ts';
import type { Customer, TurnInput } from '../../domain/turn.ts';

/** One message as a channel delivers it; delivered twice, it carries the same `messageId`. */
export interface CustomerMessage {
  /** Unique within the conversation, chosen by the sender. */
  readonly messageId: string;
  readonly text: string;
  /** The sender's message before this one, while that is not acknowledged: it must be stored first. */
  readonly follows?: string;
  readonly customer?: Customer;
  readonly channel?: string;
  /** BCP 47 tag. */
  readonly locale?: string;
  /** People answer at another desk, which has a queue of its own: whoever waits there cannot take that back here. */
  readonly queuedElsewhere?: boolean;
}

/** A message with the time it came in, epoch milliseconds. */
export interface ReceivedMessage extends CustomerMessage {
  readonly receivedAt: number;
}

/** The event that keeps the message. */
export function customerWrote(message: ReceivedMessage): ConversationEvent {
  const { messageId, text, customer, channel, locale, receivedAt } = message;
  return { type: 'customer_wrote', at: receivedAt, messageId, text, customer, channel, locale };
}

/** One turn out of the messages of a burst, at least one: later details about the customer add to earlier ones. */
export function burstTurn(burst: readonly CustomerMessage[], now: number): TurnInput {
  const customers = burst.flatMap((message) => message.customer ?? []);
  return {
    texts: burst.map((message) => message.text),
    customer: customers.length > 0 ? Object.assign({}, ...customers) : undefined,
    locale: burst.findLast((message) => message.locale)?.locale,
    now,
  };
}

/** All that was written in a burst, a message a line. */
export function burstText(burst: readonly CustomerMessage[]): string {
  return burst.map((message) => message.text).join('\n');
}

/** Whether a person who is called is waited for in our own queue. */
export function isQueuedHere(burst: readonly CustomerMessage[]): boolean {
  return !burst.some(({ queuedElsewhere }) => queuedElsewhere);
}
