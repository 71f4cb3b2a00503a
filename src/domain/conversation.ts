import type { Action, Citation, HandoffDraft } from './decision.ts';
import type { Contact, ReleaseCause, SlaClock, TicketFacts } from './handoff.ts';
import type { OrderStage } from './shop.ts';
import type { Awaiting, Customer } from './turn.ts';
import type { IntentScore, Language, Sentiment } from './understanding.ts';

/** Who owns the conversation: the bot answers only in `bot`. */
export type ConversationStatus = 'bot' | 'waiting' | 'human' | 'resolved';

/** Everything that can happen to a conversation, in the past tense; state is a fold over these. `at` is epoch milliseconds. */
export type ConversationEvent =
  | {
      readonly type: 'customer_wrote';
      readonly at: number;
      readonly messageId: string;
      readonly text: string;
      readonly customer?: Customer;
      readonly channel?: string;
      readonly locale?: string;
      /** It was said elsewhere, before the conversation came here. */
      readonly imported?: boolean;
    }
  | {
      readonly type: 'bot_replied';
      readonly at: number;
      /** The burst of messages this reply answers. */
      readonly inReplyTo: readonly string[];
      readonly text: string;
      readonly reply: string;
      readonly action: Action;
      readonly language: Language;
      readonly intents: readonly IntentScore[];
      readonly sentiment: Sentiment;
      readonly citations: readonly Citation[];
      readonly awaiting?: Awaiting;
      /** Set when the reply tells of an order that was looked up. */
      readonly order?: OrderStage;
      readonly handoffId?: string;
      readonly imported?: boolean;
    }
  | {
      readonly type: 'handoff_opened';
      readonly at: number;
      readonly handoffId: string;
      readonly draft: HandoffDraft;
      /** Absent in the first release's events. */
      readonly ticket?: TicketFacts;
    }
  | {
      readonly type: 'handoff_claimed';
      readonly at: number;
      readonly handoffId: string;
      readonly agentId: string;
      /** The name the customer is told. */
      readonly agentName?: string;
    }
  | {
      readonly type: 'agent_replied';
      readonly at: number;
      readonly handoffId: string;
      readonly agentId: string;
      readonly messageId: string;
      readonly text: string;
      readonly agentName?: string;
    }
  | {
      readonly type: 'handoff_resolved';
      readonly at: number;
      readonly handoffId: string;
      readonly agentId: string;
      readonly outcome?: string;
    }
  | {
      readonly type: 'handoff_returned';
      readonly at: number;
      readonly handoffId: string;
      /** Absent when the customer, who waited, took the request back. */
      readonly agentId?: string;
    }
  | HandoffMovement
  | {
      readonly type: 'contact_left';
      readonly at: number;
      /** The ticket it belongs to; contact details may be left without one. */
      readonly handoffId?: string;
      readonly contact: Contact;
    }
  | {
      /** An agent's words to colleagues: never shown to the customer. */
      readonly type: 'note_added';
      readonly at: number;
      readonly handoffId: string;
      readonly agentId: string;
      readonly noteId: string;
      readonly text: string;
      readonly agentName?: string;
    }
  | {
      /** A line to the customer that neither bot nor agent says, such as when the desk opens. */
      readonly type: 'system_said';
      readonly at: number;
      readonly text: string;
      readonly code: SystemCode;
    }
  | {
      readonly type: 'feedback_given';
      readonly at: number;
      readonly score: number;
      /** Position of the one answer that is rated; the whole conversation is when absent. */
      readonly answer?: number;
      readonly resolved?: boolean;
      readonly comment?: string;
    };

/** What moves a ticket besides claiming and closing it. */
export type HandoffMovement =
  | {
      readonly type: 'handoff_offered';
      readonly at: number;
      readonly handoffId: string;
      readonly agentId: string;
      readonly until: number;
    }
  | {
      /** Back in the queue; without a claim, the end of an offer. */
      readonly type: 'handoff_released';
      readonly at: number;
      readonly handoffId: string;
      readonly agentId: string;
      readonly cause: ReleaseCause;
    }
  | {
      /** Back in the queue for another team, or offered to one colleague until `until`. */
      readonly type: 'handoff_transferred';
      readonly at: number;
      readonly handoffId: string;
      /** Who transferred it. */
      readonly agentId: string;
      readonly team?: string;
      readonly toAgentId?: string;
      readonly until?: number;
      readonly note?: string;
    }
  | {
      readonly type: 'handoff_reopened';
      readonly at: number;
      readonly handoffId: string;
      readonly cause: 'customer' | 'agent';
      readonly agentId?: string;
      /** Why a person is called this time. */
      readonly draft?: HandoffDraft;
      readonly ticket?: TicketFacts;
    }
  | {
      /** What was found out after opening changes the place in the queue. */
      readonly type: 'handoff_rated';
      readonly at: number;
      readonly handoffId: string;
      readonly score: number;
      readonly orderValue?: number;
      readonly category?: string;
    }
  | {
      /** A promised time has passed. */
      readonly type: 'handoff_breached';
      readonly at: number;
      readonly handoffId: string;
      readonly clock: SlaClock;
      readonly score: number;
    };

/** What a system line says, for pages that show it in their own way. */
export const SYSTEM_CODES = [
  'called',
  'closed',
  'nobody_online',
  'waiting',
  'joined',
  'released',
  'transferred',
  'returned',
  'resolved',
  'reopened',
  'contact_kept',
] as const;
/** One of `SYSTEM_CODES`. */
export type SystemCode = (typeof SYSTEM_CODES)[number];

/** One past exchange, as far as later turns need it. */
export interface PastTurn {
  readonly text: string;
  readonly reply: string;
  readonly action: Action;
  readonly intents: readonly IntentScore[];
  readonly sentiment: Sentiment;
  readonly citations: readonly Citation[];
  /** Where the order stood that the reply told of; absent when none was looked up, and in the first releases' events. */
  readonly order?: OrderStage;
  readonly at: number;
}

/** What the engine remembers of a conversation. Built by `foldConversation`, never mutated. */
export interface ConversationState {
  readonly id: string;
  readonly status: ConversationStatus;
  /** Number of events folded in; the store uses it for optimistic concurrency. */
  readonly version: number;
  readonly language?: Language;
  readonly customer?: Customer;
  readonly channel?: string;
  /** Oldest first. Cleared of failures when a person returns the conversation. */
  readonly turns: readonly PastTurn[];
  readonly awaiting?: Awaiting;
  /** Consecutive turns up to now in which the bot could not help (clarify or refuse). */
  readonly failures: number;
  readonly openHandoffId?: string;
  /** The hand-off that was closed last; a customer who needs a person again soon comes back to it. */
  readonly closedHandoff?: { readonly id: string; readonly agentId?: string; readonly at: number };
  /** Who holds the open hand-off. */
  readonly agent?: { readonly id: string; readonly name?: string };
  /** Every line said, for the brief. */
  readonly transcript: readonly { readonly role: 'customer' | 'bot' | 'agent'; readonly text: string }[];
}

/** Beside the events that make them. */
export type { Handoff, HandoffStatus } from './handoff.ts';
