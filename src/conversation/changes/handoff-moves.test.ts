import { beforeEach, describe, expect, it } from 'vitest';
import { deskWorld } from '../../../test/fakes/desk-world.ts';
import { ConflictError, InvalidInputError } from '../../domain/errors.ts';
import { foldConversation } from '../state/fold-conversation.ts';
import { addNote, claimHandoff, reopenHandoff, replyToHandoff, resolveHandoff } from './handoff-actions.ts';
import { releaseHandoff, transferHandoff } from './handoff-moves.ts';
import { leaveContact } from './leave-contact.ts';

let world: ReturnType<typeof deskWorld>;
let id: string;
const deps = () => world.deps;
const handoff = () => world.store.getHandoff(id);
const length = async () => (await world.store.load('c')).length;
const status = async () => foldConversation('c', await world.store.load('c')).status;

beforeEach(async () => {
  world = deskWorld();
  id = await world.waiting('c');
});

describe('a transfer', () => {
  it('to a team puts the ticket back with its place kept, and tells the customer which team', async () => {
    await claimHandoff(deps(), id, { agentId: 'amy' });
    await transferHandoff(deps(), id, { agentId: 'amy', team: 'logistics', note: 'parcel is lost' });
    expect(await handoff()).toMatchObject({
      status: 'waiting',
      team: 'logistics',
      lastAgentId: 'amy',
      passedBy: ['amy'],
    });
    expect(await handoff()).toHaveProperty('queuedAt', (await handoff())?.openedAt);
    expect(await status()).toBe('waiting');
    const said = (await world.store.load('c')).findLast((event) => event.type === 'system_said');
    expect(said).toMatchObject({ code: 'transferred', text: expect.stringMatching(/Logistics.*You are next in line/) });
  });

  it('to a colleague is an offer for a while', async () => {
    await world.arrives('bo');
    await transferHandoff(deps(), id, { agentId: 'amy', toAgentId: 'bo' });
    expect(await handoff()).toMatchObject({ offeredTo: 'bo', offeredUntil: world.clock.now() + 30_000 });
    expect(await claimHandoff(deps(), id, { agentId: 'chen' })).toMatchObject({ status: 'claimed', agentId: 'chen' });
    expect(await handoff()).not.toHaveProperty('offeredTo');
  });

  it('to a colleague who is gone is refused, and the ticket stays', async () => {
    await world.arrives('bo');
    await claimHandoff(deps(), id, { agentId: 'amy' });
    for (let seconds = 0; seconds < 48; seconds += 8) {
      await world.clock.advance(8000);
      await world.desk.refresh();
    }
    const transfer = transferHandoff(deps(), id, { agentId: 'amy', toAgentId: 'bo' });
    await expect(transfer).rejects.toThrow(new ConflictError('bo is not online'));
    expect(await handoff()).toMatchObject({ status: 'claimed', agentId: 'amy' });
  });

  it('may be repeated, and is refused to whoever does not hold the ticket', async () => {
    await claimHandoff(deps(), id, { agentId: 'amy' });
    await expect(transferHandoff(deps(), id, { agentId: 'bo', team: 'presale' })).rejects.toThrow(ConflictError);
    await transferHandoff(deps(), id, { agentId: 'amy', team: 'presale' });
    const before = await length();
    await transferHandoff(deps(), id, { agentId: 'amy', team: 'presale' });
    expect(await length()).toBe(before);
  });

  it.each([{ team: 'nobody' }, { toAgentId: 'stranger' }])('to %j is refused', async (to) => {
    await expect(transferHandoff(deps(), id, { agentId: 'amy', ...to })).rejects.toThrow(InvalidInputError);
  });
});

describe('a release', () => {
  it('of a held ticket puts it back and tells the customer', async () => {
    await claimHandoff(deps(), id, { agentId: 'amy' });
    await releaseHandoff(deps(), id, 'amy');
    await releaseHandoff(deps(), id, 'amy');
    expect(await handoff()).toMatchObject({ status: 'waiting', lastAgentId: 'amy' });
    expect(await world.told('c')).toEqual(['joined', 'released']);
  });

  it('of an offer is nothing the customer hears of', async () => {
    await world.arrives('bo');
    await transferHandoff(deps(), id, { agentId: 'amy', toAgentId: 'bo' });
    await releaseHandoff(deps(), id, 'bo');
    expect(await handoff()).toMatchObject({ status: 'waiting', passedBy: ['amy', 'bo'] });
    expect(await world.told('c')).toEqual(['transferred']);
    await expect(releaseHandoff(deps(), id, 'chen')).rejects.toThrow(ConflictError);
  });
});

describe('opening again', () => {
  it('by an agent gives them the conversation at once; again changes nothing', async () => {
    await claimHandoff(deps(), id, { agentId: 'amy' });
    await resolveHandoff(deps(), id, { agentId: 'amy', outcome: 'solved' });
    await reopenHandoff(deps(), id, { agentId: 'bo', agentName: 'Bo' });
    expect(await handoff()).toMatchObject({ status: 'claimed', agentId: 'bo', agentName: 'Bo', reopened: 1 });
    expect(await handoff()).not.toHaveProperty('outcome');
    expect(await status()).toBe('human');
    const before = await length();
    await reopenHandoff(deps(), id, { agentId: 'bo' });
    expect(await length()).toBe(before);
    await expect(reopenHandoff(deps(), id, { agentId: 'amy' })).rejects.toThrow('claimed by Bo');
  });

  it('is refused while it is open', async () => {
    await expect(reopenHandoff(deps(), id, { agentId: 'amy' })).rejects.toThrow(ConflictError);
  });
});

describe('notes and contact details', () => {
  it('are kept once, and notes are no matter of holding', async () => {
    const note = { agentId: 'amy', text: '客户很急', noteId: 'n1' };
    await addNote(deps(), id, note);
    await addNote(deps(), id, note);
    await expect(addNote(deps(), id, { ...note, text: 'other' })).rejects.toThrow(ConflictError);
    await claimHandoff(deps(), id, { agentId: 'bo' });
    await addNote(deps(), id, { agentId: 'amy', text: 'more' });
    expect((await world.types('c')).filter((type) => type === 'note_added')).toHaveLength(2);
  });

  it('of the customer go with the ticket and are acknowledged, once', async () => {
    await leaveContact(deps(), 'c', { phone: '13800138000' });
    await leaveContact(deps(), 'c', { phone: '13800138000' });
    await leaveContact(deps(), 'c', { email: 'a@b.cn' });
    expect(await handoff()).toMatchObject({ contact: { phone: '13800138000', email: 'a@b.cn' } });
    expect(await world.told('c')).toEqual(['contact_kept', 'contact_kept']);
    const said = (await world.store.load('c')).find((event) => event.type === 'system_said');
    expect(said).toMatchObject({ text: expect.stringContaining('…8000') });
  });
});

it('the name given with the claim goes with every reply', async () => {
  await claimHandoff(deps(), id, { agentId: 'amy', agentName: '小艾' });
  await replyToHandoff(deps(), id, { agentId: 'amy', text: '在的' });
  expect((await world.store.load('c')).at(-1)).toMatchObject({ agentName: '小艾' });
});
