import type { ServerSentEvent } from '../read-event-stream.ts';
import { ConversationStream } from './conversation-stream.ts';
import type { Conversation, DeskClient, StatusNews } from './desk-client.ts';
import { beginsAnew, type Line, mergeLines } from './timeline.ts';

/** What following a conversation needs. */
export interface FeedDeps {
  readonly client: DeskClient;
  readonly now: () => number;
  readonly random: () => number;
  /** Calls back after so many milliseconds; returns how to call that off. */
  readonly startTimer: (milliseconds: number, run: () => void) => () => void;
  readonly onChange: () => void;
  /** Called when lines were added, before `onChange`. */
  readonly onLines: () => void;
  /**
   * The server has lost or deleted the conversation: positions begin anew.
   * @param isBegun whether more was written since, else they do so with the next message
   */
  readonly onErased: (isBegun: boolean) => void;
}

/** How long one sign that an agent types lasts, in milliseconds. */
const TYPING_LASTS = 6000;

/**
 * What the server says of one conversation, by stream or by reading, merged by position: nothing is lost or shown twice.
 * Once closed it stays as it is, whatever still comes in.
 */
export class ConversationFeed {
  readonly #id: string;
  readonly #deps: FeedDeps;
  readonly #stream: ConversationStream;
  #lines: readonly Line[] = [];
  #status: StatusNews = { status: 'bot' };
  #statusChanges = 0;
  #acknowledgements = 0;
  #erasures = 0;
  #stopTyping: (() => void) | undefined;
  #isClosed = false;

  constructor(id: string, deps: FeedDeps) {
    this.#id = id;
    this.#deps = deps;
    const { client, now, random, startTimer, onChange } = deps;
    this.#stream = new ConversationStream({
      ...{ fetch: client.fetch, now, random, startTimer, onChange },
      onEvent: (event) => this.#heard(event),
      onSilent: () => void this.read(),
    });
  }

  get lines(): readonly Line[] {
    return this.#lines;
  }

  get status(): StatusNews {
    return this.#status;
  }

  get isAgentTyping(): boolean {
    return this.#stopTyping !== undefined;
  }

  /** Not at the first failure, so that a short gap is not reported. */
  get isLost(): boolean {
    return this.#stream.isLost;
  }

  get lastPosition(): number {
    return this.#lines.at(-1)?.position ?? 0;
  }

  holds(messageId: string): boolean {
    return this.#lines.some((line) => line.messageId === messageId);
  }

  /** How often the status was heard of: an answer that was overtaken by one of these says nothing new. */
  get statusChanges(): number {
    return this.#statusChanges;
  }

  /**
   * A message has arrived.
   * @param news where the conversation stood then
   * @param statusChanges as they were when the message left
   */
  acknowledged({ status }: StatusNews, statusChanges: number): void {
    this.#acknowledgements++;
    if (statusChanges === this.#statusChanges && status !== this.#status.status) this.#setStatus({ status });
  }

  connect(): void {
    if (!this.#isClosed) this.#stream.connect(this.#deps.client.eventsUrl(this.#id, this.lastPosition));
  }

  disconnect(): void {
    this.#stream.disconnect();
  }

  close(): void {
    this.disconnect();
    this.#isClosed = true;
    this.#stopTyping?.();
    this.#stopTyping = undefined;
  }

  reconnectNow(): void {
    this.#stream.reconnectNow();
  }

  async read(): Promise<void> {
    const [statusChanges, acknowledgements, erasures] = [this.#statusChanges, this.#acknowledgements, this.#erasures];
    // The next reading, or the stream, will make up for one that fails.
    const conversation = await this.#deps.client.read(this.#id).catch(() => null);
    // What was read before it was erased must not come back.
    if (conversation === null || this.#isClosed || erasures !== this.#erasures) return;
    if (!conversation) {
      // What arrived meanwhile has begun it.
      if (acknowledgements === this.#acknowledgements) this.#isGone();
      return;
    }
    this.#add(conversation.transcript);
    // The stream says more (who, how long), and what it said of the same status still holds.
    if (statusChanges === this.#statusChanges && conversation.status !== this.#status.status) {
      this.#setStatus(conversation);
    }
  }

  #isGone(): void {
    this.disconnect();
    this.#forget();
  }

  #forget(): void {
    this.#erasures++;
    this.#lines = [];
    this.#status = { status: 'bot' };
    this.#agentStops();
    this.#deps.onErased(false);
  }

  #heard({ event, data }: ServerSentEvent): void {
    if (event === 'line') this.#add([JSON.parse(data) as Line]);
    else if (event === 'status') this.#setStatus(JSON.parse(data) as StatusNews);
    else if (event === 'typing') this.#agentTypes();
    else if (event === 'erased') this.#forget();
  }

  #add(lines: readonly Line[]): void {
    if (beginsAnew(this.#lines, lines)) {
      this.#lines = [];
      this.#deps.onErased(true);
    }
    const merged = mergeLines(this.#lines, lines);
    if (merged === this.#lines) return;
    this.#lines = merged;
    this.#deps.onLines();
    if (lines.some(({ role }) => role === 'agent')) this.#agentStops();
    this.#deps.onChange();
  }

  #setStatus(news: StatusNews | Conversation): void {
    const { status, agent, position, expectedWait, opensAt, timeZone, nobodyThere } = news;
    this.#statusChanges++;
    this.#status = { status, agent, position, expectedWait, opensAt, timeZone, nobodyThere };
    this.#deps.onChange();
  }

  #agentTypes(): void {
    this.#stopTyping?.();
    this.#stopTyping = this.#deps.startTimer(TYPING_LASTS, () => this.#agentStops());
    this.#deps.onChange();
  }

  #agentStops(): void {
    this.#stopTyping?.();
    this.#stopTyping = undefined;
    this.#deps.onChange();
  }
}
