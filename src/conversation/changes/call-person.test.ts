import { describe, expect, it } from 'vitest';
import { deskWorld } from '../../../test/fakes/desk-world.ts';
import { ScriptedEngine } from '../../../test/fakes/scripted-engine.ts';
import { parseDeskSettings } from '../../desk/read-desk-settings.ts';
import { createMessageHandler } from '../lane/handle-message.ts';

function open(settings?: Parameters<typeof deskWorld>[0]) {
  const world = deskWorld(settings);
  const engine = new ScriptedEngine();
  return {
    world,
    engine,
    handler: createMessageHandler({ ...world.deps, engine, startTimer: world.clock.startTimer }),
  };
}
const closed = parseDeskSettings('desk.yaml', 'hours: {week: {}}');

describe('a customer who calls a person', () => {
  it('is told another place than those who call at the same moment', async () => {
    const { handler } = open();
    const calls = ['a', 'b', 'c'].map((id) => handler.handle(id, { messageId: 'm', text: 'a human' }));
    const told = (await Promise.all(calls)).map(({ notice }) => notice?.text.split('.')[0]);
    expect(told.sort()).toEqual([
      'There are 2 people before you',
      'There is one person before you',
      'You are next in line',
    ]);
  });

  it('and writes in the same message how to be reached has left it, and is not asked for it', async () => {
    const { world, handler } = open(closed);
    const text = '转人工，我微信号 abc_12345，手机13711112222 human';
    const { notice } = await handler.handle('c', { messageId: 'm', text });
    expect(notice).toEqual({ code: 'closed', text: expect.not.stringContaining('leave a phone') });
    expect(await world.told('c')).toEqual(['closed', 'contact_kept']);
    const [handoff] = await world.store.listHandoffs({ status: 'waiting' });
    expect(handoff.contact).toEqual({ phone: '13711112222', wechat: 'abc_12345' });
  });

  it('is not answered with a number when the bot answers', async () => {
    const { world, handler } = open();
    await handler.handle('c', { messageId: 'm', text: 'my number is 13711112222' });
    expect(await world.types('c')).toEqual(['customer_wrote', 'bot_replied']);
  });

  it.each([
    ['the desk is closed', closed, {}, true],
    ['the desk is open', undefined, {}, false],
    ['people answer at another desk, which says nothing of it', closed, { queuedElsewhere: true }, false],
  ])('is not promised anybody by the engine when nobody comes: %s', async (_case, settings, more, nobodyComes) => {
    const { engine, handler } = open(settings);
    await handler.handle('c', { messageId: 'm', text: 'a human', ...more });
    expect(engine.calls[0].input.nobodyComes ?? false).toBe(nobodyComes);
  });
});
