import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OtherSide, type SeenRequest } from '../../test/fakes/other-side.ts';
import { type TestChannels, testChannels } from '../../test/fakes/test-channels.ts';
import { createChatwootApi } from '../adapters/chatwoot/chatwoot-api.ts';

const HOOK = '/v1/channels/chatwoot/hook-token-of-32-characters-or-so';
let desk: TestChannels;
let chatwoot: OtherSide;
/** The conversation's status in Chatwoot: what its webhooks say. */
let status: string;
let messages: number;
/** Seconds that Chatwoot's clock is ahead of ours. */
let ahead: number;
const now = () => Date.now() / 1_000 + ahead;

beforeEach(async () => {
  [status, messages, ahead] = ['pending', 100, 0];
  chatwoot = await OtherSide.open(({ url, body }) => {
    if (url.endsWith('/toggle_status')) status = JSON.parse(body).status;
    return { body: { id: ++messages }, headers: { date: new Date(now() * 1_000).toUTCString() } };
  });
  const api = createChatwootApi({ url: chatwoot.url, accessToken: 'bot-token' });
  const token = HOOK.slice(HOOK.lastIndexOf('/') + 1);
  desk = await testChannels({
    chatwoot: [
      { account: { name: 'main', token }, api },
      { account: { name: 'signed', token: 'signed-token', webhookSecret: 'hmac-secret' }, api },
    ],
  });
  await desk.app.ready();
});
afterEach(async () => {
  await desk.app.close();
  await chatwoot.close();
});

// The shape of Conversations::EventDataPresenter and Message#webhook_data of Chatwoot.
const CONTACT = {
  ...{ additional_attributes: {}, custom_attributes: {}, email: 'ming@example.com', id: 31, identifier: null },
  ...{ name: '小明', phone_number: '+8613800138000', thumbnail: '', type: 'contact' },
};
const AMY = { id: 2, name: 'Amy', email: 'amy@example.com', type: 'user' };
const BOT = { id: 1, name: '小二', type: 'agent_bot' };
const conversation = (more: object = {}) => ({
  ...{ additional_attributes: {}, can_reply: true, channel: 'Channel::WebWidget', id: 7, inbox_id: 1, labels: [] },
  contact_inbox: { id: 5, contact_id: 31, inbox_id: 1, source_id: 'b9f1-77', hmac_verified: false },
  messages: [{ id: messages, account_id: 3, content: '…', conversation_id: 7 }],
  meta: { sender: CONTACT, assignee: null, team: null, hmac_verified: false },
  ...{ status, unread_count: 1, priority: null, snoozed_until: null, timestamp: 1_700_000_000, updated_at: now() },
  ...more,
});
const message = (content: string | null, more: object = {}) => ({
  ...{ event: 'message_created', id: ++messages, content, content_type: 'text', content_attributes: {} },
  ...{ message_type: 'incoming', private: false, source_id: null, created_at: new Date().toISOString() },
  ...{ account: { id: 3, name: 'Shop' }, inbox: { id: 1, name: 'Website' }, sender: CONTACT },
  conversation: conversation(),
  ...more,
});
const hook = (payload: object) => desk.post(HOOK, payload);
const agentSays = (content: string, more: object = {}) =>
  hook(message(content, { message_type: 'outgoing', sender: AMY, ...more }));
const asked = () =>
  chatwoot.seen.map(({ url, body }) => [url.slice(url.lastIndexOf('/') + 1), JSON.parse(body)] as const);
const said = () => asked().flatMap(([action, body]) => (action === 'messages' && !body.private ? [body.content] : []));
const view = async () => (await desk.get(`/v1/conversations/${desk.store.appends[0]?.conversationId}`)).json();
const idle = () => expect.poll(() => desk.outbox.entries.every(({ state }) => state === 'done')).toBe(true);

