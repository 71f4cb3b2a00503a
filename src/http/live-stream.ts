import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import { EVENT_STREAM } from './event-stream.ts';

/** One event as it goes over the wire. Without data it only says how far the reader has come. */
export interface LiveEvent {
  readonly event?: string;
  readonly data?: unknown;
  readonly id?: number;
}

/** Unsent bytes from which a reader counts as too slow; it reconnects and goes on where it was. */
const MOST_UNSENT = 512 * 1024;
/** A reader that takes nothing for so long while it catches up is given up. */
const STALLED_MS = 30_000;

/** One open `text/event-stream`. */
export class LiveStream {
  readonly #response: ServerResponse;
  readonly #onClose: (() => void)[] = [];
  #closed = false;

  /** Answers with the head of a stream; the headers set so far go with it. */
  constructor(reply: FastifyReply, retryMs: number) {
    reply.hijack();
    this.#response = reply.raw;
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) this.#response.setHeader(name, value as string);
    }
    // Proxies would otherwise hold the events back.
    this.#response.writeHead(200, {
      'content-type': `${EVENT_STREAM}; charset=utf-8`,
      'cache-control': 'no-store',
      connection: 'close',
      'x-accel-buffering': 'no',
    });
    this.#response.on('close', () => this.#end());
    this.#response.on('error', () => this.#end());
    this.#response.write(`retry: ${retryMs}\n\n`);
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Called once when the stream has ended, for whatever reason. */
  onClose(callback: () => void): void {
    if (this.#closed) callback();
    else this.#onClose.push(callback);
  }

  /** Sends without waiting; a reader that does not keep up is cut off rather than waited for. */
  send(event: LiveEvent): void {
    if (this.#closed || this.#response.writableEnded) return;
    this.#response.write(frame(event));
    if (this.#response.writableLength > MOST_UNSENT) this.#response.destroy();
  }

  /** Sends at the reader's pace; for all that was missed. */
  async catchUp(events: Iterable<LiveEvent>): Promise<void> {
    for (const event of events) {
      if (this.#closed) return;
      if (!this.#response.write(frame(event))) await this.#drained();
    }
  }

  /** A sign of life. */
  beat(): void {
    if (!this.#closed && !this.#response.writableEnded) this.#response.write(':\n\n');
  }

  /** Ends it in good order: the reader comes back. */
  close(): void {
    if (!this.#closed) this.#response.end();
  }

  #drained(): Promise<void> {
    return new Promise((resolve) => {
      const stalled = setTimeout(() => this.#response.destroy(), STALLED_MS);
      const go = () => {
        clearTimeout(stalled);
        this.#response.off('drain', go);
        resolve();
      };
      this.#response.once('drain', go);
      this.onClose(go);
    });
  }

  #end(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const callback of this.#onClose) callback();
  }
}

function frame({ event, data, id }: LiveEvent): string {
  const lines = [
    ...(id === undefined ? [] : [`id: ${id}`]),
    ...(event === undefined ? [] : [`event: ${event}`]),
    ...(data === undefined ? [] : [`data: ${JSON.stringify(data)}`]),
  ];
  return `${lines.join('\n')}\n\n`;
}
