import { z } from 'zod';
import { applyEvent, emptyConversation } from '../conversation/state/fold-conversation.ts';
import { customerLine } from '../conversation/views/conversation-view.ts';
import { type CustomerStatus, customerStatus } from '../conversation/views/customer-status.ts';
import type { Desk } from '../desk/desk.ts';
import type { ConversationEvent } from '../domain/conversation.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import { EVENT_STREAM_ANSWER } from './event-stream.ts';
import type { HttpServer } from './http-server.ts';
import type { LiveHub } from './live-hub.ts';
import { liveQuery, startAfter } from './live-start.ts';
import type { LiveEvent, LiveStream } from './live-stream.ts';
import type { LiveStreams } from './live-streams.ts';
import { problemResponses } from './problem.ts';
import { conversationPath } from './request-fields.ts';

/** What the customer's live view needs. */
export interface LiveCustomerDeps {
  readonly store: Pick<ConversationStore, 'load'>;
  readonly hub: LiveHub;
  readonly streams: LiveStreams;
  readonly desk: Desk;
  readonly clock: Clock;
}

/** What happens in a conversation, for its customer, as it happens. */
export function registerLiveCustomerRoutes(app: HttpServer, deps: LiveCustomerDeps): void {
  app.get('/v1/conversations/:id/events', {
    schema: {
      tags: ['customer'],
      summary: 'Follow a conversation',
      description: [
        'A `text/event-stream` that does not end. `line`: a line of the conversation, with its `position` as the `id:`;',
        '`status`: who owns the conversation, and while waiting the place in the queue and the expected wait; `typing`:',
        'an agent writes; `erased`: forget all that you hold of it - nothing is kept of it any more, and the positions of',
        'what is written from now on begin anew. All lines after `Last-Event-ID` (or `after`) come first, so a reader that',
        'comes back misses nothing and gets nothing twice. The conversation need not have begun.',
      ].join(' '),
      params: conversationPath,
      querystring: liveQuery,
      response: { 200: EVENT_STREAM_ANSWER, ...problemResponses(400, 503) },
    },
    handler: async (request, reply) => {
      const after = startAfter(request) ?? 0;
      const stream = deps.streams.open(reply, request.ip);
      await follow(deps, request.params.id, stream, after).catch((error: unknown) => {
        request.log.error({ err: error }, 'event stream ended');
        stream.close();
      });
    },
  });

  app.post('/v1/conversations/:id/typing', {
    schema: {
      tags: ['customer'],
      summary: 'Say that the customer is writing',
      description: 'Agents who look at the conversation see it for a moment; nothing is kept.',
      params: conversationPath,
      response: { 204: z.null().describe('Passed on.'), ...problemResponses(400) },
    },
    handler: async (request, reply) => {
      await deps.hub.typing(request.params.id, 'customer');
      return reply.code(204).send(null);
    },
  });
}

/** With a place, so that whoever comes back gets all that was said since. */
const ERASED: LiveEvent = { event: 'erased', data: {}, id: 0 };

async function follow(deps: LiveCustomerDeps, id: string, stream: LiveStream, after: number): Promise<void> {
  const view = new CustomerView(deps, id, stream, after);
  const ends = [
    deps.hub.onChanges(id, (changes) => view.add(changes.map(({ position, event }) => ({ position, event })))),
    deps.hub.onTyping((conversationId, role) => {
      if (conversationId === id && role === 'agent') stream.send({ event: 'typing', data: { role } });
    }),
    deps.hub.onErased((erasedId) => {
      if (erasedId === id) view.erased();
    }),
    deps.desk.onLook(() => view.tellStatus()),
  ];
  stream.onClose(() => {
    for (const end of ends) end();
  });
  // Subscribed first: what is stored while this loads comes both ways and is told apart by its position.
  await view.start(await deps.store.load(id));
}

/** What one reader has been told of one conversation. */
class CustomerView {
  readonly #deps: LiveCustomerDeps;
  readonly #stream: LiveStream;
  #after: number;
  /** When each event was, by which an erased conversation that began anew is told from a late delivery. */
  readonly #times: number[] = [];
  #state: ReturnType<typeof emptyConversation>;
  #told: string | undefined;
  #early: { readonly position: number; readonly event: ConversationEvent }[] | undefined = [];
  #isErased = false;

  constructor(deps: LiveCustomerDeps, id: string, stream: LiveStream, after: number) {
    this.#deps = deps;
    this.#stream = stream;
    this.#after = after;
    this.#state = emptyConversation(id);
  }

  async start(events: readonly ConversationEvent[]): Promise<void> {
    const lines: LiveEvent[] = [];
    // The conversation that the reader knew was erased; what there is of it is another under the same id.
    if (this.#after > events.length) {
      this.#after = 0;
      lines.push(ERASED);
    }
    for (const event of events) lines.push(...this.#apply(event));
    await this.#stream.catchUp(lines);
    const early = this.#early ?? [];
    this.#early = undefined;
    if (this.#isErased) return this.erased();
    this.tellStatus();
    this.add(early);
  }

  /**
   * Nothing is kept of the conversation any more. The stream ends, as events of it may still be on their way here: the
   * reader comes back, and gets what has begun since.
   */
  erased(): void {
    this.#isErased = true;
    if (this.#early) return;
    this.#stream.send(ERASED);
    this.#stream.close();
  }

  /** Events of the conversation in order; those that are known already are passed over. */
  add(changes: readonly { readonly position: number; readonly event: ConversationEvent }[]): void {
    if (this.#early) {
      this.#early.push(...changes);
      return;
    }
    for (const { position, event } of changes) {
      const isKnown = this.#times[position - 1] === event.at;
      if (isKnown) continue;
      // Never leave a line out: the reader comes back and gets it. So it is when another conversation begins here.
      if (position !== this.#state.version + 1) {
        this.#stream.close();
        return;
      }
      for (const line of this.#apply(event)) this.#stream.send(line);
    }
    this.tellStatus();
  }

  /** Tells where the conversation stands, when that has changed. */
  tellStatus(): void {
    if (this.#early) return;
    const status: CustomerStatus = customerStatus(this.#state, this.#deps.desk, this.#deps.clock.now());
    const text = JSON.stringify(status);
    if (text === this.#told) return;
    this.#told = text;
    this.#stream.send({ event: 'status', data: status });
  }

  #apply(event: ConversationEvent): LiveEvent[] {
    this.#state = applyEvent(this.#state, event);
    this.#times.push(event.at);
    const position = this.#state.version;
    const line = position > this.#after ? customerLine(event, position) : undefined;
    return line ? [{ event: 'line', data: line, id: position }] : [];
  }
}
