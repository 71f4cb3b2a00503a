import type { MessageHandler } from '../conversation/lane/handle-message.ts';
import type { StartTimer } from '../conversation/start-timer.ts';
import type { ChangeFeed } from '../ports/change-feed.ts';
import type { ChannelStore } from '../ports/channel-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { ConversationIds } from './conversation-ids.ts';
import type { Mask } from './webhook/webhook-event.ts';

/** What people did at another desk; the engine decides what follows from it. */
export interface ChannelDesk {
  /** A person acts there: the conversation is theirs, and the bot falls silent. Our own lines that come back change nothing. */
  takeOver(
    conversationId: string,
    takeover: {
      readonly agentId: string;
      readonly agentName?: string;
      readonly text?: string;
      readonly messageId?: string;
      readonly echoOf?: string;
    },
  ): Promise<unknown>;
  /** The other desk is done. Nothing happens when nobody has the conversation. */
  giveBack(
    conversationId: string,
    options?: { readonly agentId?: string; readonly done?: 'returned' | 'resolved' },
  ): Promise<unknown>;
}

/** What channels that live elsewhere need. */
export interface ChannelDeps {
  readonly messages: Pick<MessageHandler, 'handle'>;
  readonly desk: ChannelDesk;
  readonly store: Pick<ConversationStore, 'load'>;
  readonly feed: ChangeFeed;
  readonly outbox: Outbox;
  readonly channels: ChannelStore;
  readonly ids: ConversationIds;
  readonly clock: Clock;
  readonly startTimer: StartTimer;
  /** Put over texts that go to other services about a customer, not to the customer. */
  readonly mask: Mask;
  /** 0 up to 1, exclusive. */
  readonly random: () => number;
  /** Whether the front desk can answer; false while models and knowledge are being loaded. */
  readonly isReady: () => boolean;
  /** Tells the courier that there is something to do. */
  readonly wake: () => void;
}