describe('the agent bot of Chatwoot', () => {
  it('answers while the conversation is pending', async () => {
    expect((await hook(message('您好'))).json()).toEqual({ taken: true });
    await expect.poll(said).toEqual(['echo: 您好']);
    const [request] = chatwoot.seen;
    expect([request.method, request.url]).toEqual(['POST', '/api/v1/accounts/3/conversations/7/messages']);
    expect(request.headers.api_access_token).toBe('bot-token');
    expect(JSON.parse(request.body)).toMatchObject({ message_type: 'outgoing', private: false });
    expect((await view()).transcript).toHaveLength(2);
  });

  it('acknowledges at once, before anything is answered', async () => {
    const response = await hook(message('crash'));
    expect([response.statusCode, said()]).toEqual([200, []]);
  });

  it('answers once what is delivered twice', async () => {
    const payload = message('您好');
    await Promise.all([hook(payload), hook(payload)]);
    await hook(payload);
    await idle();
    expect(said()).toEqual(['echo: 您好']);
  });

  it('takes its own lines for what they are', async () => {
    await hook(message('您好'));
    await expect.poll(said).toEqual(['echo: 您好']);
    const [, body] = asked()[0];
    const echo = { content_attributes: body.content_attributes };
    expect((await agentSays('echo: 您好', { sender: BOT })).json()).toEqual({ taken: false });
    // An installation where the bot uses the token of a person:
    await agentSays('echo: 您好', echo);
    await agentSays('echo: 您好');
    await idle();
    expect((await view()).status).toBe('bot');
    expect(said()).toHaveLength(1);
  });

  it('leaves notes, activities and other events alone', async () => {
    const none = [
      message('for colleagues', { message_type: 'outgoing', private: true, sender: AMY }),
      message('Conversation was marked resolved', { message_type: 'activity', sender: null }),
      message('Rate us', { message_type: 'template', sender: null }),
      { event: 'webwidget_triggered', id: 1, contact: CONTACT },
      { ...message('x'), event: 'message_updated' },
      {},
    ];
    for (const payload of none) expect((await hook(payload)).json()).toEqual({ taken: false });
    expect(desk.outbox.entries).toEqual([]);
  });

  it('says of a picture that it is one', async () => {
    await hook(message(null, { attachments: [{ id: 1, file_type: 'image', data_url: 'https://x' }] }));
    await expect.poll(said).toEqual(['echo: [image]']);
  });
});

describe('a hand-off', () => {
  beforeEach(async () => {
    await hook(message('human, call 13800138000'));
    await expect.poll(() => status).toBe('open');
    await idle();
  });

  it('opens the conversation and leaves the brief as a note, without personal data', async () => {
    expect(asked().map(([action, body]) => [action, body.private ?? body.status])).toEqual([
      ['messages', false],
      ['messages', true],
      ['toggle_status', 'open'],
    ]);
    const note = asked()[1][1].content;
    expect(note).toContain('human_request');
    expect(note).not.toContain('13800138000');
  });

  it('silences the bot until an agent gives the conversation back', async () => {
    await agentSays('Amy here');
    await hook(message('thanks'));
    await idle();
    expect(said()).toHaveLength(1);
    expect((await view()).transcript.map(({ role, text }: Record<string, string>) => `${role}: ${text}`)).toEqual(
      expect.arrayContaining(['agent: Amy here', 'customer: thanks']),
    );
    expect((await view()).status).toBe('human');
    status = 'pending';
    ahead = 2;
    await hook(message('one more thing'));
    await expect.poll(said).toContain('echo: one more thing');
  });

  it('is not taken back by a message that was on its way when the conversation was opened', async () => {
    status = 'pending';
    await hook(message('hello??'));
    await idle();
    expect((await view()).status).toBe('waiting');
    expect(said()).toHaveLength(1);
  });

  it('ends when the conversation is resolved, and the bot answers the next question', async () => {
    await agentSays('Amy here');
    await idle();
    status = 'resolved';
    await hook({ event: 'conversation_resolved', ...conversation() });
    await expect.poll(async () => (await view()).status).toBe('resolved');
    status = 'pending';
    await hook(message('another thing'));
    await expect.poll(said).toContain('echo: another thing');
  });

  it('brings what our own agents say to Chatwoot', async () => {
    const [{ id }] = await desk.store.listHandoffs({});
    await desk.post(`/v1/handoffs/${id}/claim`, { agentId: 'bo' });
    await desk.post(`/v1/handoffs/${id}/reply`, { agentId: 'bo', text: 'Bo here' });
    await expect.poll(said).toContain('Bo here');
    expect(said()).toHaveLength(2);
  });
});

describe('an agent who acts first', () => {
  it('by answering has the conversation, and Chatwoot is told so', async () => {
    await hook(message('您好'));
    await idle();
    await agentSays('我来');
    await expect.poll(() => status).toBe('open');
    status = 'pending';
    await hook(message('好的'));
    await idle();
    expect((await view()).status).toBe('human');
    expect(said()).toEqual(['echo: 您好']);
  });

  it('by opening the conversation silences the bot', async () => {
    await hook(message('您好'));
    await idle();
    status = 'open';
    await hook({ event: 'conversation_opened', ...conversation() });
    await hook(message('在吗'));
    await idle();
    expect((await view()).status).toBe('human');
    expect(said()).toEqual(['echo: 您好']);
  });
});

