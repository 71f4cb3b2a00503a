import { z } from 'zod';
import { deskChanges } from '../conversation/views/desk-changes.ts';
import { deskState } from '../conversation/views/desk-view.ts';
import type { Desk } from '../desk/desk.ts';
import { NotFoundError } from '../domain/errors.ts';
import type { ChangeFeed, StoredChange } from '../ports/change-feed.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import type { PresenceStore } from '../ports/presence-store.ts';
import { actorOf, mayStill, requireRole } from './auth-guard.ts';
import { EVENT_STREAM_ANSWER } from './event-stream.ts';
import type { HttpServer } from './http-server.ts';
import type { LiveHub } from './live-hub.ts';
import { liveQuery, startAfter } from './live-start.ts';
import type { LiveEvent, LiveStream } from './live-stream.ts';
import type { LiveStreams } from './live-streams.ts';
import { problemResponses } from './problem.ts';
import { handoffPath, identifier } from './request-fields.ts';

/** What the agents' live view needs. */
export interface LiveDeskDeps {
  readonly store: Pick<ConversationStore, 'load' | 'listHandoffs' | 'getHandoff'>;
  readonly feed: ChangeFeed;
  readonly hub: LiveHub;
  readonly streams: LiveStreams;
  readonly desk: Desk;
  readonly presence: Pick<PresenceStore, 'beat'>;
  readonly clock: Clock;
}

/** A reader that has missed more than this reads everything afresh. */
const MOST_MISSED = 2000;
/** So many erasures are kept for readers that come back; whoever missed more reads everything afresh. */
const MOST_ERASED = 1000;
const RESET: LiveEvent = { event: 'reset', data: {} };

/** What happens at the desk, for agents, as it happens. */
export function registerLiveDeskRoutes(app: HttpServer, deps: LiveDeskDeps): void {
  const broadcast = createBroadcast(deps, (error) => app.log.error({ err: error }, 'live view of the desk'));
  app.addHook('onClose', broadcast.close);

  app.get('/v1/desk/events', {
    onRequest: requireRole('agent'),
    schema: {
      tags: ['agent'],
      summary: 'Follow the desk',
      description: [
        'A `text/event-stream` that does not end, and the agent’s sign of life. `handoff`: a hand-off as it is now;',
        '`line`: `{conversationId, line}`; `agents`: colleagues, opening and expected wait; `typing`: `{conversationId}`,',
        'the customer writes; `erased`: `{conversationId}`, forget all that you hold of it; `reset`: read everything afresh - it comes first on a new connection, and when too much was',
        'missed. With `Last-Event-ID` (or `after`) everything since comes first. Something may come twice: a line is told',
        'apart by its position, and a later `handoff` counts instead of an earlier one.',
      ].join(' '),
      querystring: liveQuery.extend({
        agentId: identifier.optional().describe('Whose sign of life it is, with a key.'),
      }),
      response: { 200: EVENT_STREAM_ANSWER, ...problemResponses(400, 503) },
    },
    handler: async (request, reply) => {
      const actor = actorOf(request);
      const agentId = actor.kind === 'agent' ? actor.id : request.query.agentId;
      const alive = () => {
        if (agentId === undefined) return;
        deps.presence.beat(agentId, deps.clock.now()).catch((error: unknown) => request.log.error({ err: error }));
      };
      const unchecked = (error: unknown) => {
        request.log.error({ err: error }, 'event stream not checked');
      };
      const stream = deps.streams.open(reply, `${actor.kind}:${actor.id}`, () => {
        alive();
        // Whoever has logged out, or was shut out, must not read on.
        mayStill(request, 'agent').then((may) => may || stream.close(), unchecked);
      });
      alive();
      await broadcast.join(stream, startAfter(request)).catch((error: unknown) => {
        request.log.error({ err: error }, 'event stream ended');
        stream.close();
      });
    },
  });

  app.post('/v1/handoffs/:id/typing', {
    onRequest: requireRole('agent'),
    schema: {
      tags: ['agent'],
      summary: 'Say that the agent is writing',
      description: 'The customer sees it for a moment; nothing is kept.',
      params: handoffPath,
      response: { 204: z.null().describe('Passed on.'), ...problemResponses(400, 404) },
    },
    handler: async (request, reply) => {
      const handoff = await deps.store.getHandoff(request.params.id);
      if (!handoff) throw new NotFoundError(`there is no hand-off ${request.params.id}`);
      await deps.hub.typing(handoff.conversationId, 'agent');
      return reply.code(204).send(null);
    },
  });
}

/** An agent's open view. While it catches up, what happens meanwhile waits: ids must only go up. */
class DeskReader {
  readonly stream: LiveStream;
  #early: LiveEvent[] | undefined = [];

  constructor(stream: LiveStream) {
    this.stream = stream;
  }

