import type { Language } from '../language.ts';

/** A message as it goes to the server. */
export interface Outgoing {
  readonly messageId: string;
  readonly text: string;
  /** When it was written, epoch milliseconds. */
  readonly at: number;
  /** The language the window spoke when it was written; what former releases kept has none. */
  readonly language?: Language;
}

/** The message alone, without where it stands. */
export function outgoingOf({ messageId, text, at, language }: Outgoing): Outgoing {
  return { messageId, text, at, language };
}

/**
 * Where a message stands: `sent` is acknowledged, `refused` will never be accepted, for the reason given, which lies in the
 * fields that are named.
 */
export type Delivery =
  | { readonly state: 'waiting' | 'sending' | 'sent'; readonly failures: number }
  | {
      readonly state: 'refused';
      readonly failures: number;
      /** In English, as the server puts it; may be empty. */
      readonly reason: string;
      readonly fields: readonly string[];
    };

/** A message with where it stands. */
export type OutgoingMessage = Outgoing & Delivery;
