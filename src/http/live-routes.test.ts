import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EventStreamClient } from '../../test/fakes/event-stream-client.ts';
import { type TestApp, testApp } from '../../test/fakes/test-app.ts';
import { createWhispers } from '../ports/whispers.ts';
import { tellErased } from './live-hub.ts';

let desk: TestApp;
let address: string;
const clients: EventStreamClient[] = [];
const whispers = createWhispers();

async function listen(limits = {}, store?: TestApp['store']) {
  const kept = store && { store };
  desk = await testApp(kept, { whispers, limits: { beatMs: 50, ...limits }, ...(store && { feed: store }) });
  address = await desk.app.listen({ host: '127.0.0.1', port: 0 });
}
const open = async (path: string, headers?: Record<string, string>) => {
  const client = await EventStreamClient.open(`${address}${path}`, headers);
  clients.push(client);
  return client;
};
const write = (messageId: string, text: string, id = 'c1') =>
  desk.post(`/v1/conversations/${id}/messages`, { messageId, text });
const positions = (client: EventStreamClient) => client.named('line').map(({ position }) => position);

beforeEach(() => listen());
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
  await desk.app.close();
});

describe("the customer's stream", () => {
  it('may be opened before anything is said, and brings every line and every change of status', async () => {
    const customer = await open('/v1/conversations/c1/events');
    const { handoff } = (await write('m1', 'human')).json();
    await desk.post(`/v1/handoffs/${handoff.id}/claim`, { agentId: 'amy', agentName: 'Amy' });
    await desk.post(`/v1/handoffs/${handoff.id}/reply`, { agentId: 'amy', text: 'hello' });
    await desk.post(`/v1/handoffs/${handoff.id}/note`, { agentId: 'amy', text: 'secret' });
    await desk.post(`/v1/handoffs/${handoff.id}/resolve`, { agentId: 'amy' });
    await vi.waitFor(() => expect(customer.named('status').at(-1)).toEqual({ status: 'resolved' }));
    const lines = customer.named('line').map(({ role, code, agentName }) => [role, code ?? agentName]);
    expect(lines).toEqual([
      ['customer', undefined],
      ['bot', undefined],
      ['system', 'called'],
      ['system', 'joined'],
      ['agent', 'Amy'],
      ['system', 'resolved'],
    ]);
    const statuses = customer.named('status');
    expect(statuses[0]).toEqual({ status: 'bot' });
    expect(statuses).toContainEqual({ status: 'waiting', position: 1, expectedWait: null, opensAt: null });
    expect(statuses).toContainEqual({ status: 'human', agent: { name: 'Amy' } });
    expect(customer.raw).not.toContain('secret');
  });

  it('goes on where the reader was, by header or query, with nothing twice and nothing left out', async () => {
    for (const number of [1, 2, 3]) await write(`m${number}`, `text ${number}`);
    const first = await open('/v1/conversations/c1/events');
    await vi.waitFor(() => expect(positions(first)).toEqual([1, 2, 3, 4, 5, 6]));
    expect(first.lastId).toBe('6');
    await first.close();
    await write('m4', 'text 4');
    const again = await open('/v1/conversations/c1/events', { 'last-event-id': '5' });
    const asked = await open('/v1/conversations/c1/events?after=7');
    await write('m5', 'text 5');
    await vi.waitFor(() => expect(positions(again)).toEqual([6, 7, 8, 9, 10]));
    await vi.waitFor(() => expect(positions(asked)).toEqual([8, 9, 10]));
  });

  it('loses and doubles nothing while messages come and connections break', async () => {
    const seen: number[] = [];
    let after = 0;
    let writing = true;
    const reading = (async () => {
      while (writing || seen.length < 80) {
        const client = await open(`/v1/conversations/c1/events?after=${after}`);
        await pause(Math.random() * 15);
        if (!writing) await vi.waitFor(() => expect(client.named('line').length + seen.length).toBe(80));
        await client.close();
        seen.push(...positions(client));
        after = seen.at(-1) ?? 0;
      }
    })();
    for (let number = 1; number <= 40; number++) await write(`m${number}`, `text ${number}`);
    writing = false;
    await reading;
    expect(seen).toEqual(Array.from({ length: 80 }, (_, index) => index + 1));
  });

  it('begins anew with a conversation that was erased and goes on under the same id', async () => {
    for (const number of [1, 2, 3]) await write(`m${number}`, `text ${number}`);
    const customer = await open('/v1/conversations/c1/events');
    await vi.waitFor(() => expect(positions(customer)).toEqual([1, 2, 3, 4, 5, 6]));
    desk.store.forget('c1');
    await write('m1', 'afresh');
    await customer.ended;
    expect(positions(customer)).toHaveLength(6);
    const again = await open('/v1/conversations/c1/events', { 'last-event-id': '6' });
    await vi.waitFor(() => expect(again.named('line')).toMatchObject([{ text: 'afresh' }, { role: 'bot' }]));
  });

  it('tells that nothing is kept any more, and then what has begun anew', async () => {
    for (const number of [1, 2, 3]) await write(`m${number}`, `text ${number}`);
    const customer = await open('/v1/conversations/c1/events');
    const other = await open('/v1/conversations/c2/events');
    await vi.waitFor(() => expect(positions(customer)).toHaveLength(6));
    desk.store.forget('c1');
    await tellErased(whispers, 'c1');
    await customer.ended;
    expect(customer.named('erased')).toEqual([{}]);
    for (const number of [4, 5, 6, 7]) await write(`m${number}`, `text ${number}`);
    const back = await open('/v1/conversations/c1/events?after=6', { 'last-event-id': customer.lastId });
    await vi.waitFor(() => expect(positions(back)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]));
    expect([back.named('erased'), other.named('erased')]).toEqual([[], []]);
  });

  it('tells who comes back that nothing is kept any more', async () => {
    await write('m1', 'text 1');
    desk.store.forget('c1');
    const back = await open('/v1/conversations/c1/events?after=2');
    await vi.waitFor(() => expect(back.events.map(({ event }) => event)).toEqual(['erased', 'status']));
  });

  it('shows that an agent writes, and stays alive', async () => {
    const { handoff } = (await write('m1', 'human')).json();
    const customer = await open('/v1/conversations/c1/events');
    expect((await desk.post(`/v1/handoffs/${handoff.id}/typing`)).statusCode).toBe(204);
    await vi.waitFor(() => expect(customer.named('typing')).toEqual([{ role: 'agent' }]));
    await vi.waitFor(() => expect(customer.raw).toContain('\n:\n'));
  });

  it('tells of the place in the queue as it changes', async () => {
    const first = (await write('m1', 'human', 'first')).json().handoff.id;
    await write('m1', 'human', 'second');
    const customer = await open('/v1/conversations/second/events');
    await vi.waitFor(() => expect(customer.named('status').at(-1)).toMatchObject({ position: 2 }));
    await desk.post(`/v1/handoffs/${first}/claim`, { agentId: 'amy' });
    await vi.waitFor(() => expect(customer.named('status').at(-1)).toMatchObject({ position: 1 }));
  });
});

