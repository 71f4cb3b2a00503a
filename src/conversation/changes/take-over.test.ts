import { beforeEach, describe, expect, it } from 'vitest';
import { deskWorld } from '../../../test/fakes/desk-world.ts';
import { ScriptedEngine } from '../../../test/fakes/scripted-engine.ts';
import { createMessageHandler } from '../lane/handle-message.ts';
import { foldConversation } from '../state/fold-conversation.ts';
import { claimHandoff } from './handoff-actions.ts';
import { lineId } from './is-echo.ts';
import { giveBack, takeOver } from './take-over.ts';

let world: ReturnType<typeof deskWorld>;
let engine: ScriptedEngine;
let ask: (messageId: string, text: string) => Promise<{ reply: string; action: string }>;
const state = async () => foldConversation('c', await world.store.load('c'));

beforeEach(async () => {
  world = deskWorld();
  engine = new ScriptedEngine();
  const handler = createMessageHandler({ ...world.deps, engine, startTimer: world.clock.startTimer });
  ask = (messageId, text) => handler.handle('c', { messageId, text });
  await ask('m1', 'hello');
});

describe('an agent at another desk', () => {
  it('who writes has the conversation: the bot falls silent until it is given back', async () => {
    const handoff = await takeOver(world.deps, 'c', { agentId: 'cw-1', agentName: 'Amy', text: 'hi', messageId: 'x1' });
    expect(handoff).toMatchObject({ status: 'claimed', agentId: 'cw-1', reason: 'takeover' });
    expect(await ask('m2', 'are you a bot?')).toMatchObject({ reply: '', action: 'silent' });
    expect(engine.calls).toHaveLength(1);
    await giveBack(world.deps, 'c');
    expect(await ask('m3', 'hello again')).toMatchObject({ reply: 'echo: hello again' });
    await giveBack(world.deps, 'c');
    expect(await world.told('c')).toEqual(['returned']);
  });

  it('may deliver a line twice', async () => {
    const line = { agentId: 'cw-1', text: 'hi', messageId: 'x1' };
    await takeOver(world.deps, 'c', line);
    await takeOver(world.deps, 'c', line);
    expect((await world.types('c')).filter((type) => type === 'agent_replied')).toHaveLength(1);
  });

  it('takes over from a colleague, and a ticket that waits', async () => {
    await ask('m2', 'human please');
    const waiting = await takeOver(world.deps, 'c', { agentId: 'cw-1', text: 'one' });
    const { openHandoffId } = await state();
    expect(waiting).toMatchObject({ id: openHandoffId, agentId: 'cw-1', reason: 'human_request' });
    expect(await takeOver(world.deps, 'c', { agentId: 'cw-2', text: 'two' })).toMatchObject({ agentId: 'cw-2' });
    await giveBack(world.deps, 'c', { done: 'resolved' });
    expect(await state()).toMatchObject({ status: 'resolved' });
  });

  it('wins against an answer under way', async () => {
    const slow = new ScriptedEngine(async ({ texts }) => {
      await takeOver(world.deps, 'c', { agentId: 'cw-1', text: 'I am here' });
      return { reply: `echo: ${texts}` };
    });
    const handler = createMessageHandler({ ...world.deps, engine: slow, startTimer: world.clock.startTimer });
    expect(await handler.handle('c', { messageId: 'm2', text: 'hello' })).toMatchObject({
      reply: '',
      action: 'silent',
    });
    expect((await world.types('c')).filter((type) => type === 'bot_replied')).toHaveLength(1);
  });
});

describe('an echo', () => {
  it.each([{ echoOf: lineId('c', 2) }, { echoOf: 'm1' }, { messageId: 'm1' }])(
    'is known by its id: %j',
    async (ids) => {
      await takeOver(world.deps, 'c', { agentId: 'bot', text: 'what the channel made of it', ...ids });
      expect(await state()).toMatchObject({ status: 'bot' });
      expect(await world.types('c')).toHaveLength(2);
    },
  );

  it('is known by its words for a minute, where the channel keeps no ids', async () => {
    await takeOver(world.deps, 'c', { agentId: 'bot', text: ' echo: hello ' });
    expect(await state()).toMatchObject({ status: 'bot' });
    await world.clock.advance(61_000);
    await takeOver(world.deps, 'c', { agentId: 'cw-1', text: 'echo: hello' });
    expect(await state()).toMatchObject({ status: 'human' });
  });

  it('of an agent at our desk is known too', async () => {
    await ask('m2', 'human please');
    const { openHandoffId = '' } = await state();
    await claimHandoff(world.deps, openHandoffId, { agentId: 'amy', agentName: 'Amy' });
    await takeOver(world.deps, 'c', { agentId: 'bot', text: 'Amy has joined and will help you.' });
    expect((await state()).agent?.id).toBe('amy');
  });
});
