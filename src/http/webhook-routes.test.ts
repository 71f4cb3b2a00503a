import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OtherSide, type SeenRequest } from '../../test/fakes/other-side.ts';
import { type TestChannels, testChannels } from '../../test/fakes/test-channels.ts';

let desk: TestChannels;
let shop: OtherSide;
beforeEach(async () => {
  desk = await testChannels();
  shop = await OtherSide.open();
  await desk.app.ready();
});
afterEach(async () => {
  await desk.app.close();
  await shop.close();
});

const add = async (more: object = {}) => (await desk.post('/v1/webhooks', { url: `${shop.url}/hook`, ...more })).json();
let messages = 0;
const say = (text: string) => desk.post('/v1/conversations/c/messages', { messageId: `m${messages++}`, text });
const verify = (secret: string, { headers, body }: SeenRequest) =>
  new Webhook(secret).verify(body, headers as Record<string, string>) as { type: string; data: object };
const typesOf = (seen: readonly SeenRequest[]) => seen.map(({ body }) => JSON.parse(body).type).sort();

describe('a webhook endpoint', () => {
  it('is told what happens, signed so that the library of the specification accepts it', async () => {
    const { secret, id } = await add();
    expect([id, secret]).toEqual([expect.stringMatching(/^whk_/), expect.stringMatching(/^whsec_/)]);
    await say('human, my phone is 13800138000');
    const seen = await shop.until(6);
    const events = seen.map((request) => verify(secret, request));
    // Answered three times: by the bot, and by the desk, which has noted the number and says what happens next.
    expect(events.map(({ type }) => type).sort()).toEqual([
      ...['contact.left', 'handoff.opened', 'message.answered', 'message.answered', 'message.answered'],
      'message.received',
    ]);
    const received = events.find(({ type }) => type === 'message.received');
    expect(received?.data).toMatchObject({ conversationId: 'c', position: 1, text: 'human, my phone is ***' });
    expect(seen.every(({ body }) => !body.includes('13800138000'))).toBe(true);
    expect(new Set(seen.map(({ headers }) => headers['webhook-id'])).size).toBe(6);
  });

  it('hears only what it asked for, and personal data only when it asked for them', async () => {
    await add({ events: ['message.received', 'feedback.given'], personalData: 'full' });
    await say('my phone is 13800138000');
    await desk.post('/v1/conversations/c/feedback', { score: 5, comment: '谢谢' });
    const seen = await shop.until(2);
    expect(typesOf(seen)).toEqual(['feedback.given', 'message.received']);
    expect(seen.some(({ body }) => body.includes('13800138000'))).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(shop.seen).toHaveLength(2);
  });

  it('hears nothing that happened before, and nothing once it is removed', async () => {
    await say('before');
    const { id } = await add();
    await say('after');
    const seen = await shop.until(2);
    expect(seen.every(({ body }) => !body.includes('before'))).toBe(true);
    expect((await desk.app.inject({ method: 'DELETE', url: `/v1/webhooks/${id}` })).statusCode).toBe(204);
    await say('later');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(shop.seen).toHaveLength(2);
    expect((await desk.get('/v1/webhooks')).json()).toEqual({ webhooks: [] });
  });

  it('is asked again after a failure, with the same id and a new time', async () => {
    const { secret } = await add({ events: ['message.received'] });
    let failures = 1;
    shop.answerWith(() => (failures-- > 0 ? { status: 503, headers: { 'retry-after': '1' } } : {}));
    await say('hello');
    // The first wait is five seconds, give or take; time is real here, so it is cut short.
    await expect.poll(() => desk.outbox.entries[0]?.attempts).toBe(1);
    for (const entry of desk.outbox.entries) entry.dueAt = 0;
    const [first, second] = await shop.until(2);
    expect(second.headers['webhook-id']).toBe(first.headers['webhook-id']);
    expect(second.body).toBe(first.body);
    verify(secret, second);
  });

  it('that is gone is left alone, and can be had back', async () => {
    const { id } = await add({ events: ['message.received'] });
    shop.answerWith(() => ({ status: 410 }));
    await say('hello');
    await shop.until(1);
    await expect
      .poll(async () => (await desk.get('/v1/webhooks')).json().webhooks[0].disabled?.reason)
      .toBe('answered 410 Gone');
    await say('unheard');
    shop.answerWith(() => ({}));
    expect((await desk.post(`/v1/webhooks/${id}/enable`)).json()).not.toHaveProperty('disabled');
    await say('heard');
    const seen = await shop.until(2);
    expect(seen[1].body).toContain('"heard"');
  });

  it.each([
    ['removed', 'DELETE', ''],
    ['given a new secret', 'POST', '/rotate'],
  ])('stays %s when an answer 410 was under way', async (_what, method, action) => {
    const { id } = await add({ events: ['message.received'] });
    let answer = () => {};
    shop.answerWith(() => new Promise((resolve) => (answer = () => resolve({ status: 410 }))));
    await say('hello');
    await shop.until(1);
    const changed = await desk.app.inject({ method: method as 'POST', url: `/v1/webhooks/${id}${action}` });
    expect(changed.statusCode).toBeLessThan(300);
    answer();
    await expect.poll(() => desk.outbox.entries.every(({ state }) => state !== 'pending')).toBe(true);
    const [left] = await desk.endpoints.list();
    if (method === 'DELETE') expect(left).toBeUndefined();
    else expect(left).toMatchObject({ secrets: [{ secret: changed.json().secret }, {}], disabled: {} });
  });

  it('gets two signatures while its secret changes', async () => {
    const { id, secret: old } = await add({ events: ['message.received'] });
    const { secret } = (await desk.post(`/v1/webhooks/${id}/rotate`)).json();
    expect(secret).not.toBe(old);
    await say('hello');
    const [request] = await shop.until(1);
    expect(String(request.headers['webhook-signature']).split(' ')).toHaveLength(2);
    for (const one of [secret, old]) expect(verify(one, request)).toMatchObject({ type: 'message.received' });
    expect((await desk.get('/v1/webhooks')).body).not.toContain('whsec_');
  });
});

