import { beforeEach, describe, expect, it } from 'vitest';
import { InMemoryConversationStore } from '../../../test/fakes/in-memory-conversation-store.ts';
import { ManualTime, settle } from '../../../test/fakes/manual-time.ts';
import { RecordingNotifier } from '../../../test/fakes/recording-notifier.ts';
import { echo, type Script, ScriptedEngine } from '../../../test/fakes/scripted-engine.ts';
import { testDesk } from '../../../test/fakes/test-desk.ts';
import { ConflictError, OverloadedError, TooEarlyError } from '../../domain/errors.ts';
import { claimHandoff, resolveHandoff, returnHandoff } from '../changes/handoff-actions.ts';
import { createMessageHandler, type MessageHandler } from './handle-message.ts';
import type { MessageLimits } from './message-limits.ts';

let store: InMemoryConversationStore;
let time: ManualTime;
let notifier: RecordingNotifier;
let engine: ScriptedEngine;
let ids = 0;

function handlerWith(script: Script = echo, limits: Partial<MessageLimits> = {}): MessageHandler {
  engine = new ScriptedEngine(script);
  const { desk, ...others } = deps();
  return createMessageHandler(others, limits);
}
const deps = () => ({
  desk: testDesk({ store, clock: time }).desk,
  store,
  engine,
  notifier,
  clock: time,
  newId: () => `id-${++ids}`,
  startTimer: time.startTimer,
});
const message = (messageId: string, text: string) => ({ messageId, text });
const types = async (id: string) => (await store.load(id)).map((event) => event.type);

beforeEach(() => {
  store = new InMemoryConversationStore();
  time = new ManualTime();
  notifier = new RecordingNotifier();
  ids = 0;
});

describe('a message that follows another', () => {
  const follower = { ...message('m2', 'second'), follows: 'm1' };

  it('is refused until that one is stored or on its way, and nothing is stored', async () => {
    const handler = handlerWith();
    await expect(handler.handle('c', follower)).rejects.toThrow(TooEarlyError);
    expect(await types('c')).toEqual([]);
    await handler.handle('c', message('m1', 'first'));
    expect(await handler.handle('c', follower)).toMatchObject({ reply: 'echo: second' });
  });

  it('goes along with it in one burst, and back with it when it fails', async () => {
    const handler = handlerWith();
    const first = handler.handle('c', message('m1', 'first…'));
    const second = handler.handle('c', follower);
    expect([(await first).reply, (await second).reply]).toEqual(['', 'echo: first…\nsecond']);
    const failing = [handler.handle('d', message('m1', 'crash')), handler.handle('d', follower)];
    const results = await Promise.allSettled(failing);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await types('d')).toEqual([]);
  });
});

describe('a complete message', () => {
  it('is answered at once; message and reply are stored by one append before the answer', async () => {
    const answer = await handlerWith().handle('c', message('m1', 'hello'));
    expect(answer).toEqual({
      reply: 'echo: hello',
      action: 'answer',
      intents: [{ name: 'greeting', confidence: 0.9 }],
      sentiment: { label: 'neutral', score: 0.05 },
      citations: [],
      conversation: { id: 'c', status: 'bot' },
    });
    expect(store.appends).toHaveLength(1);
    expect(await types('c')).toEqual(['customer_wrote', 'bot_replied']);
    expect(notifier.told).toEqual([{ conversationId: 'c', events: store.appends[0].events }]);
  });

  it('that calls a person stores the hand-off in the same append', async () => {
    const answer = await handlerWith().handle('c', message('m1', 'a human please'));
    expect(answer).toMatchObject({
      action: 'escalate',
      handoff: { id: 'id-1', reason: 'human_request', priority: 'normal', team: 'general' },
      conversation: { status: 'waiting' },
    });
    expect(store.appends).toHaveLength(1);
    expect(await store.getHandoff('id-1')).toMatchObject({ status: 'waiting', conversationId: 'c' });
  });

  it('passes customer and locale on to the engine', async () => {
    const customer = { id: 'u1', name: '小明' };
    await handlerWith().handle('c', { messageId: 'm1', text: 'hello', customer, channel: 'web', locale: 'zh-CN' });
    expect(engine.calls[0].input).toEqual({ texts: ['hello'], customer, locale: 'zh-CN', now: time.now() });
    expect((await store.load('c'))[0]).toMatchObject({ customer, channel: 'web', locale: 'zh-CN' });
  });
});

