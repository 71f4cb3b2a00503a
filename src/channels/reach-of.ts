import type { ConversationEvent } from '../domain/conversation.ts';

/** How far a request may look for lines, as indexes of events. */
export interface Reach {
  /** Where its own message stands. */
  readonly own: number;
  /** Exclusive: what stands from here on belongs to later requests. */
  readonly end: number;
}

/**
 * Which lines the request of a message may bring: those up to the customer's next words after its burst, as a line
 * about a later message must not be read before the reply to it. Undefined when it brings none: the message is not
 * stored, or a later one of its burst carries the reply, and with it all the lines.
 */
export function reachOf(events: readonly ConversationEvent[], messageId: string): Reach | undefined {
  const own = events.findIndex((event) => event.type === 'customer_wrote' && event.messageId === messageId);
  const replied = events.findIndex((event) => event.type === 'bot_replied' && event.inReplyTo.includes(messageId));
  const reply = events[replied];
  const isCarriedByOther = reply?.type === 'bot_replied' && reply.inReplyTo.at(-1) !== messageId;
  if (own < 0 || isCarriedByOther) return undefined;
  const last = Math.max(own, replied);
  const next = events.findIndex((event, index) => index > last && event.type === 'customer_wrote');
  return { own, end: next < 0 ? events.length : next };
}
