import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Latencies } from './latencies.ts';

/** A request that went wrong on the way: nobody knows whether it was acted upon. */
export class ConnectionLost extends Error {}

/** The answer to a request that got through. */
export interface Answer<Body = unknown> {
  readonly status: number;
  readonly body: Body;
}

/** How the network is. */
export interface NetworkOptions {
  /** The servers; each request takes one of them. */
  readonly urls: () => readonly string[];
  /** Share of requests whose connection is cut, before or after the server has acted. */
  readonly dropShare: number;
  /** When to give up for good; what is not answered by then is a failure of the test. */
  readonly signal: AbortSignal;
}

const LONGEST_WAIT_MS = 20_000;

/** Requests to servers that die, over connections that are cut at random. */
export class FlakyNetwork {
  readonly counts = { requests: 0, cut: 0, lost: 0, repeated: 0, unavailable: 0, limited: 0 };
  /** Of requests that got through at the first attempt, and of all, with what repeating took. */
  readonly latencies = { undisturbed: new Latencies(), all: new Latencies() };
  dropShare: number;
  readonly #options: NetworkOptions;

  constructor(options: NetworkOptions) {
    this.#options = options;
    this.dropShare = options.dropShare;
  }

  /** Repeats the same request until a server has answered it with anything but "not now". */
  async reliably<Body>(method: string, path: string, body: unknown, from: string): Promise<Answer<Body>> {
    const begun = performance.now();
    for (let attempt = 0; ; attempt++) {
      const answer = await this.#attempt<Body>(method, path, body, from);
      if (answer) {
        const took = performance.now() - begun;
        this.latencies.all.add(took);
        if (attempt === 0) this.latencies.undisturbed.add(took);
        return answer;
      }
      this.counts.repeated++;
      if (this.#options.signal.aborted) throw new Error(`${method} ${path} was never answered`);
      await pause(Math.min(2000, 50 * 2 ** attempt) * (0.5 + Math.random()));
    }
  }

  /** Opens a stream; the caller ends it with `destroy`. */
  open(path: string, headers: Record<string, string>, from: string): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const call = this.#call('GET', path, headers, from);
      call.once('response', (response) => {
        if (response.statusCode === 200) return resolve(response);
        response.resume();
        reject(new ConnectionLost(`stream refused with ${response.statusCode}`));
      });
      call.once('error', reject);
      call.end();
    });
  }

  async #attempt<Body>(method: string, path: string, body: unknown, from: string): Promise<Answer<Body> | undefined> {
    this.counts.requests++;
    try {
      const answer = await this.#once<Body>(method, path, body, from);
      if (answer.status < 500 && answer.status !== 429) return answer;
      if (answer.status === 429) this.counts.limited++;
      else if (answer.status === 503) this.counts.unavailable++;
      else throw new Error(`${method} ${path} failed with ${answer.status}: ${JSON.stringify(answer.body)}`);
      return undefined;
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
      this.counts.lost++;
      return undefined;
    }
  }

  #once<Body>(method: string, path: string, body: unknown, from: string): Promise<Answer<Body>> {
    return new Promise((resolve, reject) => {
      const payload = body === undefined ? undefined : JSON.stringify(body);
      const headers: Record<string, string> = payload === undefined ? {} : { 'content-type': 'application/json' };
      const call = this.#call(method, path, headers, from);
      const cut = this.#cutAtRandom(call);
      const fail = (error: Error) => {
        clearTimeout(cut);
        reject(new ConnectionLost(error.message));
      };
      call.setTimeout(LONGEST_WAIT_MS, () => call.destroy(new Error('no answer')));
      call.once('error', fail);
      call.once('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.once('error', fail);
        response.once('end', () => {
          clearTimeout(cut);
          const text = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode ?? 0, body: text ? JSON.parse(text) : undefined });
        });
      });
      call.end(payload);
    });
  }

  #call(method: string, path: string, headers: Record<string, string>, from: string): ClientRequest {
    const urls = this.#options.urls();
    const url = new URL(path, urls[Math.floor(Math.random() * urls.length)]);
    // Limits go by address, and these customers all live on one machine.
    return request(url, { method, headers: { ...headers, 'x-forwarded-for': from } });
  }

  #cutAtRandom(call: ClientRequest): NodeJS.Timeout | undefined {
    if (Math.random() >= this.dropShare) return undefined;
    this.counts.cut++;
    return setTimeout(() => call.destroy(new Error('cut')), Math.random() * 40);
  }
}
