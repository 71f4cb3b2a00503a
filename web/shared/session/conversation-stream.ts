import { type ConnectionState, type LiveConnection, openLiveConnection } from '../live-connection.ts';
import type { ServerSentEvent } from '../read-event-stream.ts';

/** What following a conversation's stream needs from the browser, and whom it tells. */
export interface StreamDeps {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly random: () => number;
  /** Calls back after so many milliseconds; returns how to call that off. */
  readonly startTimer: (milliseconds: number, run: () => void) => () => void;
  readonly onEvent: (event: ServerSentEvent) => void;
  /** The stream brings nothing: the conversation should be read. */
  readonly onSilent: () => void;
  readonly onChange: () => void;
}

/** Between two readings of the conversation while no stream brings it, in milliseconds. */
const POLL = 3000;

/** A conversation's event stream, beside which the conversation is read again and again for as long as it brings nothing. */
export class ConversationStream {
  readonly #deps: StreamDeps;
  #live: LiveConnection | undefined;
  #connection: ConnectionState['kind'] | undefined;
  /** Attempts to connect that failed in a row. */
  #losses = 0;
  /** Whether the stream has brought anything: a proxy may hold it back without closing it. */
  #hasSpoken = false;
  #stopPoll: (() => void) | undefined;

  constructor(deps: StreamDeps) {
    this.#deps = deps;
  }

  /** Not at the first failure, so that a short gap is not reported. */
  get isLost(): boolean {
    return this.#losses > 1;
  }

  /** Once connected, it stays so until `disconnect`. */
  connect(url: string): void {
    if (this.#live) return;
    const { onEvent, ...deps } = this.#deps;
    this.#hasSpoken = false;
    this.#live = openLiveConnection(url, {
      ...deps,
      onState: ({ kind }) => this.#connectionIs(kind),
      onEvent: (event) => {
        this.#hasSpoken = true;
        onEvent(event);
      },
    });
    this.#poll();
  }

  disconnect(): void {
    this.#live?.close();
    this.#live = undefined;
    this.#connection = undefined;
    this.#losses = 0;
    this.#stopPoll?.();
    this.#stopPoll = undefined;
  }

  reconnectNow(): void {
    this.#live?.reconnectNow();
  }

  #connectionIs(kind: ConnectionState['kind']): void {
    this.#connection = kind;
    if (kind === 'live') this.#losses = 0;
    if (kind === 'lost') {
      this.#losses++;
      this.#hasSpoken = false;
    }
    if (kind === 'refused') this.#deps.onSilent();
    this.#deps.onChange();
  }

  #poll(): void {
    this.#stopPoll?.();
    this.#stopPoll = this.#deps.startTimer(POLL, () => {
      if (!(this.#connection === 'live' && this.#hasSpoken)) this.#deps.onSilent();
      this.#poll();
    });
  }
}
