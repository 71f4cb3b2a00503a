import { beforeEach, describe, expect, it } from 'vitest';
import { deskWorld } from '../../../test/fakes/desk-world.ts';
import { SCRIPTED_HANDOFF } from '../../../test/fakes/scripted-engine.ts';
import { openDeskSettings } from '../../../test/fakes/test-desk.ts';
import { parseDeskSettings } from '../../desk/read-desk-settings.ts';
import { takeIn } from '../../desk/take-in.ts';
import { claimHandoff } from './handoff-actions.ts';
import { transferHandoff } from './handoff-moves.ts';
import { sweepDesk } from './sweep-desk.ts';

const MINUTE = 60_000;
let world: ReturnType<typeof deskWorld>;
const sweep = () => sweepDesk(world.deps);
const handoff = (id: string) => world.store.getHandoff(id);
/** Time passes; agents that are named go on showing that they are there. */
async function later(milliseconds: number, ...agents: string[]) {
  await world.clock.advance(milliseconds);
  for (const agent of agents) await world.presence.beat(agent, world.clock.now());
  await sweep();
}

beforeEach(() => {
  world = deskWorld();
});

describe('an offer', () => {
  it('goes to one agent after the other, then nobody is bothered again', async () => {
    const id = await world.waiting('c');
    await world.arrives('amy');
    await world.arrives('bo');
    await sweep();
    expect(await handoff(id)).toMatchObject({ status: 'waiting', offeredTo: 'amy' });
    await later(29_000, 'amy', 'bo');
    expect(await handoff(id)).toMatchObject({ offeredTo: 'amy' });
    await later(2000, 'amy', 'bo');
    expect(await handoff(id)).toMatchObject({ offeredTo: 'bo', passedBy: ['amy'] });
    await later(31_000, 'amy', 'bo');
    expect(await handoff(id)).toMatchObject({ passedBy: ['amy', 'bo'] });
    expect(await handoff(id)).not.toHaveProperty('offeredTo');
    const before = await world.types('c');
    await later(5000, 'amy', 'bo');
    expect(await world.types('c')).toEqual(before);
    expect(world.errors).toEqual([]);
  });

  it('ends at once when the agent goes', async () => {
    const id = await world.waiting('c');
    await world.arrives('amy');
    await sweep();
    await world.presence.set({ agentId: 'amy', name: 'amy', available: false, teams: [], languages: [], seenAt: 1 });
    await sweep();
    expect(await handoff(id)).not.toHaveProperty('offeredTo');
  });

  it('that an agent could not take bars nobody from the next', async () => {
    const id = await world.waiting('c');
    await world.arrives('amy');
    await sweep();
    const amy = { agentId: 'amy', name: 'amy', teams: [], languages: [], seenAt: world.clock.now() };
    await world.presence.set({ ...amy, available: false });
    await sweep();
    expect(await handoff(id)).toMatchObject({ passedBy: [] });
    await world.presence.set({ ...amy, available: true });
    await sweep();
    expect(await handoff(id)).toMatchObject({ offeredTo: 'amy' });
  });

  it('by a colleague stands for its time while the other pauses, and then is over', async () => {
    const id = await world.waiting('c');
    await world.arrives('amy');
    await world.arrives('bo');
    const bo = { agentId: 'bo', name: 'bo', available: false, teams: [], languages: [], seenAt: world.clock.now() };
    await world.presence.set(bo);
    await world.desk.refresh();
    await claimHandoff(world.deps, id, { agentId: 'amy' });
    await transferHandoff(world.deps, id, { agentId: 'amy', toAgentId: 'bo' });
    for (let seconds = 0; seconds < 28; seconds += 4) await later(4000, 'amy', 'bo');
    expect(await handoff(id)).toMatchObject({ offeredTo: 'bo', offeredBy: 'amy' });
    await later(4000, 'amy', 'bo');
    expect(await handoff(id)).toMatchObject({ passedBy: ['amy', 'bo'] });
    expect(await handoff(id)).not.toHaveProperty('offeredBy');
  });

  it('goes to the most urgent first, and spreads over agents', async () => {
    const low = await world.waiting('c1', { priority: 'low' });
    const urgent = await world.waiting('c2', { priority: 'urgent' });
    await world.arrives('amy');
    await world.arrives('bo');
    await sweep();
    expect([await handoff(urgent), await handoff(low)]).toMatchObject([{ offeredTo: 'amy' }, { offeredTo: 'bo' }]);
  });

  it('of something urgent stands beyond its time while nobody else could be asked', async () => {
    const id = await world.waiting('c', { priority: 'urgent' });
    await world.arrives('amy');
    await sweep();
    for (let seconds = 0; seconds < 120; seconds += 4) await later(4000, 'amy');
    expect(await handoff(id)).toMatchObject({ offeredTo: 'amy', passedBy: [] });
    await world.arrives('bo');
    await later(4000, 'amy', 'bo');
    expect(await handoff(id)).toMatchObject({ offeredTo: 'bo', passedBy: ['amy'] });
    for (let seconds = 0; seconds < 120; seconds += 4) await later(4000, 'amy', 'bo');
    expect(await handoff(id)).toMatchObject({ offeredTo: 'bo', passedBy: ['amy'] });
    expect((await world.types('c')).filter((type) => type === 'handoff_offered')).toHaveLength(2);
  });

  it('is made once though two processes sweep at the same time', async () => {
    await world.waiting('c');
    await world.arrives('amy');
    await Promise.all([sweep(), sweep(), sweep()]);
    expect((await world.types('c')).filter((type) => type === 'handoff_offered')).toHaveLength(1);
  });
});