describe('what Chatwoot tells late', () => {
  const resolved = () => ({ event: 'conversation_resolved', ...conversation() });
  const early = (content: string, more: object = {}) =>
    message(content, { conversation: { ...conversation(), updated_at: now() - 60 }, ...more });

  it.each(['resolved', 'pending'])(
    'does not take the conversation from the bot: open, when it is %s',
    async (since) => {
      await hook(message('您好'));
      status = 'open';
      await hook({ event: 'conversation_opened', ...conversation() });
      const late = early('在吗');
      status = since;
      await hook({ event: 'conversation_status_changed', ...conversation() });
      await hook(late);
      await hook(message('还在吗'));
      await expect.poll(() => said().at(-1)).toContain('还在吗');
      expect((await view()).status).toBe('bot');
    },
  );

  it('neither does an agent whose words and whose end come swapped', async () => {
    await hook(message('human'));
    await expect.poll(() => status).toBe('open');
    await idle();
    const goodbye = message('已退款，再见', { message_type: 'outgoing', sender: AMY });
    [ahead, status] = [2, 'resolved'];
    await hook(resolved());
    await hook(goodbye);
    await idle();
    expect((await view()).status).toBe('resolved');
    expect((await view()).transcript.map(({ text }: { text: string }) => text)).toContain('已退款，再见');
    status = 'pending';
    await hook(message('另一个问题'));
    await expect.poll(said).toContain('echo: 另一个问题');
  });

  it('nor one whose words and whose end come at once', async () => {
    await hook(message('human'));
    await expect.poll(() => status).toBe('open');
    await idle();
    ahead = 2;
    const words = agentSays('已退款，再见');
    status = 'resolved';
    await Promise.all([words, hook(resolved())]);
    await idle();
    expect((await view()).status).toBe('resolved');
  });

  it.each([-3_600, 3_600])('is told by its own clock, %i s from ours', async (apart) => {
    ahead = apart;
    await hook(message('human'));
    await expect.poll(() => status).toBe('open');
    await idle();
    status = 'pending';
    await hook(message('still on its way', { conversation: { ...conversation(), updated_at: now() - 1 } }));
    await idle();
    expect((await view()).status).toBe('waiting');
    ahead += 1;
    await hook({ event: 'conversation_status_changed', ...conversation() });
    await idle();
    expect((await view()).status).toBe('bot');
  });
});

describe('what comes in quick succession', () => {
  const restart = async (deps: Parameters<typeof testChannels>[1]) => {
    await desk.app.close();
    const api = createChatwootApi({ url: chatwoot.url, accessToken: 'bot-token' });
    const token = HOOK.slice(HOOK.lastIndexOf('/') + 1);
    desk = await testChannels({ chatwoot: [{ account: { name: 'main', token }, api }] }, deps);
    await desk.app.ready();
  };

  it('is answered together, when it is fragments', async () => {
    await restart({ limits: { burstWindowMs: 2_000 } });
    for (const fragment of ['我想…', '问一下…', '怎么退货']) await hook(message(fragment));
    await idle();
    expect(said()).toEqual(['echo: 我想…\n问一下…\n怎么退货']);
  });

  it('is kept in its order and without a failure while the front desk starts', async () => {
    let reasons = ['loading models and knowledge'];
    await restart({ notReady: () => reasons });
    const words = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
    for (const word of words) await hook(message(word));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(desk.outbox.entries.map(({ attempts, claimedUntil }) => attempts + claimedUntil)).toEqual(
      words.map(() => 0),
    );
    reasons = [];
    await expect.poll(async () => (await view()).transcript?.length ?? 0, { timeout: 3_000 }).toBeGreaterThan(9);
    await idle();
    const { transcript } = await view();
    const written = transcript.filter(({ role }: { role: string }) => role === 'customer');
    expect(written.map(({ text }: { text: string }) => text)).toEqual(words);
    expect(desk.outbox.entries.every(({ attempts }) => attempts === 0)).toBe(true);
  });
});

