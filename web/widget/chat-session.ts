import { type ConnectionState, type LiveConnection, openLiveConnection } from '../shared/live-connection.ts';
import type { ServerSentEvent } from '../shared/read-event-stream.ts';
import { DeliveryQueue, type OutgoingMessage } from './delivery-queue.ts';
import type { Contact, Conversation, DeskClient, Rating, StatusNews } from './desk-client.ts';
import type { KeptConversation, KeptState } from './kept-state.ts';
import type { Language } from './texts.ts';
import { countUnread, type Line, mergeLines, notYetShown } from './timeline.ts';

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

/** Between two readings of the conversation while no stream brings it, in milliseconds. */
const POLL = 3000;
/** After this, an acknowledged message that the stream has not brought is read, in milliseconds. */
const STREAM_LATE = 400;
/** How long one sign that an agent types lasts, in milliseconds. */
const TYPING_LASTS = 6000;
/** Between two signs that the customer types, in milliseconds. */
const TYPING_EVERY = 3000;

/**
 * One conversation on one page. What the customer writes goes out through the delivery queue, everything that is shown
 * comes from the server, by stream or by reading, and is merged by position: nothing is lost or shown twice.
 */
export class ChatSession {
  readonly #deps: SessionDeps;
  #kept: KeptConversation;
  #queue: DeliveryQueue;
  #lines: readonly Line[] = [];
  #status: StatusNews = { status: 'bot' };
  #connection: ConnectionState['kind'] | undefined;
  /** Attempts to connect that failed in a row. */
  #losses = 0;
  /** Whether the stream has brought anything: a proxy may hold it back without closing it. */
  #hasSpoken = false;
  #live: LiveConnection | undefined;
  #isWatched = false;
  #isSeen = false;
  #stopTyping: (() => void) | undefined;
  #stopPoll: (() => void) | undefined;
  #typingToldAt = 0;
  #language: Language = 'zh';
  #isToldSoon = false;

  constructor(deps: SessionDeps) {
    this.#deps = deps;
    this.#kept = deps.kept.conversation(deps.now()) ?? this.#fresh();
    this.#queue = this.#openQueue();
  }

  get view(): SessionView {
    return {
      ...this.#status,
      lines: this.#lines,
      pending: notYetShown(this.#lines, this.#queue.messages),
      isAgentTyping: this.#stopTyping !== undefined,
      unread: this.#isSeen ? 0 : countUnread(this.#lines, this.#kept.seen),
      isLost: this.#isWatched && this.#losses > 1,
      kept: this.#kept,
    };
  }

  /** Sends what the customer wrote, in the language the window speaks. */
  write(text: string, language: Language): void {
    this.#language = language;
    this.#queue.add({ messageId: this.#deps.newId(), text, at: this.#deps.now() });
  }

  /**
   * Follows the conversation, or stops to.
   * @param isWatched whether anything new should come in
   * @param isSeen whether the customer sees it at once, so that it does not count as unread
   */
  follow(isWatched: boolean, isSeen: boolean): void {
    this.#isSeen = isSeen;
    if (isSeen) this.#markSeen();
    if (isWatched !== this.#isWatched) {
      this.#isWatched = isWatched;
      if (isWatched) this.#connect();
      else this.#disconnect();
    }
    this.#changed();
  }

  /** The network is back, or the customer does not want to wait. */
  hurry(): void {
    this.#queue.retryNow();
    this.#live?.reconnectNow();
    if (this.#isWatched && this.#kept.isBegun) void this.#read();
  }

  /** Tells the agent that the customer is typing; as often as one likes. */
  tellTyping(): void {
    const now = this.#deps.now();
    if (this.#status.status !== 'human' || now - this.#typingToldAt < TYPING_EVERY) return;
    this.#typingToldAt = now;
    // It is only a courtesy: when it does not arrive, nothing is amiss.
    this.#deps.client.tellTyping(this.#kept.id).catch(() => {});
  }

  /** @throws DeliveryError when it did not arrive. */
  async rate(rating: Rating): Promise<void> {
    await this.#deps.client.rate(this.#kept.id, rating);
    if (rating.answer === undefined) return this.#keep({ ratedAt: this.#lastPosition });
    this.#keep({ answerRatings: { ...this.#kept.answerRatings, [rating.answer]: rating.score } });
  }

  /** @throws DeliveryError when it did not arrive. */
  async leaveContact(contact: Contact): Promise<void> {
    await this.#deps.client.leaveContact(this.#kept.id, contact);
    this.#keep({ isContactLeft: true });
  }

  /** Leaves the conversation behind and starts another. */
  startAnew(): void {
    this.#disconnect();
    this.#queue.clear();
    this.#lines = [];
    this.#status = { status: 'bot' };
    this.#kept = this.#fresh();
    this.#queue = this.#openQueue();
    this.#keep({});
    if (this.#isWatched) this.#connect();
  }

  #fresh(): KeptConversation {
    return { id: this.#deps.newId(), isBegun: false, seen: 0, usedAt: this.#deps.now(), answerRatings: {} };
  }

  #openQueue(): DeliveryQueue {
    const { client, kept, startTimer } = this.#deps;
    const { id } = this.#kept;
    return new DeliveryQueue(
      {
        send: async (message, follows) =>
          this.#acknowledged(id, await client.send(id, { ...message, follows }, this.#language)),
        storage: {
          // The conversation must be found again together with what was written in it.
          save: (message) => {
            this.#keep({});
            kept.saveUnsent(id, message);
          },
          remove: (messageId) => kept.removeUnsent(id, messageId),
        },
        startTimer,
        onChange: () => this.#changed(),
      },
      kept.unsent(id),
    );
  }

  #acknowledged(conversationId: string, news: StatusNews): void {
    if (conversationId !== this.#kept.id) return;
    if (news.status !== this.#status.status) this.#status = { status: news.status };
    this.#keep({ isBegun: true });
    if (this.#isWatched && !this.#live) this.#connect();
    this.#deps.startTimer(STREAM_LATE, () => {
      if (this.#queue.messages.some(({ state, messageId }) => state === 'sent' && !this.#holds(messageId)))
        this.#read();
    });
  }

  #holds(messageId: string): boolean {
    return this.#lines.some((line) => line.messageId === messageId);
  }

  #connect(): void {
    if (!this.#kept.isBegun || this.#live) return;
    const { client, now, random, startTimer } = this.#deps;
    this.#hasSpoken = false;
    this.#live = openLiveConnection(client.eventsUrl(this.#kept.id, this.#lastPosition), {
      ...{ fetch: client.fetch, now, random, startTimer },
      onState: (state) => this.#connectionIs(state.kind),
      onEvent: (event) => this.#heard(event),
    });
    this.#poll();
  }

  #connectionIs(kind: ConnectionState['kind']): void {
    this.#connection = kind;
    if (kind === 'live') this.#losses = 0;
    if (kind === 'lost') {
      this.#losses++;
      this.#hasSpoken = false;
    }
    if (kind === 'refused') void this.#read();
    this.#changed();
  }

