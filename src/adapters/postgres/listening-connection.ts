import { setTimeout as pause } from 'node:timers/promises';
import { Client, type ClientConfig, escapeIdentifier } from 'pg';

/** What to listen to, and what to do with it. */
export interface ListeningOptions {
  readonly connection: () => ClientConfig;
  /** SQL expression of the channel's name. */
  readonly channel: string;
  /** Something was announced, or may have been while nobody listened; then the payload is empty. */
  readonly heard: (payload: string) => void;
  /** The connection was lost or could not be opened; it will be tried again. */
  readonly lost: (error: unknown) => void;
  /** How often the connection must answer, in milliseconds; 5000 when absent. */
  readonly heartbeatMs?: number;
}

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5_000;

/**
 * One connection that listens on a channel and opens itself anew, as long as it takes, whenever it is lost. As
 * announcements are missed meanwhile, `heard` is called each time it listens again. It is called with every heartbeat
 * too: so nothing is missed for good behind a pooler that does not pass announcements on.
 */
export class ListeningConnection {
  readonly #options: ListeningOptions;
  readonly #closing = new AbortController();
  readonly #running: Promise<void>;
  #retryMs = FIRST_RETRY_MS;

  constructor(options: ListeningOptions) {
    this.#options = options;
    this.#running = this.#run();
  }

  /** Ends the connection; nothing is heard any more. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      try {
        await this.#listen();
      } catch (error) {
        if (!this.#closing.signal.aborted) this.#options.lost(error);
      }
      await this.#rest(this.#retryMs);
      this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS);
    }
  }

  /** Settles when the connection is gone. */
  async #listen(): Promise<void> {
    const client = new Client(this.#options.connection());
    // Without a listener the loss of a connection would end the process. The query that finds out reports it.
    const lost = new AbortController();
    client.on('error', () => lost.abort());
    client.on('notification', ({ payload }) => this.#options.heard(payload ?? ''));
    try {
      await client.connect();
      const { rows } = await client.query<{ channel: string }>(`SELECT ${this.#options.channel} AS channel`);
      await client.query(`LISTEN ${escapeIdentifier(rows[0].channel)}`);
      this.#retryMs = FIRST_RETRY_MS;
      await this.#beat(client, lost.signal);
    } finally {
      await client.end();
    }
  }

  async #beat(client: Client, lost: AbortSignal): Promise<void> {
    while (!this.#closing.signal.aborted) {
      await client.query('SELECT 1');
      this.#options.heard('');
      await this.#rest(this.#options.heartbeatMs ?? 5_000, lost);
    }
  }

  /** Waits, unless there is a reason to go on at once. */
  async #rest(ms: number, lost?: AbortSignal): Promise<void> {
    const signal = lost ? AbortSignal.any([this.#closing.signal, lost]) : this.#closing.signal;
    // The only way to fail is to be cut short.
    await pause(ms, undefined, { signal, ref: false }).catch(() => {});
  }
}
