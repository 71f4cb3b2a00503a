import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InMemoryConversationStore } from '../../test/fakes/in-memory-conversation-store.ts';
import { echo, ScriptedEngine } from '../../test/fakes/scripted-engine.ts';
import { type TestApp, testApp } from '../../test/fakes/test-app.ts';

const MESSAGES = '/v1/conversations/c1/messages';
let desk: TestApp;
beforeEach(async () => {
  desk = await testApp();
});
afterEach(() => desk.app.close());

describe('POST messages', () => {
  it('answers with everything the contract names', async () => {
    const citations = [{ article: 'returns', title: 'Returns', heading: 'How', version: '0123456789ab' }];
    const engine = new ScriptedEngine(() => ({ reply: '七天内可以退。', citations }));
    const { post, app } = await testApp({ engine });
    const response = await post(MESSAGES, {
      messageId: 'm1',
      text: '可以退吗\n谢谢\t😀',
      customer: { id: 'u1', name: '小明', tier: 'vip' },
      channel: 'web',
      locale: 'zh-CN',
    });
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(response.json()).toEqual({
      reply: '七天内可以退。',
      action: 'answer',
      intents: [{ name: 'greeting', confidence: 0.9 }],
      sentiment: { label: 'neutral', score: 0.05 },
      citations,
      conversation: { id: 'c1', status: 'bot' },
    });
    await app.close();
  });

  it('tells of the hand-off, stores it, notifies, and is silent from then on', async () => {
    const first = await desk.post(MESSAGES, { messageId: 'm1', text: 'human' });
    expect(first.json()).toMatchObject({
      action: 'escalate',
      handoff: { reason: 'human_request', priority: 'normal', team: 'general' },
      conversation: { id: 'c1', status: 'waiting' },
    });
    expect(await desk.store.getHandoff(first.json().handoff.id)).toMatchObject({ status: 'waiting' });
    expect(desk.notifier.told).toHaveLength(1);
    const second = await desk.post(MESSAGES, { messageId: 'm2', text: 'hello?' });
    expect(second.json()).toMatchObject({ reply: '', action: 'silent', conversation: { status: 'waiting' } });
    expect(desk.engine.calls).toHaveLength(1);
  });

  it('gives the same bytes for the same messageId, also in a new process', async () => {
    const body = { messageId: 'm1', text: 'human' };
    const [first, joined] = await Promise.all([desk.post(MESSAGES, body), desk.post(MESSAGES, body)]);
    const restarted = await testApp({ store: desk.store });
    const again = await restarted.post(MESSAGES, body);
    expect([joined.body, again.body]).toEqual([first.body, first.body]);
    expect(restarted.engine.calls).toHaveLength(0);
    await restarted.app.close();
  });

  it('refuses a messageId that was used for another text', async () => {
    await desk.post(MESSAGES, { messageId: 'm1', text: 'hello' });
    const response = await desk.post(MESSAGES, { messageId: 'm1', text: 'other' });
    expect(response.statusCode).toBe(409);
    expect(response.json()).toMatchObject({ type: 'urn:xiaoer:problem:conflict', status: 409 });
    expect(response.json().detail).toContain('m1');
  });

  it('answers a burst once', async () => {
    const texts = ['hi…', 'I bought shoes…', 'can I return them?'];
    const send = texts.map((text, index) => desk.post(MESSAGES, { messageId: `m${index}`, text }));
    const answers = (await Promise.all(send)).map((response) => response.json());
    expect(answers.map((answer) => answer.action)).toEqual(['silent', 'silent', 'answer']);
    expect(answers[2].reply).toBe(`echo: ${texts.join('\n')}`);
    expect(answers[0]).toMatchObject({ reply: '', conversation: { id: 'c1', status: 'bot' } });
  });

  it('streams when asked to: a chunk a sentence, then the whole answer', async () => {
    const engine = new ScriptedEngine(() => ({ reply: 'You can. Within seven days\nof delivery. 都行!' }));
    const { app, post } = await testApp({ engine });
    const body = { messageId: 'm1', text: 'x' };
    const response = await post(MESSAGES, body, { accept: 'text/event-stream' });
    expect(response.headers['content-type']).toBe('text/event-stream');
    const events = response.body
      .trimEnd()
      .split('\n\n')
      .map((event) => event.split('\n'));
    expect(events.map(([name]) => name)).toEqual(['event: reply', 'event: reply', 'event: reply', 'event: done']);
    const data = events.map(([, line]) => JSON.parse(line.replace('data: ', '')));
    expect(data.slice(0, 3).map((chunk) => chunk.text)).toEqual([
      'You can. ',
      'Within seven days\nof delivery. ',
      '都行!',
    ]);
    expect(data[3]).toEqual((await post(MESSAGES, body)).json());
    await app.close();
  });

  it('streams no errors: they are problems as everywhere', async () => {
    const response = await desk.post(MESSAGES, { text: 'x' }, { accept: 'text/event-stream' });
    expect(response.statusCode).toBe(400);
    expect(response.headers['content-type']).toContain('application/problem+json');
  });

  it('is refused with Retry-After when too much is in flight, and accepted later', async () => {
    const { app, post } = await testApp({ limits: { maxInFlight: 1, burstWindowMs: 50 } });
    const first = post(MESSAGES, { messageId: 'm1', text: 'wait…' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const refused = await post('/v1/conversations/c2/messages', { messageId: 'm1', text: 'x' });
    expect(refused.statusCode).toBe(503);
    expect(refused.headers['retry-after']).toBe('1');
    expect(refused.json()).toMatchObject({ type: 'urn:xiaoer:problem:overloaded' });
    expect((await first).statusCode).toBe(200);
    expect((await post('/v1/conversations/c2/messages', { messageId: 'm1', text: 'x' })).statusCode).toBe(200);
    await app.close();
  });

  it('hides what went wrong inside, stores nothing, and may be retried', async () => {
    let fail = true;
    const engine = new ScriptedEngine((input, state) => echo(fail ? { ...input, texts: ['crash'] } : input, state));
    const { app, post, store } = await testApp({ engine });
    const response = await post(MESSAGES, { messageId: 'm1', text: 'x' });
    expect(response.statusCode).toBe(500);
    expect(Object.keys(response.json())).toEqual(['type', 'title', 'status', 'requestId']);
    expect(response.body).not.toContain('secret');
    expect(await store.load('c1')).toEqual([]);
    fail = false;
    expect((await post(MESSAGES, { messageId: 'm1', text: 'x' })).statusCode).toBe(200);
    await app.close();
  });
});

describe('GET conversation', () => {
  it('shows status and transcript, and neither intents nor brief', async () => {
    const handoffId = (await desk.post(MESSAGES, { messageId: 'm1', text: 'human' })).json().handoff.id;
    await desk.post(`/v1/handoffs/${handoffId}/claim`, { agentId: 'amy' });
    await desk.post(`/v1/handoffs/${handoffId}/reply`, { agentId: 'amy', text: '在的', messageId: 'a1' });
    const at = expect.any(Number);
    expect((await desk.get('/v1/conversations/c1')).json()).toEqual({
      id: 'c1',
      status: 'human',
      transcript: [
        { position: 1, role: 'customer', text: 'human', at, messageId: 'm1' },
        { position: 2, role: 'bot', text: 'a person will answer', at, action: 'escalate', citations: [] },
        { position: 4, role: 'system', code: 'called', text: expect.stringContaining('next in line'), at },
        { position: 6, role: 'system', code: 'joined', text: expect.stringContaining('has joined'), at },
        { position: 7, role: 'agent', text: '在的', at, messageId: 'a1' },
      ],
    });
  });

  it('is 404 for a conversation nobody has started', async () => {
    const response = await desk.get('/v1/conversations/nobody');
    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject({ type: 'urn:xiaoer:problem:not-found', title: 'Not Found' });
  });
});

describe('POST feedback', () => {
  it('is kept', async () => {
    await desk.post(MESSAGES, { messageId: 'm1', text: 'hello' });
    const response = await desk.post('/v1/conversations/c1/feedback', { score: 5, resolved: true, comment: '好\n!' });
    expect(response.json()).toEqual({ conversation: { id: 'c1', status: 'bot' } });
    expect((await desk.store.load('c1')).at(-1)).toMatchObject({ type: 'feedback_given', score: 5, comment: '好\n!' });
  });

  it.each([
    [{ score: 0 }, 'score'],
    [{ score: 6 }, 'score'],
    [{ score: 2.5 }, 'score'],
    [{ score: '5' }, 'score'],
    [{}, 'score'],
    [{ score: 5, resolved: 'yes' }, 'resolved'],
    [{ score: 5, comment: 'x'.repeat(2001) }, 'comment'],
  ])('%j is refused and names %s', async (body, field) => {
    const response = await desk.post('/v1/conversations/c1/feedback', body);
    expect(response.statusCode).toBe(400);
    expect(response.json().errors[0].field).toBe(field);
  });

  it('rates one answer apart from the whole, and nothing that the bot did not say', async () => {
    await desk.post(MESSAGES, { messageId: 'm1', text: 'hello' });
    const [{ position }] = (await desk.get('/v1/conversations/c1'))
      .json()
      .transcript.filter(({ role }: { role: string }) => role === 'bot');
    const rate = (body: object) => desk.post('/v1/conversations/c1/feedback', body);
    await rate({ score: 1, answer: position });
    await rate({ score: 4 });
    await rate({ score: 1, answer: position });
    const given = (await desk.store.load('c1')).filter(({ type }) => type === 'feedback_given');
    expect(given).toMatchObject([
      { score: 1, answer: position },
      { score: 4, answer: undefined },
    ]);
    const refused = await rate({ score: 1, answer: 1 });
    expect(refused.statusCode).toBe(400);
    expect(refused.json().errors).toEqual([{ field: 'answer', message: expect.any(String) }]);
  });

  it('needs a conversation', async () => {
    expect((await desk.post('/v1/conversations/nobody/feedback', { score: 5 })).statusCode).toBe(404);
  });
});

it('a store that fails is a 500 that tells nothing', async () => {
  const store = new InMemoryConversationStore();
  store.load = async () => {
    throw new Error('disk secret');
  };
  const { app, get } = await testApp({ store });
  const response = await get('/v1/conversations/c1');
  expect(response.statusCode).toBe(500);
  expect(response.body).not.toContain('secret');
  await app.close();
});
