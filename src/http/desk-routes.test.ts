import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../test/fakes/test-app.ts';
import type { Order } from '../domain/shop.ts';
import type { ShopData } from '../ports/shop-data.ts';
import type { Suggest } from '../ports/suggest.ts';

const order: Order = {
  ...{ id: 'A1', customerId: 'u1', status: 'paid', total: 99, placedAt: '2026-11-20', trackingNumbers: [] },
  items: [{ title: '毛衣', quantity: 1 }],
};
const shopData: ShopData = {
  findOrder: async () => undefined,
  ordersOf: async (id) => (id === 'u1' ? [order] : []),
  findParcel: async () => undefined,
};
const asked: string[] = [];
const suggest: Suggest = {
  async suggest(text, language) {
    asked.push(`${language}: ${text}`);
    return [{ text: '可以退', citations: [{ article: 'a', title: 't', heading: '', version: 'v' }], score: 0.7 }];
  },
};

let desk: TestApp;
let id: string;
beforeEach(async () => {
  desk = await testApp({}, { shopData: () => shopData, suggest });
  const customer = { id: 'u1', name: '小明' };
  id = (await desk.post('/v1/conversations/c1/messages', { messageId: 'm1', text: 'human', customer })).json().handoff
    .id;
});
afterEach(() => desk.app.close());

describe('the desk', () => {
  it('lists teams, outcomes, colleagues with what they hold, and how long one would wait', async () => {
    await desk.post('/v1/desk/presence', { agentId: 'amy', name: 'Amy', available: true, languages: ['zh'] });
    await desk.post(`/v1/handoffs/${id}/claim`, { agentId: 'amy' });
    const answer = (await desk.get('/v1/desk')).json();
    expect(answer).toMatchObject({ open: true, opensAt: null, waiting: 0, expectedWait: null });
    expect(answer.agents).toEqual([
      {
        ...{ id: 'amy', name: 'Amy', available: true, online: true, teams: [], languages: ['zh'] },
        load: 1,
        maxLoad: 5,
      },
    ]);
    expect(answer.teams[0]).toEqual({ code: 'presale', name: { zh: '售前', en: 'Pre-sale' } });
    expect(answer.outcomes.length).toBeGreaterThan(3);
  });

  it('shows a conversation with what was understood, notes, hand-offs and orders', async () => {
    await desk.post(`/v1/handoffs/${id}/note`, { agentId: 'amy', text: '老客户' });
    const answer = (await desk.get('/v1/desk/conversations/c1')).json();
    expect(answer).toMatchObject({
      id: 'c1',
      status: 'waiting',
      customer: { id: 'u1', name: '小明' },
      orders: [{ id: 'A1' }],
    });
    expect(answer.handoffs).toMatchObject([{ id, stage: 'waiting' }]);
    const [written, replied, called, note] = answer.lines;
    expect(written).toMatchObject({ role: 'customer', messageId: 'm1' });
    expect(replied).toMatchObject({ role: 'bot', intents: [{ name: 'greeting' }], inReplyTo: ['m1'] });
    expect([called.code, note.note, note.text]).toEqual(['called', true, '老客户']);
    expect((await desk.get('/v1/desk/conversations/nobody')).statusCode).toBe(404);
  });

  it('suggests what answers the words since the last reply', async () => {
    await desk.post('/v1/conversations/c1/messages', { messageId: 'm2', text: '能退吗' });
    const answer = (await desk.get(`/v1/handoffs/${id}/suggestions`)).json();
    expect(answer.suggestions).toMatchObject([{ text: '可以退', score: 0.7, citations: [{ article: 'a' }] }]);
    expect(asked.at(-1)).toBe('zh: human\n能退吗');
  });
});

describe('contact details', () => {
  it('are left in a form or in words while the customer waits, and go with the ticket', async () => {
    const left = await desk.post('/v1/conversations/c1/contact', { phone: '138 0013 8000' });
    expect(left.statusCode).toBe(204);
    await desk.post('/v1/conversations/c1/messages', { messageId: 'm2', text: '微信：xiao_ming88' });
    const { contact } = (await desk.get(`/v1/handoffs/${id}`)).json();
    expect(contact).toEqual({ phone: '138 0013 8000', wechat: 'xiao_ming88' });
    const lines = (await desk.get('/v1/conversations/c1')).json().transcript;
    expect(lines.map(({ code }: { code?: string }) => code).filter(Boolean)).toEqual([
      'called',
      'contact_kept',
      'contact_kept',
    ]);
  });

  it.each([
    [{}, 'body'],
    [{ phone: 'call me' }, 'phone'],
    [{ phone: '12345' }, 'phone'],
    [{ phone: '1380013800' }, 'phone'],
    [{ phone: '( ) - ( ) -' }, 'phone'],
    [{ email: 'nope' }, 'email'],
    [{ fax: '1' }, 'fax'],
    [{ wechat: 'lin88' }, 'wechat'],
    [{ wechat: '- ( ) -' }, 'wechat'],
    [{ wechat: 'xiao lin 88' }, 'wechat'],
  ])('%j are refused', async (body, field) => {
    const response = await desk.post('/v1/conversations/c1/contact', body);
    expect(response.statusCode).toBe(400);
    expect(response.json().errors[0].field).toBe(field);
  });

  it.each([
    ['138 0013 8000', '13800138000'],
    [' +86 138-0013-8000 ', '+8613800138000'],
    ['xiao-lin_88', 'xiao-lin_88'],
  ])('take %j as a WeChat name', async (wechat, kept) => {
    expect((await desk.post('/v1/conversations/c1/contact', { wechat })).statusCode).toBe(204);
    expect((await desk.get(`/v1/handoffs/${id}`)).json().contact).toEqual({ wechat: kept });
  });

  it('need a conversation', async () => {
    expect((await desk.post('/v1/conversations/nobody/contact', { phone: '13800138000' })).statusCode).toBe(404);
  });
});

describe('a customer who needs a person again', () => {
  it('after the case was closed is answered by the bot first, then comes back to the same ticket', async () => {
    await desk.post(`/v1/handoffs/${id}/claim`, { agentId: 'amy' });
    await desk.post(`/v1/handoffs/${id}/resolve`, { agentId: 'amy', outcome: 'solved' });
    const write = async (messageId: string, text: string) =>
      (await desk.post('/v1/conversations/c1/messages', { messageId, text })).json();
    expect(await write('m2', 'thanks')).toMatchObject({ reply: 'echo: thanks', conversation: { status: 'bot' } });
    const again = await write('m3', 'human again');
    expect(again).toMatchObject({ action: 'escalate', handoff: { id }, notice: { code: 'called' } });
    expect(await write('m3', 'human again')).toEqual(again);
    const ticket = (await desk.get(`/v1/handoffs/${id}`)).json();
    expect(ticket).toMatchObject({ status: 'waiting', stage: 'reopened', reopened: 1, lastAgentId: 'amy' });
    expect(ticket).not.toHaveProperty('outcome');
    expect((await desk.get('/v1/handoffs')).json().handoffs).toHaveLength(1);
  });
});

it('is read only by agents who may', async () => {
  await desk.app.close();
  desk = await testApp({ guard: { identify: async () => undefined } });
  for (const path of ['/v1/desk', '/v1/desk/events', '/v1/desk/conversations/c1', `/v1/handoffs/${id}/suggestions`]) {
    expect((await desk.get(path)).statusCode).toBe(401);
  }
});