describe('when Chatwoot', () => {
  // Longer than the waits before the second and the third attempt.
  const PATIENTLY = { timeout: 10_000 };
  const opens = () => asked().filter(([action]) => action === 'toggle_status').length;
  const refuseToOpen = ({ url }: SeenRequest) =>
    url.endsWith('/toggle_status') ? { status: 502 } : { body: { id: 1 } };
  async function recover(): Promise<void> {
    chatwoot.answerWith(() => ({ body: { id: 1 } }));
    await expect.poll(() => desk.outbox.entries.every(({ state }) => state === 'done'), PATIENTLY).toBe(true);
  }

  it('is down, lines wait and then come in their order', async () => {
    chatwoot.answerWith(() => ({ status: 502 }));
    await hook(message('one'));
    await chatwoot.until(1);
    await hook(message('two'));
    chatwoot.answerWith(() => ({ body: { id: 1 } }));
    await expect.poll(() => said().slice(-2), { timeout: 6_000 }).toEqual(['echo: one', 'echo: two']);
  });

  it('is back after an agent has answered there, the bot does not talk over the agent', async () => {
    chatwoot.answerWith(() => ({ status: 502 }));
    await hook(message('one'));
    await chatwoot.until(1);
    // Waits behind the first in its lane: its own first attempt comes late as well.
    await hook(message('two'));
    await expect.poll(async () => (await view()).transcript.length, PATIENTLY).toBe(4);
    status = 'open';
    await agentSays('我来');
    await expect.poll(async () => (await view()).status, PATIENTLY).toBe('human');
    const before = chatwoot.seen.length;
    await recover();
    expect(chatwoot.seen.slice(before)).toEqual([]);
  });

  it('is back after one of our own agents has answered, the reply comes first and then the agent', async () => {
    chatwoot.answerWith(() => ({ status: 502 }));
    await hook(message('human'));
    await chatwoot.until(1);
    const [{ id }] = await desk.store.listHandoffs({});
    await desk.post(`/v1/handoffs/${id}/claim`, { agentId: 'bo' });
    await desk.post(`/v1/handoffs/${id}/reply`, { agentId: 'bo', text: 'Bo here' });
    await recover();
    expect(said().slice(-2)).toEqual(['a person will answer', 'Bo here']);
  });

  it('does not open a conversation at first, it is opened later', async () => {
    chatwoot.answerWith(refuseToOpen);
    await hook(message('human'));
    await expect.poll(opens, PATIENTLY).toBeGreaterThan(0);
    const before = opens();
    await recover();
    expect(opens()).toBe(before + 1);
  });

  it('does not open a conversation at first, and an agent resolves it meanwhile, it stays resolved', async () => {
    chatwoot.answerWith(refuseToOpen);
    await hook(message('human'));
    await expect.poll(opens, PATIENTLY).toBeGreaterThan(0);
    // While it is pending, an agent's words are to open it, too.
    await agentSays('我来');
    await expect.poll(async () => (await view()).status, PATIENTLY).toBe('human');
    status = 'resolved';
    await hook({ event: 'conversation_resolved', ...conversation() });
    await expect.poll(async () => (await view()).status, PATIENTLY).toBe('resolved');
    const before = opens();
    await recover();
    expect(opens()).toBe(before);
  });

  it('has deleted the conversation, its lines are given up', async () => {
    chatwoot.answerWith(() => ({ status: 404 }));
    await hook(message('one'));
    await expect
      .poll(() => desk.outbox.deadLetters({}))
      .toMatchObject([{ target: 'chatwoot.main', failure: { reason: 'Chatwoot answered messages with 404' } }]);
  });

  it('does not know the token, or signs wrongly, nothing is taken', async () => {
    expect((await desk.post('/v1/channels/chatwoot/guess', message('您好'))).statusCode).toBe(404);
    const body = JSON.stringify(message('您好'));
    const send = (timestamp: number, secret: string) =>
      desk.app.inject({
        ...{ method: 'POST', url: '/v1/channels/chatwoot/signed-token', payload: body },
        headers: {
          ...{ 'content-type': 'application/json', 'x-chatwoot-timestamp': String(timestamp) },
          'x-chatwoot-signature': `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`,
        },
      });
    const now = Math.floor(Date.now() / 1_000);
    expect((await send(now, 'hmac-secret')).statusCode).toBe(200);
    expect((await send(now, 'guess')).statusCode).toBe(403);
    expect((await send(now - 3_600, 'hmac-secret')).statusCode).toBe(403);
    expect((await desk.post('/v1/channels/chatwoot/signed-token', message('x'))).statusCode).toBe(403);
  });
});
