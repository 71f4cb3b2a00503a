import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that came in. */
export interface SeenRequest {
  readonly method: string;
  /** With its query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What is answered: a status, a body (an object as JSON), headers. */
export interface Answer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** A real HTTP server that plays the other side of a protocol and remembers what it was asked. */
export class OtherSide {
  readonly seen: SeenRequest[] = [];
  readonly #server: Server;
  #answer: (request: SeenRequest) => Answer | Promise<Answer>;

  private constructor(server: Server, answer: (request: SeenRequest) => Answer | Promise<Answer>) {
    this.#server = server;
    this.#answer = answer;
  }

  /** Starts on a free port of this machine; answers 200 with nothing when `answer` is absent. */
  static async open(answer: (request: SeenRequest) => Answer | Promise<Answer> = () => ({})): Promise<OtherSide> {
    const server = createServer();
    const side = new OtherSide(server, answer);
    server.on('request', async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const { method = '', url = '', headers } = request;
      const seen = { method, url, headers, body: Buffer.concat(chunks).toString() };
      side.seen.push(seen);
      const { status = 200, body = '', headers: more = {} } = await side.#answer(seen);
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      response.writeHead(status, more).end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return side;
  }

  /** Answers differently from now on. */
  answerWith(answer: (request: SeenRequest) => Answer | Promise<Answer>): void {
    this.#answer = answer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Resolves once so many requests have come in; fails after `timeoutMs`. */
  async until(count: number, timeoutMs = 5_000): Promise<SeenRequest[]> {
    const end = Date.now() + timeoutMs;
    while (this.seen.length < count) {
      if (Date.now() > end) throw new Error(`${this.seen.length} of ${count} requests came in`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return this.seen;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
