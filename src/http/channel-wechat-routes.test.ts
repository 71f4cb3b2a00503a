import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OtherSide, type SeenRequest } from '../../test/fakes/other-side.ts';
import { ScriptedEngine } from '../../test/fakes/scripted-engine.ts';
import { type TestChannels, testChannels } from '../../test/fakes/test-channels.ts';
import { createKfApi } from '../adapters/wechat/kf-api.ts';
import { createOfficialAccountApi } from '../adapters/wechat/official-account-api.ts';
import type { WeChatAccount } from '../channels/wechat/wechat-account.ts';
import { aesKeyOf, decryptWeChat, encryptWeChat, wechatSignature } from '../channels/wechat/wechat-crypto.ts';
import { readWeChatXml, writeWeChatXml } from '../channels/wechat/wechat-xml.ts';

const OFFICIAL = {
  ...{ name: 'shop', kind: 'official', id: 'wx2c2769f8efd9abc2', token: 'spamtest', people: 'desk' },
  encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
} as const satisfies WeChatAccount;
const KF = { ...OFFICIAL, name: 'kf', kind: 'kf', id: 'ww12345678910', people: 'wecom' } as const;
const KEY = aesKeyOf(OFFICIAL.encodingAesKey);

let desk: TestChannels;
let wechat: OtherSide;
/** What WeChat's list of messages holds. */
let pages: object[];
let tokens: number;
let refuse: number[];

function answer({ url }: SeenRequest) {
  const { pathname } = new URL(url, 'http://x');
  if (pathname === '/cgi-bin/stable_token' || pathname === '/cgi-bin/gettoken') {
    return { body: { access_token: `token-${++tokens}`, expires_in: 7_200 } };
  }
  const errcode = refuse.shift();
  if (errcode !== undefined) return { body: { errcode, errmsg: 'no' } };
  if (pathname === '/cgi-bin/kf/sync_msg')
    return { body: pages.shift() ?? { errcode: 0, next_cursor: 'end', has_more: 0 } };
  return { body: { errcode: 0, errmsg: 'ok' } };
}

beforeEach(async () => {
  [pages, tokens, refuse] = [[], 0, []];
  wechat = await OtherSide.open(answer);
  const credentials = { api: wechat.url, secret: 's3cret' };
  desk = await testChannels({
    wechat: [
      { account: OFFICIAL, api: createOfficialAccountApi({ ...credentials, id: OFFICIAL.id }) },
      { account: KF, api: createKfApi({ ...credentials, id: KF.id }) },
    ],
  });
  await desk.app.ready();
});
afterEach(async () => {
  await desk.app.close();
  await wechat.close();
});

function callback(account: WeChatAccount, fields: Record<string, string | number>, change: object = {}) {
  const encrypted = encryptWeChat(writeWeChatXml(fields), KEY, account.id);
  const [timestamp, nonce] = [String(Math.floor(Date.now() / 1_000)), '1320562132'];
  const query = {
    ...{ timestamp, nonce, encrypt_type: 'aes', signature: wechatSignature(account.token, timestamp, nonce) },
    msg_signature: wechatSignature(account.token, timestamp, nonce, encrypted),
    ...change,
  };
  return desk.app.inject({
    method: 'POST',
    url: `/v1/channels/wechat/${account.name}`,
    query,
    headers: { 'content-type': 'text/xml' },
    payload: writeWeChatXml({ ToUserName: 'gh_10f6c3c3ac5a', Encrypt: encrypted }),
  });
}

let ids = 0;
const text = (Content: string, MsgId = String(++ids)) => ({
  ...{ ToUserName: 'gh_10f6c3c3ac5a', FromUserName: 'oia2TjjewbmiOUlr6X-1crbLOvLw', CreateTime: 1_409_735_668 },
  ...{ MsgType: 'text', Content, MsgId },
});
const opened = (body: string) => {
  const { Encrypt = '', MsgSignature, TimeStamp = '', Nonce = '' } = readWeChatXml(body) ?? {};
  expect(MsgSignature).toBe(wechatSignature(OFFICIAL.token, TimeStamp, Nonce, Encrypt));
  return readWeChatXml(decryptWeChat(Encrypt, KEY, OFFICIAL.id) ?? '');
};
const sends = (path = '/cgi-bin/message/custom/send') =>
  wechat.seen.filter(({ url }) => url.startsWith(path)).map(({ body }) => JSON.parse(body));
