import { get, type IncomingMessage } from 'node:http';
import { eventStreamReader, type ServerSentEvent } from '../../web/shared/read-event-stream.ts';

/** A reader of an event stream that keeps all it was sent. */
export class EventStreamClient {
  readonly events: ServerSentEvent[] = [];
  /** Text as it came, with comments. */
  raw = '';
  readonly #reader = eventStreamReader();
  /** Ends with the stream, however that ends. */
  ended: Promise<void> = Promise.resolve();
  #close: () => void = () => {};

  /** @throws when the server does not answer with a stream */
  static async open(url: string, headers: Record<string, string> = {}): Promise<EventStreamClient> {
    const client = new EventStreamClient();
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = get(url, { headers, agent: false }, resolve).on('error', reject);
      client.#close = () => request.destroy();
    });
    if (response.statusCode !== 200) {
      response.resume();
      throw new Error(`the server answered ${response.statusCode}`);
    }
    client.ended = client.#read(response);
    return client;
  }

  /** Data of the events of one name. */
  // biome-ignore lint/suspicious/noExplicitAny: tests say what they expect
  named(event: string): any[] {
    return this.events.filter((each) => each.event === event).map(({ data }) => JSON.parse(data));
  }

  /** The id to go on from. */
  get lastId(): string {
    return this.#reader.lastId() ?? '0';
  }

  async close(): Promise<void> {
    this.#close();
    await this.ended;
  }

  #read(response: IncomingMessage): Promise<void> {
    response.setEncoding('utf8');
    response.on('data', (text: string) => {
      this.raw += text;
      this.events.push(...this.#reader.read(text));
    });
    return new Promise((resolve) => {
      // Cut off, by the test or by the server: what came until then counts.
      response.on('error', () => resolve());
      response.on('close', () => resolve());
    });
  }
}
