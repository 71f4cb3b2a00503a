import type { z } from 'zod';
import type {
  deskAgent,
  deskAnswer,
  deskConversationAnswer,
  deskLineAnswer,
  orderAnswer,
  suggestionsAnswer,
} from '../../../src/http/desk-contract.ts';
import type { handoffAnswer } from '../../../src/http/handoff-contract.ts';

/** A hand-off as the desk shows it. Times are epoch milliseconds. */
export type Ticket = Readonly<z.output<typeof handoffAnswer>>;

/** One line of a conversation as agents see it; `position` orders the lines and names them. */
export type Line = Readonly<z.output<typeof deskLineAnswer>>;

/** Everything there is to know about one conversation. */
export type Conversation = Readonly<Omit<z.output<typeof deskConversationAnswer>, 'lines'>> & {
  readonly lines: readonly Line[];
};

/** The desk as a whole. */
export type Desk = Readonly<z.output<typeof deskAnswer>>;

/** A colleague at the desk. */
export type Agent = z.output<typeof deskAgent>;

/** An order of the customer. */
export type Order = z.output<typeof orderAnswer>;

/** An answer the knowledge has for the customer's last words. */
export type Suggestion = z.output<typeof suggestionsAnswer>['suggestions'][number];

/** A text an agent inserts by its code, in the language of the conversation. */
export interface QuickReply {
  readonly code: string;
  readonly title: string;
  readonly text: string;
}

/** Who is logged in. */
export interface Me {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly teams?: readonly string[];
}
