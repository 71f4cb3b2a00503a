import { setTimeout as pause } from 'node:timers/promises';
import { eventStreamReader, type ServerSentEvent } from '../../web/shared/read-event-stream.ts';
import type { FlakyNetwork } from './flaky-network.ts';

/** How a view is followed. */
export interface LiveViewOptions {
  readonly network: FlakyNetwork;
  readonly path: string;
  readonly from: string;
  readonly onEvent: (event: ServerSentEvent) => void;
  /** A connection is cut at a random moment within so many milliseconds; never when undefined is returned. */
  readonly cutWithinMs: () => number | undefined;
}

/** An event stream that is cut again and again and goes on behind the last event it has got, as a browser would. */
export class LiveView {
  connections = 0;
  readonly #options: LiveViewOptions;
  readonly #ended = new AbortController();
  readonly #running: Promise<void>;
  #lastId: string | undefined;

  constructor(options: LiveViewOptions) {
    this.#options = options;
    this.#running = this.#follow();
  }

  async close(): Promise<void> {
    this.#ended.abort();
    await this.#running;
  }

  async #follow(): Promise<void> {
    while (!this.#ended.signal.aborted) {
      // A server that is away, or that cuts the stream: both mean to try again.
      await this.#read().catch(() => {});
      await pause(50 + Math.random() * 250);
    }
  }

  async #read(): Promise<void> {
    const { network, path, from, onEvent, cutWithinMs } = this.#options;
    const resume: Record<string, string> = this.#lastId === undefined ? {} : { 'last-event-id': this.#lastId };
    const response = await network.open(path, { accept: 'text/event-stream', ...resume }, from);
    this.connections++;
    const within = cutWithinMs();
    const cut = within === undefined ? undefined : setTimeout(() => response.destroy(), Math.random() * within);
    const end = () => response.destroy();
    this.#ended.signal.addEventListener('abort', end);
    if (this.#ended.signal.aborted) end();
    const reader = eventStreamReader();
    try {
      response.setEncoding('utf8');
      for await (const piece of response) {
        for (const event of reader.read(piece as string)) onEvent(event);
        this.#lastId = reader.lastId() ?? this.#lastId;
      }
    } finally {
      clearTimeout(cut);
      this.#ended.signal.removeEventListener('abort', end);
    }
  }
}