describe("the agents' stream", () => {
  it('begins with a reset and brings hand-offs, lines with notes, and who writes', async () => {
    const agent = await open('/v1/desk/events');
    await vi.waitFor(() => expect(agent.events.map(({ event }) => event)).toEqual(['reset', 'agents']));
    const { handoff } = (await write('m1', 'human')).json();
    await desk.post(`/v1/handoffs/${handoff.id}/note`, { agentId: 'amy', text: 'careful', noteId: 'n1' });
    expect((await desk.post('/v1/conversations/c1/typing')).statusCode).toBe(204);
    await vi.waitFor(() => expect(agent.named('typing')).toEqual([{ conversationId: 'c1' }]));
    await vi.waitFor(() => expect(agent.named('line')).toHaveLength(4));
    expect(agent.named('line')[1]).toMatchObject({ conversationId: 'c1', line: { role: 'bot', inReplyTo: ['m1'] } });
    expect(agent.named('line')[3].line).toMatchObject({ note: true, text: 'careful', noteId: 'n1' });
    expect(agent.named('handoff').at(-1)).toMatchObject({ id: handoff.id, stage: 'waiting', conversationId: 'c1' });
  });

  it('goes on where the reader was; what is too old or unknown is read afresh', async () => {
    await write('m1', 'human');
    const later = await open('/v1/desk/events', { 'last-event-id': '1' });
    await vi.waitFor(() => expect(later.named('line').map(({ line }) => line.position)).toEqual([2, 4]));
    expect(later.named('handoff')).toHaveLength(1);
    expect(later.named('reset')).toEqual([]);
    const lost = await open('/v1/desk/events', { 'last-event-id': '999' });
    await vi.waitFor(() => expect(lost.named('reset')).toHaveLength(1));
    expect(lost.lastId).toBe('4');
  });

  describe('of a conversation that was erased', () => {
    const names = (client: EventStreamClient) =>
      client.events.map(({ event }) => event).filter((event) => event !== 'agents');
    const erase = async () => {
      desk.store.forget('c1');
      await tellErased(whispers, 'c1');
    };

    it('tells once, and not of the one that has begun again under its id', async () => {
      await write('m1', 'hello');
      const agent = await open('/v1/desk/events');
      await vi.waitFor(() => expect(agent.named('reset')).toHaveLength(1));
      await erase();
      await vi.waitFor(() => expect(agent.named('erased')).toEqual([{ conversationId: 'c1' }]));
      await write('m1', 'afresh');
      await vi.waitFor(() => expect(agent.named('line')).toHaveLength(2));
      await agent.close();
      const back = await open('/v1/desk/events', { 'last-event-id': agent.lastId });
      await write('m2', 'more');
      await vi.waitFor(() => expect(back.named('line')).toHaveLength(2));
      expect(names(back)).toEqual(['line', 'line']);
    });

    it('tells who was away before what has begun since', async () => {
      await write('m1', 'hello');
      await erase();
      await write('m1', 'afresh');
      const back = await open('/v1/desk/events', { 'last-event-id': '2' });
      await vi.waitFor(() => expect(back.named('line')).toHaveLength(2));
      expect(names(back)).toEqual(['erased', 'line', 'line']);
    });

    it('has everything read afresh when it began again before that was told', async () => {
      await write('m1', 'hello');
      const agent = await open('/v1/desk/events');
      desk.store.forget('c1');
      await write('m1', 'afresh');
      await vi.waitFor(() => expect(agent.named('line')).toHaveLength(2));
      await tellErased(whispers, 'c1');
      await vi.waitFor(() => expect(agent.named('reset')).toHaveLength(2));
      expect(agent.named('erased')).toEqual([]);
    });

    it('has everything read afresh by whoever was away while the server started again', async () => {
      await write('m1', 'hello');
      await erase();
      const { store } = desk;
      await desk.app.close();
      await listen({}, store);
      const back = await open('/v1/desk/events', { 'last-event-id': '2' });
      await vi.waitFor(() => expect(names(back)).toEqual(['reset']));
    });

    it('ends the streams when it cannot be told, and tells who comes back', async () => {
      await write('m1', 'hello');
      const agent = await open('/v1/desk/events', { 'last-event-id': '1' });
      await vi.waitFor(() => expect(agent.named('line')).toHaveLength(1));
      vi.spyOn(desk.store, 'latest').mockRejectedValueOnce(new Error('away'));
      await erase();
      await agent.ended;
      const back = await open('/v1/desk/events', { 'last-event-id': '2' });
      await vi.waitFor(() => expect(names(back)).toEqual(['reset']));
    });
  });

  it('is a sign of life of the agent it names', async () => {
    await desk.post('/v1/desk/presence', { agentId: 'amy', name: 'Amy', available: true });
    const [{ seenAt }] = await desk.presence.list();
    await open('/v1/desk/events?agentId=amy');
    await vi.waitFor(async () => expect((await desk.presence.list())[0].seenAt).toBeGreaterThan(seenAt));
    const agent = await open('/v1/desk/events');
    await vi.waitFor(() => expect(agent.named('agents').at(-1).agents[0]).toMatchObject({ id: 'amy', online: true }));
  });
});

