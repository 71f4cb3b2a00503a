import type { Action, Citation, HandoffDraft, Priority, ReasonCode, Team } from './decision.ts';
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
      readonly handoffId?: string;
    }
  | { readonly type: 'handoff_opened'; readonly at: number; readonly handoffId: string; readonly draft: HandoffDraft }
  | { readonly type: 'handoff_claimed'; readonly at: number; readonly handoffId: string; readonly agentId: string }
  | {
      readonly type: 'agent_replied';
      readonly at: number;
      readonly handoffId: string;
      readonly agentId: string;
      readonly messageId: string;
      readonly text: string;
    }
  | {
      readonly type: 'handoff_resolved';
      readonly at: number;
      readonly handoffId: string;
      readonly agentId: string;
      readonly outcome?: string;
    }
  | { readonly type: 'handoff_returned'; readonly at: number; readonly handoffId: string; readonly agentId: string }
  | {
      readonly type: 'feedback_given';
      readonly at: number;
      readonly score: number;
      readonly resolved?: boolean;
      readonly comment?: string;
    };

/** One past exchange, as far as later turns need it. */
export interface PastTurn {
  readonly text: string;
  readonly reply: string;
  readonly action: Action;
  readonly intents: readonly IntentScore[];
  readonly sentiment: Sentiment;
  readonly citations: readonly Citation[];
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
  /** Every line said, for the brief. */
  readonly transcript: readonly { readonly role: 'customer' | 'bot' | 'agent'; readonly text: string }[];
}

export type HandoffStatus = 'waiting' | 'claimed' | 'resolved' | 'returned';

/** A stored hand-off: what an agent's queue shows. Times are epoch milliseconds. */
export interface Handoff {
  readonly id: string;
  readonly conversationId: string;
  readonly status: HandoffStatus;
  readonly reason: ReasonCode;
  readonly priority: Priority;
  readonly team: Team;
  readonly brief: HandoffDraft['brief'];
  readonly agentId?: string;
  readonly outcome?: string;
  readonly openedAt: number;
  readonly claimedAt?: number;
  readonly closedAt?: number;
}