describe('an agent who is gone', () => {
  it('loses the conversation, the customer keeps the place and hears of it', async () => {
    const id = await world.waiting('c');
    await world.arrives('amy');
    await claimHandoff(world.deps, id, { agentId: 'amy' });
    for (let seconds = 0; seconds < 44; seconds += 4) await later(4000);
    expect(await handoff(id)).toMatchObject({ status: 'claimed' });
    await later(2000);
    expect(await handoff(id)).toMatchObject({ status: 'waiting', lastAgentId: 'amy' });
    expect(await world.told('c')).toEqual(['joined', 'released']);
    await world.arrives('amy');
    await sweep();
    expect(await handoff(id)).toMatchObject({ offeredTo: 'amy' });
  });

  it('is nobody whom the server could not hear: it was away itself', async () => {
    const id = await world.waiting('c');
    await world.arrives('amy');
    await claimHandoff(world.deps, id, { agentId: 'amy' });
    await later(90_000);
    expect(await handoff(id)).toMatchObject({ status: 'claimed' });
    for (let seconds = 0; seconds < 40; seconds += 8) await later(8000);
    expect(await handoff(id)).toMatchObject({ status: 'claimed' });
    await later(8000);
    expect(await handoff(id)).toMatchObject({ status: 'waiting', lastAgentId: 'amy' });
  });

  it('is asked again, though the offer had passed before the ticket was taken', async () => {
    const id = await world.waiting('c');
    await world.arrives('amy');
    await sweep();
    for (let seconds = 0; seconds < 32; seconds += 4) await later(4000, 'amy');
    expect(await handoff(id)).toMatchObject({ passedBy: ['amy'] });
    await claimHandoff(world.deps, id, { agentId: 'amy' });
    for (let seconds = 0; seconds < 48; seconds += 4) await later(4000);
    expect(await handoff(id)).toMatchObject({ status: 'waiting' });
    await world.arrives('amy');
    await sweep();
    expect(await handoff(id)).toMatchObject({ offeredTo: 'amy' });
  });

  it('is nobody who was never there: a program of the shop speaks for them', async () => {
    const id = await world.waiting('c');
    await claimHandoff(world.deps, id, { agentId: 'api-agent' });
    await later(3600_000);
    expect(await handoff(id)).toMatchObject({ status: 'claimed' });
  });
});

describe('promises', () => {
  it('are marked once when they are broken, and raise the ticket', async () => {
    const at = world.clock.now();
    const ticket = takeIn(SCRIPTED_HANDOFF, { language: 'en', now: at }, world.desk.settings);
    await world.store.append('c', 0, [
      { type: 'customer_wrote', at, messageId: 'm1', text: 'help' },
      { type: 'handoff_opened', at, handoffId: 'h', draft: SCRIPTED_HANDOFF, ticket },
    ]);
    await later(9 * MINUTE);
    expect((await handoff('h'))?.breached).toEqual([]);
    await later(2 * MINUTE);
    await sweep();
    expect(await handoff('h')).toMatchObject({ breached: ['first_response'], score: ticket.score + 25 });
    await later(24 * 60 * MINUTE);
    expect((await handoff('h'))?.breached).toEqual(['first_response', 'resolution']);
  });
});

describe('a customer who waits', () => {
  it('gets a word now and then, and no flood of them', async () => {
    await world.waiting('c');
    for (let minutes = 0; minutes < 180; minutes++) await later(MINUTE);
    const told = await world.told('c');
    expect(told.length).toBeGreaterThan(3);
    expect(told.length).toBeLessThanOrEqual(6);
    expect(new Set(told)).toEqual(new Set(['waiting']));
  });

  it('is told when the desk is closed, and left to sleep until it opens', async () => {
    const closed = parseDeskSettings('desk.yaml', 'hours: {week: {}}');
    world = deskWorld(closed);
    await world.waiting('c');
    for (let minutes = 0; minutes < 60; minutes++) await later(MINUTE);
    expect(await world.told('c')).toEqual([]);
    await world.store.append('c', 2, [
      { type: 'customer_wrote', at: world.clock.now(), messageId: 'm2', text: 'anybody there?' },
    ]);
    await later(MINUTE);
    await later(MINUTE);
    expect(await world.told('c')).toEqual(['closed']);
  });

  it('does not stop the others when something is wrong with one ticket', async () => {
    world = deskWorld(openDeskSettings());
    await world.waiting('c1');
    const id = await world.waiting('c2');
    const load = world.store.load.bind(world.store);
    world.store.load = async (conversation) => {
      if (conversation === 'c1') throw new Error('broken');
      return load(conversation);
    };
    await world.arrives('amy');
    await sweep();
    expect(await handoff(id)).toMatchObject({ offeredTo: 'amy' });
    expect(world.errors).toEqual([new Error('broken')]);
  });
});