describe('streams', () => {
  it('are limited for one reader', async () => {
    await desk.app.close();
    await listen({ perReader: 2 });
    const first = await open('/v1/conversations/c1/events');
    await open('/v1/conversations/c1/events');
    await expect(open('/v1/conversations/c1/events')).rejects.toThrow('429');
    await first.close();
    await vi.waitFor(() => open('/v1/conversations/c1/events'));
  });

  it('end when the server closes, without being waited for', async () => {
    const client = await open('/v1/conversations/c1/events');
    const started = performance.now();
    await desk.app.close();
    await client.ended;
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it.each(['garbage', '-1', '1e3', '0x10', 'NaN', '1, 2', ' ', '9'.repeat(40), '\u00e9', '1;--', 'null'])(
    'take a Last-Event-ID of %j for none',
    async (lastEventId) => {
      await write('m1', 'hello');
      const customer = await open('/v1/conversations/c1/events?after=1', { 'last-event-id': lastEventId });
      await vi.waitFor(() => expect(positions(customer)).toEqual([2]));
      const agent = await open('/v1/desk/events', { 'last-event-id': lastEventId });
      await vi.waitFor(() => expect(agent.named('reset')).toHaveLength(1));
    },
  );

  it.each(['after=-1', 'after=x', 'since=1'])('refuse ?%s', async (query) => {
    expect((await desk.get(`/v1/conversations/c1/events?${query}`)).statusCode).toBe(400);
  });
});
