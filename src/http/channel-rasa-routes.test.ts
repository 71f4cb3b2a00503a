import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestChannels, testChannels } from '../../test/fakes/test-channels.ts';

let desk: TestChannels;
beforeEach(async () => {
  desk = await testChannels();
});
afterEach(() => desk.app.close());
const send = (message: string, more: object = {}) =>
  desk.post('/webhooks/rest/webhook', { sender: 'user-1', message, ...more });
const conversationId = () => desk.store.appends[0]?.conversationId ?? '';

describe('a client of the REST channel of Rasa', () => {
  it('sends what it sent to Rasa and gets what Rasa gave', async () => {
    const response = await send('hello', { metadata: { any: { thing: 1 } }, input_channel: 'mobile' });
    expect([response.statusCode, response.json()]).toEqual([200, [{ recipient_id: 'user-1', text: 'echo: hello' }]]);
    await send('again');
    expect(desk.engine.calls[1].state.turns).toHaveLength(1);
    expect((await desk.get('/webhooks/rest/')).json()).toEqual({ status: 'ok' });
  });

  it('is told of a hand-off, and of what agents say on its next request', async () => {
    const called = (await send('human please', { metadata: { message_id: 'm1' } })).json();
    expect(called).toMatchObject([
      { recipient_id: 'user-1', text: 'a person will answer' },
      { recipient_id: 'user-1', text: expect.stringContaining('next in line') },
      { recipient_id: 'user-1', custom: { handoff: { reason: 'human_request' }, conversation: { status: 'waiting' } } },
    ]);
    const { id } = called[2].custom.handoff;
    await desk.post(`/v1/handoffs/${id}/claim`, { agentId: 'amy' });
    await desk.post(`/v1/handoffs/${id}/reply`, { agentId: 'amy', text: 'Amy here' });
    const next = await send('hello?', { metadata: { message_id: 'm2' } });
    const texts = next.json().map(({ text }: { text: string }) => text);
    expect(texts).toContain('Amy here');
    expect((await send('hello?', { metadata: { message_id: 'm2' } })).json()).toEqual(next.json());
    expect((await send('are you there?')).json()).toEqual([]);
  });

  it('is told once of a hand-off by two messages at once, after the reply', async () => {
    const [first, second] = await Promise.all([send('I bought a coat …'), send('human please')]);
    expect(first.json()).toEqual([]);
    expect(second.json()).toMatchObject([
      { text: 'a person will answer' },
      { text: expect.stringContaining('next in line') },
      { custom: { handoff: { reason: 'human_request' } } },
    ]);
  });

  it('is told once by two messages at once what an agent said, before the reply', async () => {
    const { id } = (await send('human please')).json()[2].custom.handoff;
    await desk.post(`/v1/handoffs/${id}/claim`, { agentId: 'amy' });
    await desk.post(`/v1/handoffs/${id}/reply`, { agentId: 'amy', text: 'Amy here' });
    await desk.post(`/v1/handoffs/${id}/return`, { agentId: 'amy' });
    const [first, second] = await Promise.all([send('and my coat …'), send('is it here?')]);
    const texts = second.json().map(({ text }: { text: string }) => text);
    expect([first.json(), texts.filter((text: string) => text === 'Amy here')]).toEqual([[], ['Amy here']]);
    expect(texts.at(-1)).toBe('echo: and my coat …\nis it here?');
  });

  it('may repeat a request that carries an id', async () => {
    const body = { metadata: { message_id: 4711, customer_id: 'c-9', customer_name: '小明' } };
    const first = await send('hello', body);
    expect((await send('hello', body)).json()).toEqual(first.json());
    expect(desk.engine.calls).toHaveLength(1);
    const [event] = await desk.store.load(conversationId());
    expect(event).toMatchObject({ messageId: '4711', customer: { id: 'c-9', name: '小明' }, channel: 'rasa' });
  });

  it('gets each message as a line when it asks for a stream', async () => {
    const response = await desk.post('/webhooks/rest/webhook?stream=true', { sender: 's', message: 'human' });
    const lines = response.body.trim().split('\n');
    expect(lines.map((line) => Object.keys(JSON.parse(line)))).toEqual([
      ['recipient_id', 'text'],
      ['recipient_id', 'text'],
      ['recipient_id', 'custom'],
    ]);
  });

  it('shares a conversation with nobody, and its id tells nobody which', async () => {
    await send('hello');
    await desk.post('/webhooks/rest/webhook', { sender: 'user-2', message: 'hello' });
    const ids = desk.store.appends.map((append) => append.conversationId);
    expect(new Set(ids).size).toBe(2);
    expect(ids[0]).toMatch(/^rasa\.[\w-]{22}$/);
  });

  it('gets nothing for a message that says nothing, and a problem for one that is none', async () => {
    expect((await send(' \n')).json()).toEqual([]);
    expect((await send('a\u0000b')).json()).toEqual([{ recipient_id: 'user-1', text: 'echo: ab' }]);
    expect((await desk.post('/webhooks/rest/webhook', { sender: 'x' })).statusCode).toBe(400);
  });

  it.each(['订单 1', '', 'a b', {}, true])('is told that %j is no id of a message', async (message_id) => {
    const refused = await send('hello', { metadata: { message_id } });
    expect([refused.statusCode, refused.json().errors?.[0]?.field]).toEqual([400, 'metadata.message_id']);
    expect(desk.store.appends).toEqual([]);
  });
});
