import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../test/fakes/test-app.ts';

let desk: TestApp;
let id: string;
beforeEach(async () => {
  desk = await testApp();
  id = (await desk.post('/v1/conversations/c1/messages', { messageId: 'm1', text: 'human' })).json().handoff.id;
});
afterEach(() => desk.app.close());

const act = (action: string, body: unknown, handoff = id) => desk.post(`/v1/handoffs/${handoff}/${action}`, body);

describe('the queue', () => {
  it('lists hand-offs by status with their brief', async () => {
    const waiting = (await desk.get('/v1/handoffs?status=waiting')).json();
    expect(waiting.handoffs).toHaveLength(1);
    expect(waiting.handoffs[0]).toMatchObject({
      id,
      conversationId: 'c1',
      status: 'waiting',
      reason: 'human_request',
      brief: { wants: 'a person' },
    });
    expect((await desk.get('/v1/handoffs?status=resolved')).json()).toEqual({ handoffs: [] });
    expect((await desk.get('/v1/handoffs')).json()).toEqual(waiting);
    expect((await desk.get(`/v1/handoffs/${id}`)).json()).toEqual(waiting.handoffs[0]);
  });

  it.each([
    ['status=lost', 'status'],
    ['limit=0', 'limit'],
    ['limit=many', 'limit'],
    ['stauts=waiting', 'stauts'],
  ])('refuses ?%s and names %s', async (query, field) => {
    const response = await desk.get(`/v1/handoffs?${query}`);
    expect(response.statusCode).toBe(400);
    expect(response.json().errors[0].field).toBe(field);
  });
});

describe('a hand-off', () => {
  it('is claimed, replied to and resolved', async () => {
    expect((await act('claim', { agentId: 'amy' })).json()).toMatchObject({ id, status: 'claimed', agentId: 'amy' });
    expect((await act('reply', { agentId: 'amy', text: '在的' })).statusCode).toBe(200);
    const resolved = await act('resolve', { agentId: 'amy', outcome: 'refunded' });
    expect(resolved.json()).toMatchObject({ status: 'resolved', outcome: 'refunded' });
    expect((await desk.get('/v1/conversations/c1')).json()).toMatchObject({ status: 'resolved' });
    const next = await desk.post('/v1/conversations/c1/messages', { messageId: 'm2', text: 'hello' });
    expect(next.json()).toMatchObject({ reply: 'echo: hello', conversation: { status: 'bot' } });
  });

  it('is returned to the bot', async () => {
    await act('claim', { agentId: 'amy' });
    expect((await act('return', { agentId: 'amy' })).json()).toMatchObject({ status: 'returned' });
    const next = await desk.post('/v1/conversations/c1/messages', { messageId: 'm2', text: 'hello' });
    expect(next.json()).toMatchObject({ reply: 'echo: hello', conversation: { status: 'bot' } });
  });

  it('leaves nothing unanswered that the bot knows when it is returned', async () => {
    await desk.post('/v1/conversations/c1/messages', { messageId: 'm2', text: 'hello' });
    await act('claim', { agentId: 'amy' });
    await act('return', { agentId: 'amy' });
    const said = async () => (await desk.get('/v1/conversations/c1')).json().transcript.at(-1);
    await expect.poll(said).toMatchObject({ role: 'bot', text: 'echo: hello' });
    await act('return', { agentId: 'amy' });
    await desk.app.close();
    const replied = (await desk.store.load('c1')).filter(({ type }) => type === 'bot_replied');
    expect(replied).toHaveLength(2);
  });

  it('is closed only with an outcome that the desk knows', async () => {
    await act('claim', { agentId: 'amy' });
    const refused = await act('resolve', { agentId: 'amy', outcome: 'all good' });
    expect(refused.statusCode).toBe(400);
    const [{ field, message }] = refused.json().errors;
    expect([field, message]).toEqual(['outcome', expect.stringContaining('solved, refunded')]);
    expect((await desk.get(`/v1/handoffs/${id}`)).json()).toMatchObject({ status: 'claimed' });
  });

  it('goes to one of several agents who claim at once', async () => {
    const claims = await Promise.all(['amy', 'bo', 'chen'].map((agentId) => act('claim', { agentId })));
    expect(claims.map((response) => response.statusCode).sort()).toEqual([200, 409, 409]);
  });

  it('cannot be changed by an agent who does not hold it', async () => {
    await act('claim', { agentId: 'amy' });
    const attempts = [
      act('reply', { agentId: 'bo', text: 'hi' }),
      act('resolve', { agentId: 'bo' }),
      act('return', { agentId: 'bo' }),
    ];
    for (const response of await Promise.all(attempts)) {
      expect(response.statusCode).toBe(409);
      expect(response.json().detail).toBe('the hand-off is claimed by amy');
    }
  });

  it('that does not exist is 404', async () => {
    for (const action of ['claim', 'return', 'resolve']) {
      expect((await act(action, { agentId: 'amy' }, 'nope')).statusCode).toBe(404);
    }
    expect((await act('reply', { agentId: 'amy', text: 'x' }, 'nope')).statusCode).toBe(404);
    expect((await desk.get('/v1/handoffs/nope')).statusCode).toBe(404);
  });

  it.each([
    ['claim', {}, 'agentId'],
    ['claim', { agentId: 'a b' }, 'agentId'],
    ['claim', { agentId: 'amy', force: true }, 'force'],
    ['reply', { agentId: 'amy' }, 'text'],
    ['reply', { agentId: 'amy', text: ' ' }, 'text'],
    ['resolve', { agentId: 'amy', outcome: 'two\nlines' }, 'outcome'],
    ['return', [], 'body'],
  ])('%s %j is refused and names %s', async (action, body, field) => {
    const response = await act(action, body);
    expect(response.statusCode).toBe(400);
    expect(response.json().errors[0].field).toBe(field);
  });
});

describe('what an agent does over HTTP', () => {
  it('is a sign of life of an agent who has shown itself before, and of nobody else', async () => {
    const agent = { agentId: 'amy', name: 'Amy', available: true, teams: [], languages: [] };
    await desk.presence.set({ ...agent, seenAt: Date.now() - 300_000 });
    expect((await act('claim', { agentId: 'amy' }, 'nope')).statusCode).toBe(404);
    expect(Date.now() - (await desk.presence.list())[0].seenAt).toBeGreaterThan(200_000);
    await act('claim', { agentId: 'amy' });
    const [amy] = await desk.presence.list();
    expect(Date.now() - amy.seenAt).toBeLessThan(60_000);
    await act('note', { agentId: 'bo', text: 'hm' });
    expect((await desk.presence.list()).map(({ agentId }) => agentId)).toEqual(['amy']);
  });
});
