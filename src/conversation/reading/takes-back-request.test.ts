import { beforeEach, describe, expect, it } from 'vitest';
import { deskWorld } from '../../../test/fakes/desk-world.ts';
import { SCRIPTED_HANDOFF, ScriptedEngine } from '../../../test/fakes/scripted-engine.ts';
import type { ConversationEvent } from '../../domain/conversation.ts';
import type { ReasonCode } from '../../domain/decision.ts';
import { createMessageHandler, type MessageHandler } from '../lane/handle-message.ts';
import { afterTakingBack, takesBackRequest } from './takes-back-request.ts';

const opened = (reason: ReasonCode): ConversationEvent => ({
  ...{ type: 'handoff_opened', at: 1, handoffId: 'h', draft: { ...SCRIPTED_HANDOFF, reason } },
});
const waiting = { status: 'waiting', openHandoffId: 'h' } as const;
const takesBack = (text: string, reason: ReasonCode = 'human_request') =>
  takesBackRequest(waiting, [opened(reason)], text);

describe('a customer who waits for a person', () => {
  it.each([
    '不用转人工了',
    '不用人工了，退货运费谁出',
    '算了 不用了',
    '不用了谢谢',
    '亲 不等了',
    '我自己解决了',
    '沒事了',
    'never mind',
    'Never mind the agent',
    'no need for a human anymore, how long does shipping take',
    'ok nvm, figured it out',
    "it's sorted now, thanks",
    '算了不用了 我问你吧',
    '啊不用了 你先告诉我怎么开发票',
    '不用了，发票怎么开',
    '那不等了 你帮我查下包邮条件',
    '我点错了',
    '不转了😊',
    '先不转人工了，问下包邮吗',
    '等不及了算了',
    'forget it',
    'actually nvm just tell me if u have gift wrap',
    'changed my mind. whats the return period',
    'its ok i figured it out',
    'its fine',
    'all good now',
    'got it sorted ty',
    'leave it',
  ])('takes the request back: %s', (text) => {
    expect(takesBack(text)).toBe(true);
  });

  it.each([
    '在吗',
    '好的',
    '知道了',
    '还要等多久',
    '算了 我要投诉',
    '不用你，我要人工',
    '不用机器人，转人工',
    '订单号是 202611110001',
    '运费解决了吗',
    'ok thanks',
    'hello?',
    'i need a person now',
    'no',
    'is it fixed',
    '算了我等着吧',
    '不用了吗',
    '不用了 我要找你们主管',
    '取消订单怎么弄',
    '点错了尺码',
    "never mind, i'll wait",
    'its fine, no rush',
    'forget it, you guys are useless',
    'leave it at the door please',
    'i found it broken',
    'found it?',
    'changed my mind about the colour',
    '发错了',
    '取消',
    '取消 订单',
    'cancel it',
    'cancel that, and refund it please',
    'sorry, forget it. you people are awful',
    '已经解决了，但是钱没到',
  ])('does not: %s', (text) => {
    expect(takesBack(text)).toBe(false);
  });

  it.each<ReasonCode>(['repeated_failure', 'low_confidence', 'repetition'])('may, when called for %s', (reason) =>
    expect(takesBack('不用人工了', reason)).toBe(true),
  );

  it.each<ReasonCode>(['anger', 'threat', 'safety', 'legal', 'staff_only', 'takeover'])(
    'cannot, when called for %s',
    (reason) => expect(takesBack('不用人工了', reason)).toBe(false),
  );
});

it.each([
  ['不用了，发票怎么开', '发票怎么开'],
  ['actually nvm just tell me if u have gift wrap', 'just tell me if u have gift wrap'],
  ['never mind the agent', ''],
  ['发票怎么开', undefined],
])('%s asks %s', (text, rest) => {
  expect(afterTakingBack(text)).toBe(rest);
});

it('nothing is taken back from an agent who is there', () => {
  expect(takesBackRequest({ status: 'human', openHandoffId: 'h' }, [opened('human_request')], '不用了')).toBe(false);
});

describe('a request that is taken back', () => {
  let world: ReturnType<typeof deskWorld>;
  let handler: MessageHandler;
  beforeEach(async () => {
    world = deskWorld();
    handler = createMessageHandler({ ...world.deps, engine: new ScriptedEngine(), startTimer: world.clock.startTimer });
    await handler.handle('c', { messageId: 'm1', text: 'a human' });
  });

  it('gives the conversation to the bot, which answers and says that the queue is left; again it says the same', async () => {
    const answer = await handler.handle('c', { messageId: 'm2', text: 'never mind' });
    expect(answer).toMatchObject({
      ...{ reply: 'echo: never mind', action: 'answer', conversation: { status: 'bot' } },
      notice: { code: 'returned', text: expect.stringContaining('no longer in the queue') },
    });
    const handoffs = await world.store.listHandoffs({ status: 'returned' });
    expect(handoffs).toMatchObject([{ status: 'returned', reason: 'human_request' }]);
    expect(handoffs[0].agentId).toBeUndefined();
    expect(await handler.handle('c', { messageId: 'm2', text: 'never mind' })).toEqual(answer);
    expect((await world.types('c')).slice(-4)).toEqual([
      ...['customer_wrote', 'handoff_returned', 'bot_replied', 'system_said'],
    ]);
  });

  it('keeps its place when the same message needs a person after all', async () => {
    const before = await world.store.listHandoffs({ status: 'waiting' });
    const answer = await handler.handle('c', { messageId: 'm2', text: 'no need for a human, forget the human' });
    expect(answer).toMatchObject({ action: 'silent', conversation: { status: 'waiting' } });
    const [after] = await world.store.listHandoffs({ status: 'waiting' });
    expect(after).toMatchObject({ id: before[0].id, queuedAt: before[0].queuedAt, reopened: 0 });
  });

  it('comes back to the same ticket when a person is asked for again', async () => {
    const { handoff } = await handler.handle('c', { messageId: 'm1', text: 'a human' });
    await handler.handle('c', { messageId: 'm2', text: 'never mind' });
    const again = await handler.handle('c', { messageId: 'm3', text: 'a human' });
    expect(again).toMatchObject({ action: 'escalate', handoff: { id: handoff?.id } });
  });

  it('is no concern of ours where people wait in the queue of another desk', async () => {
    const answer = await handler.handle('c', { messageId: 'm2', text: 'never mind', queuedElsewhere: true });
    expect(answer).toMatchObject({ action: 'silent', conversation: { status: 'waiting' } });
  });
});
