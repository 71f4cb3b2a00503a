import type { FastifyReply } from 'fastify';
import type { HttpServer } from './http-server.ts';
import { LiveStream } from './live-stream.ts';
import { HttpError } from './problem-of-error.ts';

/** How many streams there may be, and how they are kept alive. */
export interface LiveLimits {
  /** Of one reader: an address or an agent. */
  readonly perReader: number;
  readonly total: number;
  /** Milliseconds between two signs of life. */
  readonly beatMs: number;
  /** How soon a reader should come back, in milliseconds. */
  readonly retryMs: number;
}

/** A shop's customers may share one address, behind the router of an office or of a mobile network. */
export const DEFAULT_LIVE_LIMITS: LiveLimits = { perReader: 1000, total: 5000, beatMs: 15_000, retryMs: 1000 };

/** All open streams of a server. */
export interface LiveStreams {
  /**
   * Opens a stream.
   * @param reader who reads: streams of one reader are limited together
   * @param onBeat called with every sign of life
   * @throws HttpError 429 when the reader, 503 when the server has too many.
   */
  open(reply: FastifyReply, reader: string, onBeat?: () => void): LiveStream;
  count(): number;
}

/** Streams end when the application closes, so that nobody is waited for. */
export function createLiveStreams(app: HttpServer, limits: LiveLimits = DEFAULT_LIVE_LIMITS): LiveStreams {
  const open = new Map<LiveStream, string>();
  const beats = new Map<LiveStream, () => void>();
  let closing = false;
  const timer = setInterval(() => {
    for (const stream of open.keys()) {
      stream.beat();
      beats.get(stream)?.();
    }
  }, limits.beatMs).unref();
  app.addHook('preClose', async () => {
    closing = true;
    clearInterval(timer);
    for (const stream of [...open.keys()]) stream.close();
  });
  return {
    count: () => open.size,
    open(reply, reader, onBeat) {
      const own = [...open.values()].filter((other) => other === reader).length;
      if (own >= limits.perReader) throw tooMany(429);
      if (closing || open.size >= limits.total) throw tooMany(503);
      const stream = new LiveStream(reply, limits.retryMs);
      open.set(stream, reader);
      if (onBeat) beats.set(stream, onBeat);
      stream.onClose(() => {
        open.delete(stream);
        beats.delete(stream);
      });
      return stream;
    },
  };
}

function tooMany(status: 429 | 503): HttpError {
  const code = status === 429 ? 'too_many_requests' : 'overloaded';
  return new HttpError({ status, code, detail: 'Too many event streams are open.', headers: { 'retry-after': '5' } });
}