  #disconnect(): void {
    this.#live?.close();
    this.#live = undefined;
    this.#connection = undefined;
    this.#losses = 0;
    this.#stopPoll?.();
    this.#stopPoll = undefined;
  }

  /** As long as the stream brings nothing, the conversation is read again and again. */
  #poll(): void {
    this.#stopPoll?.();
    this.#stopPoll = this.#deps.startTimer(POLL, () => {
      if (!(this.#connection === 'live' && this.#hasSpoken)) void this.#read();
      this.#poll();
    });
  }

  async #read(): Promise<void> {
    const { id } = this.#kept;
    // The next reading, or the stream, will make up for one that fails.
    const conversation = await this.#deps.client.read(id).catch(() => null);
    if (conversation === null || id !== this.#kept.id) return;
    if (!conversation) return this.#isGone();
    this.#add(conversation.transcript);
    // The stream says more (who, how long), and what it said of the same status still holds.
    if (conversation.status !== this.#status.status) this.#setStatus(conversation);
  }

  /** The server has lost or deleted the conversation: positions begin anew with the next message. */
  #isGone(): void {
    this.#disconnect();
    this.#lines = [];
    this.#status = { status: 'bot' };
    this.#keep({ isBegun: false, seen: 0, answerRatings: {}, ratedAt: undefined });
  }

  #heard({ event, data }: ServerSentEvent): void {
    this.#hasSpoken = true;
    if (event === 'line') this.#add([JSON.parse(data) as Line]);
    else if (event === 'status') this.#setStatus(JSON.parse(data) as StatusNews);
    else if (event === 'typing') this.#agentTypes();
  }

  #add(lines: readonly Line[]): void {
    const merged = mergeLines(this.#lines, lines);
    if (merged === this.#lines) return;
    this.#lines = merged;
    if (lines.some(({ role }) => role === 'agent')) this.#agentStops();
    if (this.#isSeen) this.#markSeen();
    this.#changed();
  }

  #setStatus({ status, agent, position, expectedWait, opensAt }: StatusNews | Conversation): void {
    this.#status = { status, agent, position, expectedWait, opensAt };
    this.#changed();
  }

  #agentTypes(): void {
    this.#stopTyping?.();
    this.#stopTyping = this.#deps.startTimer(TYPING_LASTS, () => this.#agentStops());
    this.#changed();
  }

  #agentStops(): void {
    this.#stopTyping?.();
    this.#stopTyping = undefined;
    this.#changed();
  }

  get #lastPosition(): number {
    return this.#lines.at(-1)?.position ?? 0;
  }

  #markSeen(): void {
    if (this.#lastPosition > this.#kept.seen) this.#keep({ seen: this.#lastPosition });
  }

  #changed(): void {
    if (this.#isToldSoon) return;
    this.#isToldSoon = true;
    queueMicrotask(() => {
      this.#isToldSoon = false;
      this.#deps.onChange();
    });
  }

  #keep(change: Partial<KeptConversation>): void {
    this.#kept = { ...this.#kept, ...change, usedAt: this.#deps.now() };
    this.#deps.kept.keep(this.#kept);
    this.#changed();
  }
}
