import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AuthApp, authApp } from '../../test/fakes/auth-app.ts';
import { EventStreamClient } from '../../test/fakes/event-stream-client.ts';
import { openPassingStores, type Stores } from '../open-stores.ts';
import { customerLabel } from '../privacy/customer-label.ts';

const PHONE = '13800138000';
const DAY = 24 * 3_600_000;
let stores: Stores;
let desk: AuthApp;
const open = async (retentionDays?: number, now?: number) => {
  desk = await authApp({
    store: stores.conversations,
    privacy: { personalData: stores.personalData, retentionDays },
    ...(now === undefined ? {} : { clock: { now: () => now } }),
  });
  await desk.add({ name: 'boss', roles: ['admin'] });
  return desk.logIn('boss');
};
beforeEach(async () => {
  stores = await openPassingStores();
});
afterEach(async () => {
  await desk.app.close();
  await stores.close();
});
const say = (conversation: string, messageId: string, text: string, customerId = PHONE) =>
  desk.post(`/v1/conversations/${conversation}/messages`, {
    ...{ messageId, text, customer: { id: customerId, name: '王小明' } },
  });

describe('the data of one customer', () => {
  it('is exported whole, or masked to be passed on', async () => {
    const boss = await open();
    await say('c1', 'm1', `我的电话${PHONE}`);
    await say('c2', 'm1', 'human');
    await say('c3', 'm1', 'somebody else', 'other');
    const answer = await boss.get(`/v1/privacy/customers/${PHONE}/export`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toContain('attachment');
    const whole = answer.json();
    expect(whole.conversations.map((conversation: { id: string }) => conversation.id)).toEqual(['c1', 'c2']);
    expect(whole.conversations[0].events[0]).toMatchObject({ text: `我的电话${PHONE}`, customer: { name: '王小明' } });
    expect(answer.body).not.toContain('somebody else');
    const masked = await boss.get(`/v1/privacy/customers/${PHONE}/export?masked=true`);
    expect(masked.json()).toMatchObject({ masked: true, conversations: [{}, {}] });
    expect(masked.body).not.toMatch(/0013|王小明/);
    expect(masked.body).toContain('我的电话138****8000');
  });

  it('is erased, an open hand-off closed, and the same conversation may begin anew', async () => {
    const boss = await open();
    await say('c1', 'm1', 'hello');
    const { id } = (await say('c2', 'm1', 'human')).json().handoff;
    await say('c3', 'm1', 'hello', 'other');
    const erased = await boss.send('DELETE', `/v1/privacy/customers/${PHONE}`);
    expect(erased.json()).toMatchObject({ conversations: 2, handoffs: 1 });
    expect((await boss.get(`/v1/privacy/customers/${PHONE}/export`)).statusCode).toBe(404);
    expect((await boss.send('DELETE', `/v1/privacy/customers/${PHONE}`)).statusCode).toBe(404);
    expect((await boss.get(`/v1/handoffs/${id}`)).statusCode).toBe(404);
    expect((await desk.get('/v1/conversations/c1')).statusCode).toBe(404);
    expect((await desk.get('/v1/conversations/c3')).statusCode).toBe(200);
    expect((await say('c1', 'm1', 'hello again')).json()).toMatchObject({ reply: 'echo: hello again' });
  });

  it('leaves the screens of agents who look, and of those who come back', async () => {
    const boss = await open();
    const { id } = (await say('c1', 'm1', 'human')).json().handoff;
    expect(id).toBeDefined();
    const address = await desk.app.listen({ host: '127.0.0.1', port: 0 });
    const look = (more = {}) =>
      EventStreamClient.open(`${address}/v1/desk/events`, { cookie: `xiaoer_session=${boss.token}`, ...more });
    const here = await look();
    await vi.waitFor(() => expect(here.named('reset')).toHaveLength(1));
    await boss.send('DELETE', `/v1/privacy/customers/${PHONE}`);
    await vi.waitFor(() => expect(here.named('erased')).toEqual([{ conversationId: 'c1' }]));
    const back = await look({ 'last-event-id': here.lastId });
    // Since the process started nothing else has happened, so that it cannot know what the reader missed.
    await vi.waitFor(() => expect(back.named('reset')).toHaveLength(1));
    await Promise.all([here.close(), back.close()]);
  });

  it('leaves the window of the customer who looks', async () => {
    const boss = await open();
    await say('c1', 'm1', 'human');
    const address = await desk.app.listen({ host: '127.0.0.1', port: 0 });
    const customer = await EventStreamClient.open(`${address}/v1/conversations/c1/events`);
    await vi.waitFor(() => expect(customer.named('line')).toHaveLength(3));
    await boss.send('DELETE', `/v1/privacy/customers/${PHONE}`);
    await vi.waitFor(() => expect(customer.named('erased')).toHaveLength(1));
    expect(customer.events.at(-1)?.event).toBe('erased');
    await customer.close();
  });

  it('of a customer without an id is found by the conversation', async () => {
    const boss = await open();
    await desk.post('/v1/conversations/c1/messages', { messageId: 'm1', text: 'hello' });
    expect((await boss.get('/v1/privacy/conversations/c1/export')).json().conversations).toHaveLength(1);
    expect((await boss.send('DELETE', '/v1/privacy/conversations/c1')).json()).toMatchObject({ conversations: 1 });
    expect((await boss.send('DELETE', '/v1/privacy/conversations/c1')).statusCode).toBe(404);
  });

  it('is for admins only, and what they do is recorded without the customer', async () => {
    const boss = await open();
    await desk.add({ name: 'amy', roles: ['agent', 'editor', 'analyst'] });
    const amy = await desk.logIn('amy');
    await say('c1', 'm1', 'hello');
    expect((await amy.get(`/v1/privacy/customers/${PHONE}/export`)).statusCode).toBe(403);
    expect((await amy.send('DELETE', `/v1/privacy/customers/${PHONE}`)).statusCode).toBe(403);
    await boss.get(`/v1/privacy/customers/${PHONE}/export`);
    await boss.send('DELETE', `/v1/privacy/customers/${PHONE}`);
    const trail = await boss.get('/v1/audit?action=customer_data.');
    const target = `customer:${customerLabel(PHONE)}`;
    expect(trail.json().entries).toMatchObject([
      { action: 'customer_data.erased', target, actor: { name: 'boss' }, details: { conversations: 1 } },
      { action: 'customer_data.exported', target, details: { conversations: 1, masked: false } },
    ]);
    expect(trail.body).not.toContain(PHONE);
  });
});

describe('forgetting by age', () => {
  it('happens at the start of the server, and is recorded', async () => {
    const now = Date.UTC(2026, 10, 28);
    const wrote = (at: number) => ({ type: 'customer_wrote' as const, at, messageId: `m${at}`, text: 'hello' });
    await stores.conversations.append('old', 0, [wrote(now - 31 * DAY)]);
    await stores.conversations.append('both', 0, [wrote(now - 31 * DAY), wrote(now)]);
    await open(30, now);
    await expect.poll(async () => stores.conversations.load('old')).toEqual([]);
    expect(await stores.conversations.load('both')).toMatchObject([{ text: '…' }, { text: 'hello' }]);
    await expect
      .poll(() => desk.auth.audit.entries.find((entry) => entry.action === 'customer_data.forgotten'))
      .toMatchObject({ actor: { id: 'retention' }, details: { conversations: 1, redactedEvents: 1 } });
  });

  it('is off by default', async () => {
    await stores.conversations.append('old', 0, [{ type: 'customer_wrote', at: 1, messageId: 'm', text: 'hello' }]);
    await open();
    expect(await stores.conversations.load('old')).toHaveLength(1);
  });
});