describe('dead letters', () => {
  it('can be seen and sent again', async () => {
    const { id } = await add({ events: ['message.received'] });
    shop.answerWith(() => ({ status: 500 }));
    await say('hello');
    await shop.until(1);
    await expect.poll(() => desk.outbox.entries[0].attempts).toBe(1);
    // Eight failures later:
    for (const entry of desk.outbox.entries) entry.attempts = 9;
    await expect
      .poll(
        async () => {
          for (const entry of desk.outbox.entries) if (entry.dueAt > Date.now()) entry.dueAt = 0;
          return (await desk.get('/v1/webhooks/dead-letters')).json().deadLetters;
        },
        { timeout: 5_000 },
      )
      .toMatchObject([{ target: `webhook:${id}`, attempts: 10, reason: 'answered 500', status: 500 }]);
    const before = shop.seen.length;
    shop.answerWith(() => ({}));
    const [letter] = (await desk.get(`/v1/webhooks/dead-letters?webhook=${id}&limit=5`)).json().deadLetters;
    expect((await desk.post(`/v1/webhooks/dead-letters/${letter.id}/replay`)).statusCode).toBe(202);
    const seen = await shop.until(before + 1);
    expect(seen.at(-1)?.headers['webhook-id']).toBe(seen[0].headers['webhook-id']);
    expect((await desk.get('/v1/webhooks/dead-letters')).json().deadLetters).toEqual([]);
    expect((await desk.post(`/v1/webhooks/dead-letters/${letter.id}/replay`)).statusCode).toBe(404);
  });
});

describe('what cannot be an endpoint', () => {
  it.each(['ftp://example.com/', 'not a url', 'https://user:secret@example.com/', ''])('%s is refused', async (url) => {
    const refused = await desk.post('/v1/webhooks', { url });
    expect([refused.statusCode, refused.json().errors[0].field]).toEqual([400, 'url']);
  });

  it('is told apart from what can be, here', async () => {
    const said = async (app: TestChannels) => (await app.post('/v1/webhooks', { url: 'ftp://x.cn/' })).json().detail;
    expect(await said(desk)).toBe('url must be an http or https address');
    const strict = await testChannels({ allowPrivate: false });
    expect(await said(strict)).toBe('url must be an https address');
    await strict.app.close();
  });

  it('is refused for plain http, and not reached inside', async () => {
    const strict = await testChannels({ allowPrivate: false });
    expect((await strict.post('/v1/webhooks', { url: 'http://example.com/' })).statusCode).toBe(400);
    await strict.app.close();
  });

  it('is an unknown kind of event', async () => {
    const refused = await desk.post('/v1/webhooks', { url: shop.url, events: ['order.paid'] });
    expect(refused.statusCode).toBe(400);
    expect(refused.json().errors[0].field).toBe('events.0');
  });
});
