import type { Action, Citation, HandoffBrief, Priority, ReasonCode } from '../../../src/domain/decision.ts';
import type { Order } from '../../../src/domain/shop.ts';
import type { IntentScore, Language, SentimentLabel } from '../../../src/domain/understanding.ts';

/** Where a ticket stands, finer than its status. */
export type Stage = 'offered' | 'waiting' | 'claimed' | 'answered' | 'returned' | 'resolved' | 'reopened';

/** How a customer may be reached later. */
export interface Contact {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly wechat?: string;
  readonly note?: string;
}

/** A hand-off as the desk shows it. Times are epoch milliseconds. */
export interface Ticket {
  readonly id: string;
  readonly conversationId: string;
  readonly status: 'waiting' | 'claimed' | 'resolved' | 'returned';
  readonly stage?: Stage;
  readonly reason: ReasonCode;
  readonly priority: Priority;
  readonly team: string;
  readonly brief: HandoffBrief;
  readonly agentId?: string;
  readonly outcome?: string;
  readonly openedAt: number;
  readonly claimedAt?: number;
  readonly closedAt?: number;
  readonly language?: Language;
  readonly category?: string;
  readonly tier?: string;
  readonly orderValue?: number;
  readonly skills?: readonly string[];
  readonly score?: number;
  readonly offeredTo?: string;
  readonly offeredUntil?: number;
  readonly answeredAt?: number;
  readonly reopened?: number;
  readonly firstResponseDueAt?: number;
  readonly resolutionDueAt?: number;
  readonly contact?: Contact;
  readonly customerId?: string;
  readonly customerName?: string;
  readonly channel?: string;
  readonly lastCustomerAt?: number;
  readonly lastAgentAt?: number;
  readonly preview?: string;
}

/** One line of a conversation as agents see it; `position` orders the lines and names them. */
export interface Line {
  readonly position: number;
  readonly role: 'customer' | 'bot' | 'agent' | 'system';
  readonly text: string;
  readonly at: number;
  readonly messageId?: string;
  readonly agentId?: string;
  readonly agentName?: string;
  readonly action?: Action;
  readonly citations?: readonly Citation[];
  readonly intents?: readonly IntentScore[];
  readonly sentiment?: { readonly label: SentimentLabel; readonly score: number };
  /** An internal note: never shown to the customer. */
  readonly note?: boolean;
  readonly noteId?: string;
  readonly code?: string;
}

/** Everything there is to know about one conversation. */
export interface Conversation {
  readonly id: string;
  readonly status: 'bot' | 'waiting' | 'human' | 'resolved';
  readonly customer?: { readonly id?: string; readonly name?: string; readonly tier?: string };
  readonly handoffs: readonly Ticket[];
  readonly lines: readonly Line[];
  readonly orders: readonly Order[];
}

/** A colleague at the desk. */
export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly available: boolean;
  readonly teams: readonly string[];
  /** Tickets in hand. */
  readonly load: number;
}

/** A text an agent inserts by its code. */
export interface QuickReply {
  readonly code: string;
  readonly title: string;
  readonly text: string;
}

/** The desk as a whole. */
export interface Desk {
  readonly teams: readonly string[];
  readonly outcomes: readonly { readonly code: string; readonly name: string }[];
  readonly quickReplies: readonly QuickReply[];
  readonly agents: readonly Agent[];
  readonly open: boolean;
  readonly opensAt?: number | null;
}

/** An answer the knowledge has for the customer's last words. */
export interface Suggestion {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly score: number;
}

/** Who is logged in. */
export interface Me {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly teams?: readonly string[];
}