describe('the same messageId again', () => {
  it('gives the same answer and does nothing twice', async () => {
    const handler = handlerWith();
    const first = await handler.handle('c', message('m1', 'human'));
    const again = await handler.handle('c', message('m1', 'human'));
    expect(again).toEqual(first);
    expect(engine.calls).toHaveLength(1);
    expect(store.appends).toHaveLength(1);
    expect(notifier.told).toHaveLength(1);
  });

  it('joins the first while that is under way', async () => {
    let finish = () => {};
    const handler = handlerWith(async (input, state) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return echo(input, state);
    });
    const both = [handler.handle('c', message('m1', 'hello')), handler.handle('c', message('m1', 'hello'))];
    await settle();
    finish();
    const [first, second] = await Promise.all(both);
    expect(second).toEqual(first);
    expect(engine.calls).toHaveLength(1);
  });

  it('gives the same answer after a restart, whatever has happened since', async () => {
    const first = await handlerWith().handle('c', message('m1', 'human'));
    await claimHandoff(deps(), 'id-1', { agentId: 'amy' });
    await resolveHandoff(deps(), 'id-1', { agentId: 'amy' });
    const again = await handlerWith().handle('c', message('m1', 'human'));
    expect(again).toEqual(first);
    expect(engine.calls).toHaveLength(0);
  });

  it('with another text is a conflict, stored or under way', async () => {
    const handler = handlerWith();
    const pending = handler.handle('c', message('m1', 'hello'));
    await expect(handler.handle('c', message('m1', 'other'))).rejects.toThrow(ConflictError);
    await pending;
    await expect(handler.handle('c', message('m1', 'other'))).rejects.toThrow(ConflictError);
    expect(await types('c')).toEqual(['customer_wrote', 'bot_replied']);
  });

  it('may be tried again after a failure, of which nothing was stored', async () => {
    let fail = true;
    const handler = handlerWith(() => {
      if (fail) throw new Error('the model is gone');
      return { reply: 'fine' };
    });
    await expect(handler.handle('c', message('m1', 'hello'))).rejects.toThrow('the model is gone');
    expect(await store.load('c')).toEqual([]);
    fail = false;
    expect(await handler.handle('c', message('m1', 'hello'))).toMatchObject({ reply: 'fine' });
  });
});

