import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InMemoryConversationStore } from '../../../test/fakes/in-memory-conversation-store.ts';
import { ManualTime, settle } from '../../../test/fakes/manual-time.ts';
import { RecordingNotifier } from '../../../test/fakes/recording-notifier.ts';
import { echo, ScriptedEngine } from '../../../test/fakes/scripted-engine.ts';
import type { ConversationEvent } from '../../domain/conversation.ts';
import { createMessageHandler, type MessageHandler } from './handle-message.ts';
import type { MessageAnswer } from './message-answer.ts';

/** A customer's step: write (a new message, or an old one again), or let time pass. */
type Step = { write: string; fragment: boolean; wantsHuman: boolean } | { again: number } | { wait: number };
interface Request {
  conversationId: string;
  messageId: string;
  text: string;
  answer: Promise<MessageAnswer>;
}

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      write: fc.constantFrom('a', 'b'),
      fragment: fc.boolean(),
      wantsHuman: fc.integer({ min: 0, max: 9 }).map((draw) => draw === 0),
    }),
  },
  { weight: 2, arbitrary: fc.record({ again: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.record({ wait: fc.integer({ min: 1, max: 1500 }) }) },
);

/** A world in which the store and the engine take as long, and finish in the order, that the scheduler chooses. */
function world(scheduler: fc.Scheduler) {
  const time = new ManualTime();
  const store = new InMemoryConversationStore();
  const notifier = new RecordingNotifier();
  const later = async () => void (await scheduler.schedule(Promise.resolve()));
  const engine = new ScriptedEngine(async (input, state) => {
    await later();
    return echo(input, state);
  });
  const slowStore = Object.assign(Object.create(store) as InMemoryConversationStore, {
    load: async (id: string) => {
      await later();
      return store.load(id);
    },
    append: async (id: string, version: number, events: readonly ConversationEvent[]) => {
      await later();
      await store.append(id, version, events);
      await later();
    },
  });
  let ids = 0;
  const newId = () => `id-${++ids}`;
  const deps = { store: slowStore, engine, notifier, clock: time, newId, startTimer: time.startTimer };
  return { time, store, notifier, engine, handler: createMessageHandler(deps, { maxPerConversation: 1000 }) };
}

async function play(steps: readonly Step[], handler: MessageHandler, time: ManualTime, scheduler: fc.Scheduler) {
  const requests: Request[] = [];
  const send = (request: Omit<Request, 'answer'>) =>
    requests.push({ ...request, answer: handler.handle(request.conversationId, request) });
  for (const [index, next] of steps.entries()) {
    if ('write' in next) {
      const text = `${next.wantsHuman ? 'human' : 'text'} ${index}${next.fragment ? '…' : ''}`;
      send({ conversationId: next.write, messageId: `m${index}`, text });
    } else if ('again' in next) {
      if (requests.length > 0) send(requests[next.again % requests.length]);
    } else {
      await time.advance(next.wait);
    }
    if (scheduler.count() > 0 && index % 2 === 0) await scheduler.waitOne();
  }
  while (handler.inFlight() > 0) {
    await settle();
    if (scheduler.count() > 0) await scheduler.waitOne();
    else await time.advance(100);
  }
  return requests;
}

const isWritten = (event: ConversationEvent) => event.type === 'customer_wrote';
const isReply = (event: ConversationEvent) => event.type === 'bot_replied';

describe('under any interleaving, with messages delivered twice', () => {
  it('every message is stored once, in order, and answered once, and asking again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.scheduler(), async (steps, scheduler) => {
        const { time, store, notifier, engine, handler } = world(scheduler);
        const requests = await play(steps, handler, time, scheduler);
        const answers = await Promise.all(requests.map((request) => request.answer));

        for (const id of ['a', 'b']) {
          const own = requests.filter((request) => request.conversationId === id);
          const sent = [...new Set(own.map((request) => request.messageId))];
          const events = await store.load(id);
          const written = events.flatMap((event) => (event.type === 'customer_wrote' ? [event.messageId] : []));
          expect(written).toEqual(sent);

          const answered = events.flatMap((event) => (event.type === 'bot_replied' ? event.inReplyTo : []));
          expect(new Set(answered).size).toBe(answered.length);
          const opened = events.findIndex((event) => event.type === 'handoff_opened');
          expect(events.slice(opened < 0 ? events.length : opened + 1).every(isWritten)).toBe(true);
          if (opened < 0) expect(answered).toEqual(sent);

          const spoken = own.filter((request) => answers[requests.indexOf(request)].reply !== '');
          const carriers = new Set(spoken.map((request) => request.messageId));
          expect(carriers.size).toBe(events.filter(isReply).length);
        }

        const [calls, appends] = [engine.calls.length, store.appends.length];
        expect(notifier.told).toHaveLength(appends);
        for (const [index, request] of requests.entries()) {
          const again = handler.handle(request.conversationId, request);
          await scheduler.waitIdle();
          expect(await again).toEqual(answers[index]);
        }
        expect([engine.calls.length, store.appends.length]).toEqual([calls, appends]);
      }),
      { numRuns: 150 },
    );
  });
});
