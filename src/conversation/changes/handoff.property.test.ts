import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deskWorld } from '../../../test/fakes/desk-world.ts';
import { settle } from '../../../test/fakes/manual-time.ts';
import { echo, ScriptedEngine } from '../../../test/fakes/scripted-engine.ts';
import type { ConversationEvent } from '../../domain/conversation.ts';
import { ConflictError } from '../../domain/errors.ts';
import { isOpen } from '../../domain/handoff.ts';
import { projectHandoff } from '../../domain/project-handoff.ts';
import { createMessageHandler } from '../lane/handle-message.ts';
import { foldConversation } from '../state/fold-conversation.ts';
import { claimHandoff, reopenHandoff, replyToHandoff, resolveHandoff, returnHandoff } from './handoff-actions.ts';
import { releaseHandoff, transferHandoff } from './handoff-moves.ts';
import { sweepDesk } from './sweep-desk.ts';
import { giveBack, takeOver } from './take-over.ts';

/** Mostly the same one, so that what is begun is often gone on with. */
const agent = fc.constantFrom('amy', 'amy', 'amy', 'bo', 'chen');
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), human: fc.boolean(), again: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('claim', 'reply', 'resolve', 'return', 'transfer', 'release', 'reopen' as const),
      agent,
      to: agent,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('takeOver', 'giveBack' as const), agent }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 90 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('beat' as const), agent }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('finish' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A shop with three agents and one customer, whose store answers in the order that the scheduler chooses. */
function shop(scheduler: fc.Scheduler) {
  const world = deskWorld();
  const later = async () => void (await scheduler.schedule(Promise.resolve()));
  const store = Object.assign(Object.create(world.store) as typeof world.store, {
    getHandoff: (id: string) => world.store.getHandoff(id),
    load: async (id: string) => {
      await later();
      return world.store.load(id);
    },
    append: async (id: string, version: number, events: readonly ConversationEvent[]) => {
      await later();
      await world.store.append(id, version, events);
      await later();
    },
  });
  const deps = { ...world.deps, store };
  const handler = createMessageHandler({
    ...deps,
    engine: new ScriptedEngine(echo),
    startTimer: world.clock.startTimer,
  });
  return { ...world, deps, handler };
}

/** Lets everything that is under way come to an end. */
async function finish(scheduler: fc.Scheduler, { handler, clock }: ReturnType<typeof shop>): Promise<void> {
  for (let done = false; !done; ) {
    await settle();
    if (scheduler.count() > 0) await scheduler.waitOne();
    else {
      await clock.advance(500);
      done = handler.inFlight() === 0 && scheduler.count() === 0;
    }
  }
}

async function play(steps: readonly Step[], world: ReturnType<typeof shop>, scheduler: fc.Scheduler) {
  const { deps, handler, store, clock, presence } = world;
  const refused: unknown[] = [];
  const running: Promise<unknown>[] = [];
  const run = (work: Promise<unknown>) => running.push(work.catch((error: unknown) => refused.push(error)));
  const newest = async () => (await store.listHandoffs({ conversationIds: ['c'] })).at(-1)?.id ?? 'none';
  for (const [index, next] of steps.entries()) {
    if (next.do === 'write') {
      const messageId = `m${next.again ? Math.max(0, index - 1) : index}`;
      run(handler.handle('c', { messageId, text: next.human ? 'human' : 'hello' }));
    } else if (next.do === 'wait') {
      await clock.advance(next.seconds * 1000);
      run(sweepDesk(deps));
    } else if (next.do === 'finish') {
      await finish(scheduler, world);
    } else if (next.do === 'beat') {
      await presence.beat(next.agent, clock.now());
    } else if (next.do === 'takeOver') {
      run(takeOver(deps, 'c', { agentId: next.agent, text: `from elsewhere ${index}`, messageId: `x${index}` }));
    } else if (next.do === 'giveBack') {
      run(giveBack(deps, 'c'));
    } else if ('to' in next) {
      run(act(next, await newest(), index, deps));
    }
  }
  return { refused, running };
}

type Act = Extract<Step, { to: string }>;
function act({ do: what, agent: agentId, to }: Act, id: string, index: number, deps: ReturnType<typeof shop>['deps']) {
  if (what === 'claim') return claimHandoff(deps, id, { agentId });
  if (what === 'reply') return replyToHandoff(deps, id, { agentId, text: `reply ${index}`, messageId: `r${index}` });
  if (what === 'resolve') return resolveHandoff(deps, id, { agentId });
  if (what === 'return') return returnHandoff(deps, id, agentId);
  if (what === 'release') return releaseHandoff(deps, id, agentId);
  if (what === 'reopen') return reopenHandoff(deps, id, { agentId });
  return transferHandoff(deps, id, { agentId, team: 'presale', toAgentId: to });
}

describe('whatever customer, agents and time do at once', () => {
  it('one person at most holds the conversation, the bot never talks over them, and nothing is lost or doubled', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 60, size: 'max' }),
        fc.scheduler(),
        async (steps, scheduler) => {
          const world = shop(scheduler);
          for (const each of ['amy', 'bo', 'chen']) await world.arrives(each);
          const { refused, running } = await play(steps, world, scheduler);
          await finish(scheduler, world);
          await Promise.all(running);

          const events = await world.store.load('c');
          expectSound(events);
          expect(refused.every((error) => error instanceof Error)).toBe(true);
          const odd = refused.filter(
            (error) => !(error instanceof ConflictError) && (error as Error).name !== 'NotFoundError',
          );
          expect(odd).toEqual([]);
          expect(world.errors).toEqual([]);
          const rows = await world.store.listHandoffs({ conversationIds: ['c'] });
          for (const row of rows) expect(row).toEqual(projectHandoff('c', events, row.id));
          const open = rows.filter(isOpen);
          expect(open.map(({ id }) => id)).toEqual([foldConversation('c', events).openHandoffId].filter(Boolean));
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);
});

/** Walks through the events as a customer would have seen them. */
function expectSound(events: readonly ConversationEvent[]): void {
  let holder: string | undefined;
  let called = false;
  for (const event of events) {
    if (event.type === 'bot_replied' && event.reply !== '') expect([called, holder]).toEqual([false, undefined]);
    if (event.type === 'handoff_opened' || event.type === 'handoff_reopened') called = true;
    if (event.type === 'handoff_claimed') {
      expect(holder).toBeUndefined();
      holder = event.agentId;
    }
    if (event.type === 'agent_replied') expect(event.agentId).toBe(holder);
    if (event.type === 'handoff_released' || event.type === 'handoff_transferred') holder = undefined;
    if (event.type === 'handoff_resolved' || event.type === 'handoff_returned') [holder, called] = [undefined, false];
  }
  const ids = events.flatMap((event) => ('messageId' in event ? [event.messageId] : []));
  expect(new Set(ids).size).toBe(ids.length);
}