describe('a burst', () => {
  it('of fragments is answered once, 700 ms after the last', async () => {
    const handler = handlerWith();
    const first = handler.handle('c', message('m1', 'hi…'));
    await time.advance(600);
    const second = handler.handle('c', message('m2', 'the shoes…'));
    await time.advance(600);
    expect(engine.calls).toHaveLength(0);
    await time.advance(100);
    expect(await first).toMatchObject({ reply: '', action: 'silent', conversation: { id: 'c', status: 'bot' } });
    expect(await second).toMatchObject({ reply: 'echo: hi…\nthe shoes…', action: 'answer' });
    expect(engine.calls).toHaveLength(1);
    expect(store.appends).toHaveLength(1);
    expect(await types('c')).toEqual(['customer_wrote', 'customer_wrote', 'bot_replied']);
  });

  it('ends with a complete message, which is answered at once together with what waits', async () => {
    const handler = handlerWith();
    const first = handler.handle('c', message('m1', 'hi…'));
    await time.advance(100);
    const second = await handler.handle('c', message('m2', 'where is my parcel?'));
    expect(second.reply).toBe('echo: hi…\nwhere is my parcel?');
    expect((await first).action).toBe('silent');
    expect(time.timers).toBe(0);
  });

  it('never waits for more than 3 s in all', async () => {
    const handler = handlerWith();
    const answers = [];
    for (let index = 0; index < 6; index++) {
      answers.push(handler.handle('c', message(`m${index}`, `part ${index}…`)));
      await time.advance(600);
    }
    // 0, 600, ... 2400 are in; the sixth came at 3000, when the first had waited for 3 s.
    expect(engine.calls[0].input.texts).toHaveLength(5);
    await time.advance(700);
    expect((await answers[4]).action).toBe('answer');
    expect((await answers[5]).action).toBe('answer');
  });

  it('takes in what is written while the turn is computed, instead of answering twice', async () => {
    const finishers: (() => void)[] = [];
    const handler = handlerWith(async (input, state) => {
      await new Promise<void>((resolve) => finishers.push(resolve));
      return echo(input, state);
    });
    const first = handler.handle('c', message('m1', 'one'));
    await settle();
    const second = handler.handle('c', message('m2', 'two'));
    finishers[0]();
    await settle();
    finishers[1]();
    expect((await first).action).toBe('silent');
    expect((await second).reply).toBe('echo: one\ntwo');
    expect(store.appends).toHaveLength(1);
  });

  it('is not computed again for ever while the customer goes on writing', async () => {
    let handler: MessageHandler;
    let written = 0;
    const later: Promise<unknown>[] = [];
    handler = handlerWith((input, state) => {
      if (written < 10) later.push(handler.handle('c', message(`more-${++written}`, 'more')));
      return echo(input, state);
    });
    const first = await handler.handle('c', message('m1', 'one'));
    expect(first.action).toBe('silent');
    await Promise.all(later);
    await handler.drain();
    const replies = (await types('c')).filter((type) => type === 'bot_replied');
    expect(replies.length).toBeGreaterThan(1);
    expect(await store.load('c')).toHaveLength(11 + replies.length);
  });

  it('delivered twice is still answered once', async () => {
    const handler = handlerWith();
    const send = () => [handler.handle('c', message('m1', 'hi…')), handler.handle('c', message('m2', 'there…'))];
    const all = [...send(), ...send()];
    await time.advance(700);
    const [a, b, c, d] = await Promise.all(all);
    expect([c, d]).toEqual([a, b]);
    expect(await handler.handle('c', message('m1', 'hi…'))).toEqual(a);
    expect(await handler.handle('c', message('m2', 'there…'))).toEqual(b);
    expect(engine.calls).toHaveLength(1);
  });
});

describe('a fragment just after a reply', () => {
  const citations = [{ article: 'returns', title: 'Returns', heading: 'How', version: '0123456789ab' }];
  const answerReturns: Script = () => ({ reply: 'Within 7 days.', citations });

  it('that would bring the same reply from the same article is stored and left silent', async () => {
    const handler = handlerWith(answerReturns);
    await handler.handle('c', message('m1', 'can I return it'));
    await time.advance(500);
    const second = handler.handle('c', message('m2', 'the black one…'));
    await time.advance(700);
    expect(await second).toMatchObject({ reply: '', action: 'silent', citations: [] });
    expect(await types('c')).toEqual(['customer_wrote', 'bot_replied', 'customer_wrote', 'bot_replied']);
    expect(await handler.handle('c', message('m2', 'the black one…'))).toEqual(await second);
  });

  it('is answered when it brings something new, comes later, or is a whole question', async () => {
    let reply = 'Within 7 days.';
    const handler = handlerWith(() => ({ reply, citations }));
    await handler.handle('c', message('m1', 'can I return it'));
    expect(await handler.handle('c', message('m2', 'can I return it'))).toMatchObject({ reply });
    reply = 'Within 30 days for shoes.';
    const other = handler.handle('c', message('m3', 'shoes…'));
    await time.advance(700);
    expect(await other).toMatchObject({ reply });
    await time.advance(3000);
    const late = handler.handle('c', message('m4', 'the black ones…'));
    await time.advance(700);
    expect(await late).toMatchObject({ reply });
  });
});

