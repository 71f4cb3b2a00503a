import type { Language } from '../language.ts';
import { ConversationFeed } from './conversation-feed.ts';
import { DeliveryQueue } from './delivery-queue.ts';
import type { DeskClient, StatusNews } from './desk-client.ts';
import type { KeptConversation, KeptState } from './kept-state.ts';
import { onceInAGo } from './once-in-a-go.ts';
import type { OutgoingMessage } from './outgoing-message.ts';
import { ServiceFeedback } from './service-feedback.ts';
import type { SessionView } from './session-view.ts';
import { SharedConversation } from './shared-conversation.ts';
import { countUnread, notYetShown } from './timeline.ts';
import { TypingNotice } from './typing-notice.ts';

/** What the session needs from the browser. */
export interface SessionDeps {
  readonly client: DeskClient;
  readonly kept: KeptState;
  readonly now: () => number;
  readonly newId: () => string;
  readonly random: () => number;
  /** Calls back after so many milliseconds; returns how to call that off. */
  readonly startTimer: (milliseconds: number, run: () => void) => () => void;
  /** Called once for everything that changed in one go, never during a call of the session. */
  readonly onChange: () => void;
}

/** After this, an acknowledged message that the stream has not brought is read, in milliseconds. */
const STREAM_LATE = 400;

/**
 * One conversation on one page, and the same one in every tab of the browser. What the customer writes goes out through
 * the delivery queue, everything that is shown comes from the server through the feed.
 */
export class ChatSession {
  /** What the customer says of the service. */
  readonly feedback: ServiceFeedback;
  readonly #deps: SessionDeps;
  readonly #conversation: SharedConversation;
  readonly #typing: TypingNotice;
  readonly #changed: () => void;
  #queue: DeliveryQueue;
  #feed: ConversationFeed;
  #isWatched = false;
  #isSeen = false;

  constructor(deps: SessionDeps) {
    this.#deps = deps;
    this.#changed = onceInAGo(deps.onChange);
    this.#typing = new TypingNotice(deps.now);
    this.#conversation = new SharedConversation({
      ...deps,
      onReplaced: (before) => this.#goOn(before),
      onChange: this.#changed,
    });
    this.#feed = this.#openFeed();
    this.#queue = this.#openQueue();
    this.feedback = new ServiceFeedback(deps.client, this.#conversation, () => this.#feed.lastPosition);
  }

  get #kept(): KeptConversation {
    return this.#conversation.current;
  }

  get view(): SessionView {
    return {
      ...this.#feed.status,
      lines: this.#feed.lines,
      pending: notYetShown(this.#feed.lines, this.#queue.messages),
      isAgentTyping: this.#feed.isAgentTyping,
      unread: this.#isSeen ? 0 : countUnread(this.#feed.lines, this.#kept.seen),
      isLost: this.#isWatched && this.#feed.isLost,
      kept: this.#kept,
    };
  }

  /** Sends what the customer wrote, in the language the window speaks. */
  write(text: string, language: Language): void {
    // The conversation must be found again together with what was written in it.
    this.#conversation.keep({});
    this.#queue.add({ messageId: this.#deps.newId(), text, at: this.#deps.now(), language });
  }

  /**
   * Follows the conversation, or stops to.
   * @param isWatched whether anything new should come in
   * @param isSeen whether the customer sees it at once, so that it does not count as unread
   */
  follow(isWatched: boolean, isSeen: boolean): void {
    // A page that slept in the background heard nothing of what other tabs did.
    this.takeKept();
    this.#isSeen = isSeen;
    if (isSeen) this.#markSeen();
    if (isWatched !== this.#isWatched) {
      this.#isWatched = isWatched;
      if (isWatched) this.#connect();
      else this.#feed.disconnect();
    }
    this.#changed();
  }

  /** Takes over what another tab has kept: where a new chat was begun there, this page goes on in that one. */
  takeKept(): void {
    if (!this.#conversation.takeKept()) return;
    if (this.#isWatched) this.#connect();
    this.#changed();
  }

  /** The network is back, or the customer does not want to wait. */
  hurry(): void {
    this.#queue.retryNow();
    this.#feed.reconnectNow();
    if (this.#isWatched && this.#kept.isBegun) void this.#feed.read();
  }

  /** Tells the agent that the customer is typing; as often as one likes. */
  tellTyping(): void {
    if (this.#feed.status.status === 'human') this.#typing.give(() => this.#deps.client.tellTyping(this.#kept.id));
  }

  /** Leaves the conversation behind, in every tab, and starts another. */
  startAnew(): void {
    this.#conversation.startAnew();
  }

  /** Goes on with a conversation that the server has already; not once one has been begun here. */
  goOnWith(id: string): void {
    this.takeKept();
    if (!this.#kept.isBegun && this.#queue.messages.length === 0) this.#conversation.goOnWith(id);
  }

  /** What waits to be sent goes along; what is on its way does so only when it fails, else it would be sent twice. */
  #goOn(before: string): void {
    this.#feed.close();
    this.#queue.close();
    this.#deps.kept.moveUnsent(before, this.#kept.id);
    this.#feed = this.#openFeed();
    this.#queue = this.#openQueue();
    if (this.#isWatched) this.#connect();
    this.#changed();
  }

  #openFeed(): ConversationFeed {
    const { client, now, random, startTimer } = this.#deps;
    return new ConversationFeed(this.#kept.id, {
      ...{ client, now, random, startTimer },
      onChange: this.#changed,
      onLines: () => {
        // It was erased, and what was on its way has begun it anew.
        if (!this.#kept.isBegun) this.#conversation.keep({ isBegun: true });
        if (this.#isSeen) this.#markSeen();
      },
      onErased: (isBegun) => {
        this.#queue.forgetSent();
        this.#conversation.forget(isBegun);
      },
    });
  }

  #openQueue(): DeliveryQueue {
    const { client, kept, startTimer } = this.#deps;
    const { id } = this.#kept;
    return new DeliveryQueue(
      {
        send: async (message, follows) => {
          const before = this.#feed.statusChanges;
          const news = await client.send(id, { ...message, follows }, message.language ?? 'zh');
          this.#acknowledged(id, news, before);
        },
        storage: {
          save: (message, isUnderWay) => kept.saveUnsent(id, message, isUnderWay),
          remove: (messageId) => kept.removeUnsent(id, messageId),
        },
        startTimer,
        onLeftBehind: (message) => this.#queue.add(message),
        onChange: this.#changed,
      },
      kept.unsent(id),
    );
  }

  #acknowledged(conversationId: string, news: StatusNews, statusChanges: number): void {
    if (conversationId !== this.#kept.id) return;
    this.#feed.acknowledged(news, statusChanges);
    this.#conversation.keep({ isBegun: true });
    if (this.#isWatched) this.#connect();
    const feed = this.#feed;
    this.#deps.startTimer(STREAM_LATE, () => {
      const isMissing = ({ state, messageId }: OutgoingMessage) => state === 'sent' && !feed.holds(messageId);
      if (feed === this.#feed && this.#queue.messages.some(isMissing)) void feed.read();
    });
  }

  #connect(): void {
    if (this.#kept.isBegun) this.#feed.connect();
  }

  #markSeen(): void {
    const { lastPosition } = this.#feed;
    if (lastPosition > this.#kept.seen) this.#conversation.keep({ seen: lastPosition });
  }
}
