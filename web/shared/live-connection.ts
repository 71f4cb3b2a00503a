import { eventStreamReader, type ServerSentEvent } from './read-event-stream.ts';
import { reconnectDelay } from './reconnect-delay.ts';

/** Where the connection stands; `retryAt` is epoch milliseconds. */
export type ConnectionState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'lost'; readonly retryAt: number }
  | { readonly kind: 'refused'; readonly status: number };

/** What a live connection needs from the browser, and whom it tells. */
export interface LiveConnectionDeps {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly random: () => number;
  /** Calls back after so many milliseconds; returns how to call that off. */
  readonly startTimer: (milliseconds: number, run: () => void) => () => void;
  readonly onState: (state: ConnectionState) => void;
  readonly onEvent: (event: ServerSentEvent) => void;
}

/** How to end it, or not to wait for the next attempt. */
export interface LiveConnection {
  readonly reconnectNow: () => void;
  /** Ends it until `reconnectNow`: the page is left and may be shown again. */
  readonly pause: () => void;
  readonly close: () => void;
}

/** The server sends a comment every 15 s; after this much silence the connection counts as lost, in milliseconds. */
const SILENCE = 40_000;
/** Answers that connecting again would not change. */
const FINAL = new Set([401, 403, 404]);

/**
 * Holds one event stream open, with `fetch` and not `EventSource`, which neither backs off, nor notices silence, nor
 * tells a session that has ended from a server that is away. After a loss it resumes behind the last event it has given.
 */
export function openLiveConnection(url: string, deps: LiveConnectionDeps): LiveConnection {
  let lastId: string | undefined;
  let failures = 0;
  let closed = false;
  let abort = new AbortController();
  let pausing = false;
  let stopTimer = () => {};

  const wait = (milliseconds: number, run: () => void) => {
    stopTimer();
    stopTimer = deps.startTimer(milliseconds, run);
  };
  const watchSilence = () => wait(SILENCE, () => abort.abort());

  async function connect(): Promise<void> {
    const mine = new AbortController();
    abort = mine;
    pausing = false;
    deps.onState({ kind: 'connecting' });
    watchSilence();
    const status = await readUntilLost(mine.signal).catch(() => undefined);
    // Paused, or opened anew since: another attempt is not this one's business.
    if (closed || pausing || abort !== mine) return;
    stopTimer();
    if (status !== undefined && FINAL.has(status)) return deps.onState({ kind: 'refused', status });
    const delay = reconnectDelay(failures++, deps.random());
    pausing = true;
    deps.onState({ kind: 'lost', retryAt: deps.now() + delay });
    wait(delay, connect);
  }

  async function readUntilLost(signal: AbortSignal): Promise<number> {
    const headers: Record<string, string> = { accept: 'text/event-stream' };
    if (lastId !== undefined) headers['last-event-id'] = lastId;
    const response = await deps.fetch(url, { headers, signal, cache: 'no-store' });
    if (!response.ok || !response.body) return response.status;
    deps.onState({ kind: 'live' });
    const stream = eventStreamReader();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let next = await reader.read(); !next.done && !closed; next = await reader.read()) {
      failures = 0;
      watchSilence();
      const events = stream.read(next.value);
      lastId = stream.lastId() ?? lastId;
      for (const event of events) deps.onEvent(event);
    }
    return response.status;
  }

  connect();
  return {
    reconnectNow() {
      // While a connection is open or being made there is nothing to hurry.
      if (closed || !pausing) return;
      failures = 0;
      connect();
    },
    pause() {
      pausing = true;
      stopTimer();
      abort.abort();
    },
    close() {
      closed = true;
      stopTimer();
      abort.abort();
    },
  };
}