describe('while a person is in charge', () => {
  it('messages are kept, silent, at once, and the engine is not asked', async () => {
    const handler = handlerWith();
    await handler.handle('c', message('m1', 'human'));
    const waiting = await handler.handle('c', message('m2', 'are you there…'));
    expect(waiting).toEqual({
      reply: '',
      action: 'silent',
      intents: [],
      sentiment: { label: 'neutral', score: 0 },
      citations: [],
      conversation: { id: 'c', status: 'waiting' },
    });
    await claimHandoff(deps(), 'id-1', { agentId: 'amy' });
    expect((await handler.handle('c', message('m3', 'hello?'))).conversation.status).toBe('human');
    expect(engine.calls).toHaveLength(1);
    expect(await handler.handle('c', message('m2', 'are you there…'))).toEqual(waiting);
  });

  it('ends when the person resolves or returns the conversation', async () => {
    const handler = handlerWith();
    await handler.handle('c', message('m1', 'human'));
    await claimHandoff(deps(), 'id-1', { agentId: 'amy' });
    await returnHandoff(deps(), 'id-1', 'amy');
    expect((await handler.handle('c', message('m2', 'hello'))).reply).toBe('echo: hello');
    await handler.handle('c', message('m3', 'human'));
    await claimHandoff(deps(), 'id-2', { agentId: 'amy' });
    await resolveHandoff(deps(), 'id-2', { agentId: 'amy' });
    const back = await handler.handle('c', message('m4', 'hello'));
    expect(back).toMatchObject({ reply: 'echo: hello', conversation: { status: 'bot' } });
  });
});

describe('a change of the conversation by somebody else', () => {
  it('while the turn is computed makes it be computed again', async () => {
    let meddle = true;
    const handler = handlerWith(async (input, state) => {
      if (meddle) {
        meddle = false;
        await store.append('c', state.version, [{ type: 'feedback_given', at: 1, score: 5 }]);
      }
      return echo(input, state);
    });
    expect((await handler.handle('c', message('m1', 'hello'))).reply).toBe('echo: hello');
    expect(engine.calls).toHaveLength(2);
    expect(await types('c')).toEqual(['feedback_given', 'customer_wrote', 'bot_replied']);
  });

  it('that never ends is reported as overload', async () => {
    const handler = handlerWith(async (_input, state) => {
      await store.append('c', state.version, [{ type: 'feedback_given', at: 1, score: 5 }]);
      return { reply: 'never' };
    });
    await expect(handler.handle('c', message('m1', 'hello'))).rejects.toThrow(OverloadedError);
  });
});

it('a message that comes just when the conversation falls idle is answered, too', async () => {
  for (let ticks = 0; ticks < 20; ticks++) {
    const id = `c-${ticks}`;
    const handler = handlerWith();
    let second: Promise<unknown> | undefined;
    notifier.notify = async () => {
      notifier.notify = () => {};
      for (let tick = 0; tick < ticks; tick++) await null;
      second = handler.handle(id, message('m2', 'two'));
    };
    await handler.handle(id, message('m1', 'one'));
    await settle();
    expect(await second).toMatchObject({ reply: 'echo: two' });
  }
});

describe('bounds', () => {
  it('refuse what is too much in all or for one conversation, and accept duplicates and later messages', async () => {
    const handler = handlerWith(echo, { maxInFlight: 3, maxPerConversation: 2 });
    const accepted = [handler.handle('c', message('m1', 'a…')), handler.handle('c', message('m2', 'b…'))];
    await expect(handler.handle('c', message('m3', 'c…'))).rejects.toThrow(OverloadedError);
    accepted.push(handler.handle('d', message('m1', 'a…')));
    await expect(handler.handle('e', message('m1', 'a…'))).rejects.toThrow(OverloadedError);
    accepted.push(handler.handle('c', message('m2', 'b…')));
    expect(handler.inFlight()).toBe(3);
    await time.advance(700);
    expect(await Promise.all(accepted)).toHaveLength(4);
    expect(handler.inFlight()).toBe(0);
    expect((await handler.handle('c', message('m3', 'c'))).reply).toBe('echo: c');
  });

  it('drain waits for what was accepted', async () => {
    const handler = handlerWith();
    const answer = handler.handle('c', message('m1', 'a…'));
    let drained = false;
    const draining = handler.drain().then(() => {
      drained = true;
    });
    await settle();
    expect(drained).toBe(false);
    await time.advance(700);
    await draining;
    expect((await answer).reply).toBe('echo: a…');
  });
});