const customerLines = async () => {
  const [append] = desk.store.appends;
  const events = await desk.store.load(append?.conversationId ?? '');
  return events.flatMap((event) => (event.type === 'customer_wrote' ? [event.text] : []));
};

describe('an official account', () => {
  it('answers in the callback when the reply is there in time, encrypted', async () => {
    const response = await callback(OFFICIAL, text('您好'));
    expect(response.headers['content-type']).toContain('xml');
    expect(opened(response.body)).toMatchObject({
      ...{ ToUserName: 'oia2TjjewbmiOUlr6X-1crbLOvLw', FromUserName: 'gh_10f6c3c3ac5a' },
      ...{ MsgType: 'text', Content: 'echo: 您好' },
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(sends()).toEqual([]);
  });

  it('stores a message once that WeChat delivers three times, and gives the same reply', async () => {
    const message = text('您好');
    const responses = await Promise.all([callback(OFFICIAL, message), callback(OFFICIAL, message)]);
    responses.push(await callback(OFFICIAL, message));
    for (const { body } of responses) expect(opened(body)?.Content).toBe('echo: 您好');
    expect(await customerLines()).toEqual(['您好']);
    expect(desk.engine.calls).toHaveLength(1);
    expect(sends()).toEqual([]);
  });

  it('sends what agents say, and lines of the desk, in their order', async () => {
    const response = await callback(OFFICIAL, text('human'));
    expect(opened(response.body)?.Content).toContain('a person will answer');
    const [{ id }] = await desk.store.listHandoffs({});
    await desk.post(`/v1/handoffs/${id}/claim`, { agentId: 'amy' });
    await desk.post(`/v1/handoffs/${id}/reply`, { agentId: 'amy', text: '在的亲', messageId: 'a1' });
    await expect.poll(() => sends().map((sent) => sent.text.content)).toContain('在的亲');
    expect(
      sends().every(({ touser, msgtype }) => touser === 'oia2TjjewbmiOUlr6X-1crbLOvLw' && msgtype === 'text'),
    ).toBe(true);
    expect((await callback(OFFICIAL, text('谢谢'))).body).toBe('success');
    expect(await customerLines()).toEqual(['human', '谢谢']);
  });

  it('sends a reply by the API that is longer than WeChat allows, in parts', async () => {
    await desk.app.close();
    const long = '这是一句很长的话。'.repeat(150);
    const engine = new ScriptedEngine(() => ({ reply: long }));
    desk = await testChannels(
      { wechat: [{ account: OFFICIAL, api: createOfficialAccountApi({ api: wechat.url, id: 'x', secret: 's' }) }] },
      { engine },
    );
    await desk.app.ready();
    expect(await callback(OFFICIAL, text('说说')).then(({ body }) => body)).toBe('success');
    await expect.poll(() => sends().length).toBe(2);
    expect(
      sends()
        .map((sent) => sent.text.content)
        .join(''),
    ).toBe(long);
  });

  it('acknowledges within five seconds and sends the reply when it is there', async () => {
    await desk.app.close();
    let reply = () => {};
    const engine = new ScriptedEngine(
      () =>
        new Promise((resolve) => {
          reply = () => resolve({ reply: '来了' });
        }),
    );
    const timers: { milliseconds: number; callback: () => void }[] = [];
    desk = await testChannels(
      { wechat: [{ account: OFFICIAL, api: createOfficialAccountApi({ api: wechat.url, id: 'x', secret: 's' }) }] },
      {
        engine,
        startTimer: (milliseconds, callback) => {
          timers.push({ milliseconds, callback });
          const timer = setTimeout(callback, milliseconds);
          return () => clearTimeout(timer);
        },
      },
    );
    await desk.app.ready();
    const waiting = callback(OFFICIAL, text('在吗'));
    await expect.poll(() => timers.find(({ milliseconds }) => milliseconds === 4_500)).toBeDefined();
    timers.find(({ milliseconds }) => milliseconds === 4_500)?.callback();
    expect((await waiting).body).toBe('success');
    reply();
    await expect.poll(() => sends().map((sent) => sent.text.content)).toEqual(['来了']);
  });

  it('keeps its token, and gets a new one when it has gone bad', async () => {
    await callback(OFFICIAL, text('human'));
    const [{ id }] = await desk.store.listHandoffs({});
    await desk.post(`/v1/handoffs/${id}/claim`, { agentId: 'amy' });
    refuse = [42_001];
    for (const said of ['一', '二', '三']) await desk.post(`/v1/handoffs/${id}/reply`, { agentId: 'amy', text: said });
    await expect.poll(() => sends().map((sent) => sent.text.content)).toContain('三');
    expect(tokens).toBeLessThanOrEqual(2);
    const asked = wechat.seen.filter(({ url }) => url === '/cgi-bin/stable_token').map(({ body }) => JSON.parse(body));
    expect(asked[0]).toEqual({
      ...asked[0],
      grant_type: 'client_credential',
      appid: OFFICIAL.id,
      force_refresh: false,
    });
    expect(asked[1]?.force_refresh).toBe(true);
  });

  it('gives up a line that WeChat will not take, and goes on with the next', async () => {
    await callback(OFFICIAL, text('human'));
    const [{ id }] = await desk.store.listHandoffs({});
    await desk.post(`/v1/handoffs/${id}/claim`, { agentId: 'amy' });
    await expect.poll(async () => desk.outbox.entries.every((entry) => entry.state !== 'pending')).toBe(true);
    refuse = [45_015];
    await desk.post(`/v1/handoffs/${id}/reply`, { agentId: 'amy', text: '太晚了' });
    await desk.post(`/v1/handoffs/${id}/reply`, { agentId: 'amy', text: '下一句' });
    await expect.poll(() => sends().map((sent) => sent.text.content)).toContain('下一句');
    const listed = (await desk.get('/v1/webhooks/dead-letters?target=wechat.')).json();
    expect(listed.deadLetters).toMatchObject([
      { target: 'wechat.shop', reason: 'WeChat refused /cgi-bin/message/custom/send: 45015' },
    ]);
    expect((await desk.get('/v1/webhooks/dead-letters')).json().deadLetters).toEqual([]);
  });

  it('takes in a message although its first process died', async () => {
    const message = { openId: 'o-1', messageId: 'wx-9', text: '还在吗' };
    const job = { id: 'in:wechat.shop:wx-9', target: 'in:wechat.shop', payload: JSON.stringify(message), createdAt: 1 };
    await desk.outbox.put(job);
    await expect.poll(customerLines, { timeout: 3_000 }).toEqual(['还在吗']);
    expect(desk.outbox.entries.find(({ id }) => id === job.id)?.payload).toBeUndefined();
  });

  it('refuses what WeChat did not send', async () => {
    expect((await callback(OFFICIAL, text('您好'), { msg_signature: '0'.repeat(40) })).statusCode).toBe(403);
    expect((await callback(OFFICIAL, text('您好'), { timestamp: '1409735669' })).statusCode).toBe(403);
    expect((await callback({ ...OFFICIAL, name: 'nobody' }, text('您好'))).statusCode).toBe(404);
    const json = await desk.post('/v1/channels/wechat/shop', { Encrypt: 'x' });
    expect(json.statusCode).toBe(403);
    expect(desk.store.appends).toEqual([]);
  });

  it('answers the question for its address', async () => {
    const [timestamp, nonce] = [String(Math.floor(Date.now() / 1_000)), 'n'];
    const query = { timestamp, nonce, echostr: '5838479218127813673' };
    const ask = (signature: string) =>
      desk.app.inject({ url: '/v1/channels/wechat/shop', query: { ...query, signature } });
    expect((await ask(wechatSignature(OFFICIAL.token, timestamp, nonce))).body).toBe(query.echostr);
    expect((await ask('0'.repeat(40))).statusCode).toBe(403);
  });
});

describe('customer service of a company', () => {
  const notice = (Token: string) => ({
    ...{ ToUserName: KF.id, CreateTime: 1_348_831_860, MsgType: 'event', Event: 'kf_msg_or_event' },
    ...{ Token, OpenKfId: 'wkAJ2GCAAASSm4' },
  });
  const now = () => Math.floor(Date.now() / 1_000);
  const from = (msgid: string, more: object) => ({
    ...{ msgid, open_kfid: 'wkAJ2GCAAASSm4', external_userid: 'wmAJ2GCAAAme1X', send_time: now(), origin: 3 },
    ...more,
  });
  const said = (msgid: string, content: string, more: object = {}) =>
    from(msgid, { msgtype: 'text', text: { content }, ...more });
  const kfSends = () => sends('/cgi-bin/kf/send_msg');

  it('fetches what customers write, page by page, and answers by the API', async () => {
    pages = [
      {
        errcode: 0,
        next_cursor: 'c1',
        has_more: 1,
        msg_list: [said('m1', '您好…'), from('m2', { msgtype: 'image', image: {} })],
      },
      {
        errcode: 0,
        next_cursor: 'c2',
        has_more: 0,
        msg_list: [said('m3', '什么时候发货', { external_userid: 'wm-2' })],
      },
    ];
    expect((await callback(KF, notice('ENC1'))).body).toBe('success');
    await expect
      .poll(() =>
        kfSends()
          .map((sent) => sent.text.content)
          .sort(),
      )
      .toEqual(['echo: 什么时候发货', 'echo: 您好…\n[图片]']);
    expect(kfSends()[0]).toMatchObject({ open_kfid: 'wkAJ2GCAAASSm4', msgtype: 'text' });
    expect(kfSends()[0].msgid).toMatch(/^[0-9a-f]{32}$/);
    const syncs = sends('/cgi-bin/kf/sync_msg');
    expect(syncs.map(({ cursor, token }) => [cursor, token])).toEqual([
      [undefined, 'ENC1'],
      ['c1', 'ENC1'],
    ]);
    await callback(KF, notice('ENC2'));
    await expect.poll(() => sends('/cgi-bin/kf/sync_msg').at(-1)?.cursor).toBe('c2');
  });

  it('answers fragments together that come with a notice each, and lets nobody else wait for them', async () => {
    await desk.app.close();
    let release = () => {};
    const engine = new ScriptedEngine(async ({ texts }) => {
      if (texts.includes('慢')) await new Promise<void>((resolve) => (release = resolve));
      return { reply: `echo: ${texts.join('\n')}` };
    });
    const api = createKfApi({ api: wechat.url, id: KF.id, secret: 's' });
    desk = await testChannels({ wechat: [{ account: KF, api }] }, { engine, limits: { burstWindowMs: 2_000 } });
    await desk.app.ready();
    const page = (next_cursor: string, ...msg_list: object[]) => ({ errcode: 0, next_cursor, has_more: 0, msg_list });
    pages = [page('c1', said('m0', '慢', { external_userid: 'wm-slow' }))];
    await callback(KF, notice('N0'));
    await expect.poll(() => engine.calls.length).toBe(1);
    for (const [index, fragment] of ['羽绒服…', '我想问…', '怎么洗'].entries()) {
      pages = [page(`c${index + 2}`, said(`m${index + 1}`, fragment))];
      await callback(KF, notice(`N${index + 1}`));
      await expect.poll(() => pages.length).toBe(0);
    }
    await expect.poll(() => kfSends().map((sent) => sent.text.content)).toEqual(['echo: 羽绒服…\n我想问…\n怎么洗']);
    await expect.poll(() => desk.channels.recall('kf-cursor:wechat.kf:wkAJ2GCAAASSm4')).toBe('c4');
    release();
    await expect.poll(() => kfSends().length).toBe(2);
  });

  it('has what it fetched on disk before it moves on', async () => {
    pages = [{ errcode: 0, next_cursor: 'c1', has_more: 0, msg_list: [said('m1', '一'), said('m2', '二')] }];
    const remember = desk.channels.remember.bind(desk.channels);
    const kept: unknown[] = [];
    desk.channels.remember = (key, ...rest) => {
      const ids = desk.outbox.entries.map(({ id }) => id);
      if (key.startsWith('kf-cursor:')) kept.push(...ids.filter((id) => id.startsWith('in:wechat.kf.messages:')));
      return remember(key, ...rest);
    };
    await callback(KF, notice('ENC1'));
    await expect.poll(() => kept).toEqual(['in:wechat.kf.messages:m1', 'in:wechat.kf.messages:m2']);
  });

  it('leaves what was written before it was connected', async () => {
    pages = [
      {
        errcode: 0,
        next_cursor: 'c1',
        has_more: 0,
        msg_list: [said('m1', '昨天的', { send_time: now() - 86_400 }), said('m2', '现在的')],
      },
    ];
    await callback(KF, notice('ENC1'));
    await expect.poll(() => kfSends().map((sent) => sent.text.content)).toEqual(['echo: 现在的']);
  });

  it('puts the customer into the queue of its people, and is silent while one of them answers', async () => {
    pages = [{ errcode: 0, next_cursor: 'c1', has_more: 0, msg_list: [said('m1', 'human')] }];
    await callback(KF, notice('ENC1'));
    await expect
      .poll(() => sends('/cgi-bin/kf/service_state/trans'))
      .toEqual([{ open_kfid: 'wkAJ2GCAAASSm4', external_userid: 'wmAJ2GCAAAme1X', service_state: 2 }]);
    const taken = {
      event_type: 'session_status_change',
      external_userid: 'wmAJ2GCAAAme1X',
      change_type: 1,
      new_servicer_userid: 'Zhangsan',
    };
    pages = [
      {
        ...{ errcode: 0, next_cursor: 'c2', has_more: 0 },
        msg_list: [
          from('e1', { external_userid: undefined, origin: 4, msgtype: 'event', event: taken }),
          said('m2', '我是小张', { origin: 5, servicer_userid: 'Zhangsan' }),
        ],
      },
      { errcode: 0, next_cursor: 'c3', has_more: 0, msg_list: [said('m3', '好的')] },
    ];
    await callback(KF, notice('ENC2'));
    const conversation = desk.store.appends[0].conversationId;
    const status = async () => (await desk.get(`/v1/conversations/${conversation}`)).json();
    await expect.poll(async () => (await status()).status).toBe('human');
    await callback(KF, notice('ENC3'));
    await expect.poll(async () => (await status()).transcript.at(-1).text).toBe('好的');
    expect(kfSends().map((sent) => sent.text.content)).toEqual(['a person will answer']);
    pages = [
      {
        errcode: 0,
        next_cursor: 'c4',
        has_more: 0,
        msg_list: [from('e2', { origin: 4, msgtype: 'event', event: { ...taken, change_type: 3 } })],
      },
    ];
    await callback(KF, notice('ENC4'));
    await expect.poll(async () => (await status()).status).toBe('resolved');
    pages = [{ errcode: 0, next_cursor: 'c5', has_more: 0, msg_list: [said('m4', 'human')] }];
    await callback(KF, notice('ENC5'));
    // A person is needed again: the same hand-off is reopened, and the customer queued once more.
    await expect.poll(() => sends('/cgi-bin/kf/service_state/trans').length).toBe(2);
    expect(desk.store.appends.flatMap(({ events }) => events).map(({ type }) => type)).toContain('handoff_reopened');
  });

  it.each([
    ['send what the bot said', '您好', '/cgi-bin/kf/send_msg'],
    ['queue the customer', 'human', '/cgi-bin/kf/service_state/trans'],
  ])('does not %s after a failure when one of its people has answered meanwhile', async (_what, words, path) => {
    // Longer than the waits before the second and the third attempt.
    const patiently = { timeout: 10_000 };
    wechat.answerWith((request) => (request.url.startsWith(path) ? { status: 502 } : answer(request)));
    pages = [{ errcode: 0, next_cursor: 'c1', has_more: 0, msg_list: [said('m1', words)] }];
    await callback(KF, notice('ENC1'));
    await expect.poll(() => sends(path).length, patiently).toBeGreaterThan(0);
    const servicer = { origin: 5, servicer_userid: 'Zhangsan' };
    pages = [{ errcode: 0, next_cursor: 'c2', has_more: 0, msg_list: [said('m2', '我是小张', servicer)] }];
    await callback(KF, notice('ENC2'));
    const conversation = desk.store.appends[0].conversationId;
    const status = async () => (await desk.get(`/v1/conversations/${conversation}`)).json().status;
    await expect.poll(status, patiently).toBe('human');
    const failed = sends(path).length;
    wechat.answerWith(answer);
    await expect.poll(() => desk.outbox.entries.every(({ state }) => state === 'done'), patiently).toBe(true);
    expect(sends(path)).toHaveLength(failed);
  });

  it('reads a page again after a failure, and answers nothing twice', async () => {
    pages = [{ errcode: 0, next_cursor: 'c1', has_more: 0, msg_list: [said('m1', '您好')] }];
    refuse = [-1];
    await callback(KF, notice('ENC1'));
    await expect.poll(() => kfSends().length, { timeout: 5_000 }).toBe(1);
    pages = [{ errcode: 0, next_cursor: 'c1', has_more: 0, msg_list: [said('m1', '您好')] }];
    await callback(KF, notice('ENC2'));
    await expect.poll(() => pages.length).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(kfSends()).toHaveLength(1);
  });
});
