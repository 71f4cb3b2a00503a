import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { FlakyNetwork } from './flaky-network.ts';
import type { Latencies } from './latencies.ts';
import { LiveView } from './live-view.ts';

/** A line as a customer's page gets it. */
export interface SeenLine {
  readonly position: number;
  readonly role: string;
  readonly text: string;
  readonly at: number;
  readonly messageId?: string;
}

/** The server's answer to a message, as far as it must never change. */
export interface MessageAnswer {
  readonly reply: string;
  readonly action: string;
  readonly handoff?: { readonly id: string };
}

interface SentMessage {
  readonly messageId: string;
  readonly text: string;
  /** Messages of one batch were sent at once; those of a later batch only after all of them were answered. */
  readonly batch: number;
  readonly answers: MessageAnswer[];
}

/** One conversation as its customer has it: what was sent, and what the page showed. */
export interface CustomerConversation {
  readonly id: string;
  readonly sent: SentMessage[];
  /** Every `line` event, in the order of arrival. */
  readonly seen: SeenLine[];
  readonly view: LiveView;
}

/** How customers behave. */
export interface CustomerOptions {
  readonly network: FlakyNetwork;
  /** Between storing a line and seeing it. */
  readonly liveLatency: Latencies;
  readonly cutWithinMs: () => number | undefined;
  /** Milliseconds between two messages, on average. */
  readonly thinkMs: number;
  /** Share of messages that ask for a person. */
  readonly humanShare: number;
}

/** Writes, sometimes twice the same, sometimes two at once, sometimes for a person, and watches the page. */
export class SimulatedCustomer {
  readonly conversations: CustomerConversation[] = [];
  duplicates = 0;
  readonly #name: string;
  readonly #from: string;
  readonly #options: CustomerOptions;

  constructor(index: number, options: CustomerOptions) {
    this.#name = `customer ${index}`;
    this.#from = `10.0.${index >> 8}.${index & 255}`;
    this.#options = options;
  }

  /** Goes on until `isOver`. */
  async run(isOver: () => boolean): Promise<void> {
    let conversation = this.#begin();
    await pause(Math.random() * this.#options.thinkMs);
    while (!isOver()) {
      await this.#say(conversation);
      await pause(this.#options.thinkMs * (0.5 + Math.random()));
      if (Math.random() < 0.05) conversation = this.#begin();
    }
  }

  #begin(): CustomerConversation {
    const { network, liveLatency, cutWithinMs } = this.#options;
    const id = randomUUID();
    const seen: SeenLine[] = [];
    const view = new LiveView({
      ...{ network, cutWithinMs, path: `/v1/conversations/${id}/events`, from: this.#from },
      onEvent({ event, data }) {
        if (event !== 'line') return;
        const line = JSON.parse(data) as SeenLine;
        seen.push(line);
        liveLatency.add(Date.now() - line.at);
      },
    });
    const conversation = { id, sent: [], seen, view };
    this.conversations.push(conversation);
    return conversation;
  }

  async #say(conversation: CustomerConversation): Promise<void> {
    const batch = conversation.sent.length;
    const isSplit = Math.random() < 0.1;
    const messages = isSplit ? [this.#compose(batch, '…'), this.#compose(batch)] : [this.#compose(batch)];
    conversation.sent.push(...messages);
    const deliveries = messages.flatMap((message) => (Math.random() < 0.15 ? [message, message] : [message]));
    const late = conversation.sent[Math.floor(Math.random() * conversation.sent.length)];
    if (Math.random() < 0.05 && !messages.includes(late)) deliveries.push(late);
    this.duplicates += deliveries.length - messages.length;
    await Promise.all(deliveries.map((message) => this.#deliver(conversation.id, message)));
  }

  #compose(batch: number, end = ''): SentMessage {
    const draw = Math.random();
    const wish = draw < this.#options.humanShare ? 'human please' : 'words';
    return { messageId: randomUUID(), text: `${this.#name} ${batch}: ${wish}${end}`, batch, answers: [] };
  }

  async #deliver(conversationId: string, { messageId, text, answers }: SentMessage): Promise<void> {
    const path = `/v1/conversations/${conversationId}/messages`;
    const message = { messageId, text, customer: { id: this.#name.replace(' ', '-'), name: this.#name } };
    const { status, body } = await this.#options.network.reliably<MessageAnswer>('POST', path, message, this.#from);
    if (status !== 200) throw new Error(`a message was answered with ${status}: ${JSON.stringify(body)}`);
    answers.push(body);
  }
}
