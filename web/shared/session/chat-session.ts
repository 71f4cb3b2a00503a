import type { Language } from '../language.ts';
import { ConversationFeed } from './conversation-feed.ts';
import { DeliveryQueue, type OutgoingMessage } from './delivery-queue.ts';
import type { Contact, DeskClient, Rating, StatusNews } from './desk-client.ts';
import type { KeptConversation, KeptState } from './kept-state.ts';
import { countUnread, type Line, notYetShown } from './timeline.ts';

/** What is shown of the conversation at one moment. */
export interface SessionView extends StatusNews {
  readonly lines: readonly Line[];
  /** Written here and not yet among the lines. */
  readonly pending: readonly OutgoingMessage[];
  readonly isAgentTyping: boolean;
  readonly unread: number;
  /** Not at the first failure, so that a short gap is not reported. */
  readonly isLost: boolean;
  readonly kept: KeptConversation;
}

/** Whether a person has settled what the customer has neither rated nor declined to rate since. */
export function isRatingDue({ status, lines, kept }: Pick<SessionView, 'status' | 'lines' | 'kept'>): boolean {
  const settledAt = lines.findLast(({ code }) => code === 'resolved')?.position ?? 1;
  return status === 'resolved' && Math.max(kept.ratedAt ?? 0, kept.skippedAt ?? 0) < settledAt;
}

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
/** Between two signs that the customer types, in milliseconds. */
const TYPING_EVERY = 3000;

/**
 * One conversation on one page, and the same one in every tab of the browser. What the customer writes goes out through
 * the delivery queue, everything that is shown comes from the server through the feed.
 */
export class ChatSession {
  readonly #deps: SessionDeps;
  #kept: KeptConversation;
  #queue: DeliveryQueue;
  #feed: ConversationFeed;
  #isWatched = false;
  #isSeen = false;
  #typingToldAt = 0;
  #language: Language = 'zh';
  #isToldSoon = false;

  constructor(deps: SessionDeps) {
    this.#deps = deps;
    this.#kept = this.#stored() ?? this.#fresh();
    this.#feed = this.#openFeed();
    this.#queue = this.#openQueue();
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
    this.#language = language;
    // The conversation must be found again together with what was written in it.
    this.#keep({});
    this.#queue.add({ messageId: this.#deps.newId(), text, at: this.#deps.now() });
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
    const stored = this.#stored();
    if (!stored) return;
    if (stored.id !== this.#kept.id) {
      this.#goOnIn(stored);
      return;
    }
    const isNews = stored.usedAt !== this.#kept.usedAt || stored.isBegun !== this.#kept.isBegun;
    this.#kept = stored;
    if (!isNews) return;
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
    const now = this.#deps.now();
    if (this.#feed.status.status !== 'human' || now - this.#typingToldAt < TYPING_EVERY) return;
    this.#typingToldAt = now;
    // It is only a courtesy: when it does not arrive, nothing is amiss.
    this.#deps.client.tellTyping(this.#kept.id).catch(() => {});
  }

  /** @throws DeliveryError when it did not arrive. */
  async rate(rating: Rating): Promise<void> {
    const { id } = this.#kept;
    await this.#deps.client.rate(id, rating);
    if (id !== this.#kept.id) return;
    if (rating.answer === undefined) return this.#keep({ ratedAt: this.#feed.lastPosition });
    this.#keep({ answerRatings: { ...this.#kept.answerRatings, [rating.answer]: rating.score } });
  }

  /** The customer does not want to rate what has been settled so far. */
  skipRating(): void {
    this.#keep({ skippedAt: this.#feed.lastPosition });
  }

  /** @throws DeliveryError when it did not arrive. */
  async leaveContact(contact: Contact): Promise<void> {
    const { id } = this.#kept;
    await this.#deps.client.leaveContact(id, contact);
    if (id === this.#kept.id) this.#keep({ isContactLeft: true });
  }

  /** Leaves the conversation behind, in every tab, and starts another. */
  startAnew(): void {
    const fresh = this.#fresh();
    this.#deps.kept.keep(fresh);
    this.#goOnIn(fresh);
  }

  /** What waits to be sent goes along; what is on its way does so only when it fails, else it would be sent twice. */
  #goOnIn(conversation: KeptConversation): void {
    this.#feed.close();
    this.#queue.close();
    this.#deps.kept.moveUnsent(this.#kept.id, conversation.id);
    this.#kept = conversation;
    this.#feed = this.#openFeed();
    this.#queue = this.#openQueue();
    if (this.#isWatched) this.#connect();
    this.#changed();
  }

  #stored(): KeptConversation | undefined {
    return this.#deps.kept.conversation(this.#deps.now());
  }

  #fresh(): KeptConversation {
    return { id: this.#deps.newId(), isBegun: false, seen: 0, usedAt: this.#deps.now(), answerRatings: {} };
  }

  #openFeed(): ConversationFeed {
    const { client, now, random, startTimer } = this.#deps;
    return new ConversationFeed(this.#kept.id, {
      ...{ client, now, random, startTimer },
      onChange: () => this.#changed(),
      onLines: () => {
        if (this.#isSeen) this.#markSeen();
      },
      onErased: (isBegun) => {
        this.#queue.forgetSent();
        this.#keep({ isBegun, seen: 0, answerRatings: {}, ratedAt: undefined, skippedAt: undefined });
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
          const news = await client.send(id, { ...message, follows }, this.#language);
          this.#acknowledged(id, news, before);
        },
        storage: {
          save: (message, isUnderWay) => kept.saveUnsent(id, message, isUnderWay),
          remove: (messageId) => kept.removeUnsent(id, messageId),
        },
        startTimer,
        onLeftBehind: (message) => this.#queue.add(message),
        onChange: () => this.#changed(),
      },
      kept.unsent(id),
    );
  }

  #acknowledged(conversationId: string, news: StatusNews, statusChanges: number): void {
    if (conversationId !== this.#kept.id) return;
    this.#feed.acknowledged(news, statusChanges);
    this.#keep({ isBegun: true });
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
    if (lastPosition > this.#kept.seen) this.#keep({ seen: lastPosition });
  }

  #changed(): void {
    if (this.#isToldSoon) return;
    this.#isToldSoon = true;
    queueMicrotask(() => {
      this.#isToldSoon = false;
      this.#deps.onChange();
    });
  }

  /** Other tabs write there, too: what they have kept of the conversation stays, and one that has replaced it is followed. */
  #keep(change: Partial<KeptConversation>): void {
    const stored = this.#stored();
    if (stored && stored.id !== this.#kept.id) {
      this.#goOnIn(stored);
      return;
    }
    this.#kept = { ...(stored ?? this.#kept), ...change, usedAt: this.#deps.now() };
    this.#deps.kept.keep(this.#kept);
    this.#changed();
  }
}