  send(events: readonly LiveEvent[]): void {
    if (this.#early) this.#early.push(...events);
    else for (const event of events) this.stream.send(event);
  }

  async catchUp(missed: readonly LiveEvent[]): Promise<void> {
    await this.stream.catchUp(missed);
    const early = this.#early ?? [];
    this.#early = undefined;
    this.send(early);
  }
}

/** Works out once what agents are told, and tells all of them. */
function createBroadcast(deps: LiveDeskDeps, onFailure: (error: unknown) => void) {
  const { hub, desk, clock, feed } = deps;
  const readers = new Set<DeskReader>();
  const erasures = createErasures(deps);
  let told = '';
  let telling: Promise<void> = Promise.resolve();

  const sendAll = (events: readonly LiveEvent[]) => {
    for (const reader of readers) reader.send(events);
  };
  const tellInLine = (read: () => Promise<readonly LiveEvent[]>) => {
    telling = telling
      .then(async () => sendAll(await read()))
      .catch((error: unknown) => {
        onFailure(error);
        // They come back and get what this failure has cost them.
        for (const { stream } of readers) stream.close();
      });
  };
  const tell = (changes: readonly StoredChange[]) => {
    if (readers.size > 0) tellInLine(() => eventsOf(changes, deps));
  };
  const tellState = () => {
    const state = deskState(desk, clock.now());
    const text = JSON.stringify(state);
    if (text !== told) sendAll([{ event: 'agents', data: state }]);
    told = text;
  };
  const ends = [
    hub.onChanges(undefined, tell),
    hub.onTyping((conversationId, role) => {
      if (role === 'customer') sendAll([{ event: 'typing', data: { conversationId } }]);
    }),
    // In line: what was read of it before must not come behind.
    hub.onErased((conversationId) => tellInLine(async () => [await erasures.add(conversationId)])),
    desk.onLook(tellState),
  ];

  return {
    async join(stream: LiveStream, after: number | undefined): Promise<void> {
      const reader = new DeskReader(stream);
      // Before anything is read: what happens meanwhile may come twice, but cannot be missed.
      readers.add(reader);
      stream.onClose(() => void readers.delete(reader));
      const latest = await feed.latest();
      const isTooFar = after === undefined || after > latest || latest - after > MOST_MISSED;
      // What was erased comes first, as all that is stored of such a conversation is newer than its end. Where that is not known, all
      // is to be read afresh; what was missed is told all the same, so that a view that only listens lacks no line.
      const missed = isTooFar
        ? [{ ...RESET, id: latest }]
        : [
            ...(erasures.reachBackTo(after) ? erasures.since(after) : [RESET]),
            ...(await eventsOf(await feed.since(after, MOST_MISSED), deps)),
          ];
      await reader.catchUp([...missed, { event: 'agents', data: deskState(desk, clock.now()) }]);
    },
    async close(): Promise<void> {
      for (const end of ends) end();
      await telling;
    },
  };
}

/** What was erased lately, for readers that come back: the events are gone, and cannot tell. Of this process only. */
function createErasures({ store, feed, hub }: Pick<LiveDeskDeps, 'store' | 'feed' | 'hub'>) {
  const kept: { readonly sequence: number; readonly event: LiveEvent }[] = [];
  let dropped = 0;

  const keep = (sequence: number, event: LiveEvent) => {
    kept.push({ sequence, event });
    for (const old of kept.splice(0, kept.length - MOST_ERASED)) dropped = Math.max(dropped, old.sequence);
    return event;
  };
  return {
    /** @returns what readers are told */
    async add(conversationId: string): Promise<LiveEvent> {
      try {
        const sequence = await feed.latest();
        // Behind the place: what is not there yet has a later one, and is told after this.
        const hasBegunAgain = (await store.load(conversationId)).length > 0;
        return keep(sequence, hasBegunAgain ? RESET : { event: 'erased', data: { conversationId } });
      } catch (error) {
        keep(hub.last, RESET);
        throw error;
      }
    },
    /** Whether everything that was erased since a reader's place is known. */
    reachBackTo: (after: number) => after > Math.max(hub.first, dropped),
    /** A reader whose place is beyond an erasure has been told of it. */
    since: (after: number) => kept.filter(({ sequence }) => sequence >= after).map(({ event }) => event),
  };
}

/** The hand-offs come first and without ids: a reader cut off between gets them again with what follows. */
async function eventsOf(changes: readonly StoredChange[], deps: LiveDeskDeps): Promise<LiveEvent[]> {
  const { handoffs, lines } = await deskChanges(changes, deps.store);
  return [
    ...handoffs.map((handoff) => ({ event: 'handoff', data: handoff })),
    ...lines.map(({ sequence, conversationId, line }) => ({
      ...{ event: 'line', data: { conversationId, line }, id: sequence },
    })),
    ...changes.slice(-1).map(({ sequence }) => ({ id: sequence })),
  ];
}
