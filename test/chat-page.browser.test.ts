import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { defaultDeskSettings } from '../src/desk/read-desk-settings.ts';
import { buildWeb } from '../web/build-web.js';
import { SCRIPTED_HANDOFF, ScriptedEngine } from './fakes/scripted-engine.ts';
import { type TestApp, testApp } from './fakes/test-app.ts';

const citations = [{ article: 'returns', title: '七天无理由退货', heading: '怎么申请', version: '0123456789ab' }];
let browser: Browser;
let page: Page;
let desk: TestApp;
let problems: string[];

beforeAll(async () => {
  await buildWeb();
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium' });
});
afterAll(() => browser.close());
beforeEach(() => open());
afterEach(close);

/** Opens the page of a desk that never closes; `deps` override the app's. */
async function open(...[deps, settings]: Parameters<typeof testApp>): Promise<void> {
  const engine = new ScriptedEngine(({ texts }) => {
    const text = texts.join('');
    if (text.includes('人工')) {
      return { reply: '正在为您转接人工客服。', action: 'escalate', language: 'zh', handoff: SCRIPTED_HANDOFF };
    }
    if (text.includes('哪个')) {
      return { reply: '您想问的是哪一个呢？\n1. 退款多久到账？\n2. 怎么退货？', action: 'clarify' };
    }
    return { reply: `可以的，签收后七天内都能申请退货：\n1. 打开订单\n2. 点“申请售后”\n${text}`, citations };
  });
  desk = await testApp({ engine, ...deps }, settings);
  const url = await desk.app.listen({ port: 0, host: '127.0.0.1' });
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 780 } });
  page = await context.newPage();
  problems = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(url);
}

async function close(): Promise<void> {
  await page.context().close();
  await desk.app.close();
}

const send = async (text: string) => {
  await page.getByLabel('您的消息').fill(text);
  await page.keyboard.press('Enter');
};
const ticket = async () => (await desk.store.listHandoffs({}))[0].id;
const act = async (action: string, body: object = {}) => {
  const { statusCode } = await desk.post(`/v1/handoffs/${await ticket()}/${action}`, { agentId: 'amy', ...body });
  expect(statusCode).toBe(200);
};
const wordsOnPage = () => page.locator('.line .words').allTextContents();
const banner = () => page.locator('.banner [role=status]').textContent();
const lastBotLine = () => page.locator('.line-bot:not(.typing)').last();

it('asks and shows the answer with its source and what was done', async () => {
  expect(await banner()).toBe('');
  await send('可以退吗');
  await page.getByText('来源: 七天无理由退货 › 怎么申请').waitFor();
  expect(await lastBotLine().locator('.badge').textContent()).toBe('解答');
  expect(await page.locator('.note').count()).toBe(0);
  expect(await page.getByRole('group', { name: '常见问题' }).count()).toBe(0);
  const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(overflow).toBe(0);
  expect(problems).toEqual([]);
});

it('sends an example at a tap, and is there again after a reload', async () => {
  await page.getByRole('button', { name: '退款多久到账？' }).click();
  await page.getByText('来源').waitFor();
  await page.reload();
  await page.getByText('来源').waitFor();
  expect(await page.locator('.line-customer').count()).toBe(1);
  await page.getByRole('button', { name: '新对话' }).click();
  expect(await page.locator('.line-customer').count()).toBe(0);
  expect(problems).toEqual([]);
});

it('tells of a hand-off and of all that becomes of it, each line once, and the same after a reload', async () => {
  await send('转人工');
  await page.getByText('您排在第一位').waitFor();
  await expect.poll(banner).toContain('您排在第 1 位');
  await page.locator('header').getByText('等待人工客服接入').waitFor();
  await send('我的手机号 13812345678');
  await page.getByText('已经记下').waitFor();
  await act('claim', { agentName: '小美' });
  await page.getByText('客服 小美 已接入').waitFor();
  // On a phone, too.
  await page.locator('header').getByText('小美 正在为您服务').waitFor();
  expect(await banner()).toBe('');
  await act('reply', { text: '您好，我是小美' });
  await page.getByText('您好，我是小美').waitFor();
  expect(await page.locator('.line-agent .speaker').last().textContent()).toBe('小美');
  await act('resolve');
  await page.getByText('本次人工服务已结束').waitFor();
  const words = await wordsOnPage();
  expect(words.map((text) => text.slice(0, 8))).toEqual([
    '您好，我是小二。',
    '转人工',
    '正在为您转接人工',
    '您排在第一位，同',
    '我的手机号 13',
    '好的，您的联系方',
    '客服 小美 已接',
    '您好，我是小美',
    '本次人工服务已结',
  ]);
  await page.reload();
  await page.getByText('本次人工服务已结束').waitFor();
  expect(await wordsOnPage()).toEqual(words);
  expect(problems).toEqual([]);
});

it('says at night when the desk opens, and promises nobody', async () => {
  await close();
  const shift = Date.parse('2026-03-10T03:00:00+08:00') - Date.now();
  const settings = defaultDeskSettings('Asia/Shanghai');
  await open({ clock: { now: () => Date.now() + shift } }, { settings: () => settings });
  await send('转人工');
  await page.locator('.line-system', { hasText: '今天 9:00 上班' }).waitFor();
  await expect.poll(banner).toMatch(/^现在不是人工服务时间，客服.* 9:00.* 上班。$/);
  expect((await wordsOnPage()).slice(1, 3)).toEqual(['转人工', '正在为您转接人工客服。']);
  await page.reload();
  await page.locator('.line-system', { hasText: '今天 9:00 上班' }).waitFor();
  await expect.poll(banner).toMatch(/ 9:00.* 上班。$/);
  expect(await page.locator('.line-system').count()).toBe(1);
});

it('shows who takes up a conversation that nobody waits in', async () => {
  await send('转人工');
  await page.getByText('您排在第一位').waitFor();
  await act('claim');
  await act('return');
  await page.getByText('接下来由智能客服小二继续为您解答').waitFor();
  await expect.poll(banner).toBe('');
  await act('reopen', { agentName: '小美' });
  await page.getByText('小美 重新打开了这次对话').waitFor();
  await page.locator('header', { hasText: '小美 正在为您服务' }).waitFor();
  expect(await page.locator('.line-system').count()).toBe(4);
  expect(problems).toEqual([]);
});

it('takes an answer that comes after its lines were read for the same', async () => {
  await send('可以退吗');
  await page.getByText('来源').waitFor();
  // The message arrives and its answer is held back, until the page has read both.
  let release = () => {};
  const isRead = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/messages', async (route) => {
    const response = await route.fetch();
    await isRead;
    await route.fulfill({ response });
  });
  await send('转人工');
  await page.getByText('您排在第一位').waitFor();
  expect(await page.locator('.note').count()).toBe(0);
  release();
  await page.locator('.typing').waitFor({ state: 'detached' });
  expect(await page.getByText('您排在第一位').count()).toBe(1);
  expect(await page.locator('.line-bot', { hasText: '正在为您转接人工客服' }).count()).toBe(1);
});

it('tries again by itself with the same messageId when the network fails, and offers to when it keeps failing', async () => {
  const bodies: { messageId: string }[] = [];
  let failures = 1;
  await page.route('**/messages', async (route) => {
    bodies.push(route.request().postDataJSON());
    if (failures-- > 0) await route.abort();
    else await route.continue();
  });
  await send('可以退吗');
  await page.getByText('来源').waitFor();
  expect(bodies).toHaveLength(2);
  expect(bodies[1]).toEqual(bodies[0]);
  expect(desk.engine.calls).toHaveLength(1);
  failures = 4;
  await send('真的吗');
  const retry = page.getByRole('button', { name: '立即重发' });
  await retry.waitFor();
  const bottom = async (selector: string) => {
    const box = await page.locator(selector).last().boundingBox();
    return (box?.y ?? 0) + (box?.height ?? 0);
  };
  expect(await bottom('.note')).toBeLessThanOrEqual(await bottom('.log'));
  await retry.click();
  await page.getByText('真的吗').nth(1).waitFor();
  expect(new Set(bodies.slice(2).map((body) => body.messageId)).size).toBe(1);
});

it('does not send when Enter picks a word in an input method, or with Shift', async () => {
  const field = page.getByLabel('您的消息');
  await field.fill('tuihuo');
  await field.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
  await field.dispatchEvent('keydown', { key: 'Enter', keyCode: 229 });
  await page.keyboard.press('Shift+Enter');
  expect(await field.inputValue()).toBe('tuihuo\n');
  expect(await page.locator('.line-customer').count()).toBe(0);
});

it('speaks English, too', async () => {
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Where is my parcel?' }).click();
  await page.getByText('Source: ').waitFor();
  expect(await page.evaluate('document.documentElement.lang')).toBe('en');
});

it('shows what a customer writes as text, never as markup', async () => {
  await send('<img src=x onerror=alert(1)><b>x</b>');
  await page.getByText('来源').waitFor();
  expect(await page.locator('.words img, .words b').count()).toBe(0);
  expect(problems).toEqual([]);
});

it('is one conversation in two tabs, and goes on in the one that either begins', async () => {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await send('转人工');
  await page.getByText('您排在第一位').waitFor();
  await other.getByLabel('您的消息').fill('可以开发票吗');
  await other.getByLabel('您的消息').press('Enter');
  for (const tab of [page, other]) {
    await expect.poll(() => tab.locator('.line-customer .words').allTextContents()).toEqual(['转人工', '可以开发票吗']);
  }
  expect(await desk.store.listHandoffs({})).toHaveLength(1);
  await other.getByRole('button', { name: '新对话' }).click();
  await page.bringToFront();
  await expect.poll(() => page.locator('.line-customer').count()).toBe(0);
  await send('退款多久到账');
  await page.reload();
  await expect.poll(() => page.locator('.line-customer .words').allTextContents()).toEqual(['退款多久到账']);
});

it('keeps the order over a short outage, and what was not sent over another language and a reload', async () => {
  await send('可以退吗');
  await page.getByText('来源').waitFor();
  await page.route('**/messages', (route) => route.abort());
  await send('我买的是羽绒服');
  await page.getByRole('button', { name: '立即重发' }).waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('sending again').waitFor();
  expect(await page.locator('.line-customer .words').allTextContents()).toEqual(['可以退吗', '我买的是羽绒服']);
  await page.getByRole('button', { name: '中文' }).click();
  await page.reload();
  await send('这个怎么洗');
  await page.unroute('**/messages');
  const words = ['可以退吗', '我买的是羽绒服', '这个怎么洗'];
  const shown = async () => [
    await page.locator('.line-customer .words').allTextContents(),
    await page.locator('.note').count(),
  ];
  await expect.poll(shown, { timeout: 15_000 }).toEqual([words, 0]);
  await page.reload();
  await expect.poll(() => page.locator('.line-customer .words').allTextContents()).toEqual(words);
});

it('draws what comes before anything has been painted', async () => {
  await send('可以退吗');
  await page.getByText('来源').waitFor();
  // A server next door: its stream is there at once, long before the browser paints.
  const line = { position: 1, role: 'bot', text: '很快的回答', at: 1 };
  const events = `id: 1\nevent: line\ndata: ${JSON.stringify(line)}\n\n`;
  const content = `
    const ask = fetch;
    const start = (stream) => stream.enqueue(new TextEncoder().encode(${JSON.stringify(events)}));
    fetch = async (url, init) => url.includes('/events') ? new Response(new ReadableStream({ start })) : ask(url, init);
  `;
  await page.addInitScript({ content });
  await page.reload();
  await page.getByText('很快的回答').waitFor({ timeout: 2000 });
});

it('takes the rating that it asks for, and does not insist', async () => {
  await send('转人工');
  await page.getByText('您排在第一位').waitFor();
  await act('claim');
  await act('resolve');
  const form = page.getByRole('form', { name: '这次服务您满意吗？' });
  await form.getByLabel('满意', { exact: true }).check();
  await form.getByLabel('还想说点什么').fill('很快');
  await form.getByRole('button', { name: '提交评价' }).click();
  await form.waitFor({ state: 'detached' });
  const [{ conversationId }] = await desk.store.listHandoffs({});
  const given = (await desk.store.load(conversationId)).filter(({ type }) => type === 'feedback_given');
  expect(given).toMatchObject([{ score: 4, comment: '很快' }]);
  await act('reopen');
  await act('resolve');
  await form.getByRole('button', { name: '跳过' }).click();
  expect(await page.evaluate('document.activeElement.id')).toBe('text');
  await page.reload();
  await page.getByText('本次人工服务已结束').last().waitFor();
  expect(await form.count()).toBe(0);
});

it('lets a topic that is offered be tapped, and an address be followed', async () => {
  await send('哪个 https://shop.example/a（看这里）');
  await page.getByRole('button', { name: '怎么退货？' }).click();
  await expect.poll(() => page.locator('.line-customer .words').last().textContent()).toBe('怎么退货？');
  expect(await page.getByRole('link', { name: 'https://shop.example/a' }).getAttribute('href')).toBe(
    'https://shop.example/a',
  );
});

it('says that it is offline, that it connects again, and that nobody is at the desk', async () => {
  await desk.post('/v1/desk/presence', { agentId: 'amy', name: '小美', available: false });
  await send('转人工');
  await expect.poll(banner, { timeout: 10_000 }).toContain('现在暂时没有客服在线');
  await page.context().setOffline(true);
  await expect.poll(banner).toContain('网络已断开');
  await page.context().setOffline(false);
  await expect.poll(banner, { timeout: 10_000 }).toContain('现在暂时没有客服在线');
  await act('claim');
  await page.locator('.line-system', { hasText: '已接入' }).waitFor();
  await expect.poll(banner).toBe('');
  await page.route('**/events*', (route) => route.abort());
  await page.reload();
  await expect.poll(banner, { timeout: 15_000 }).toBe('正在重新连接…');
});

it('says below a message that was refused what is wrong with it', async () => {
  const errors = [{ field: 'text', message: 'must not contain control characters' }];
  let answer = { status: 400, json: { detail: 'The request is not valid.', errors } as object };
  await page.route('**/messages', (route) => route.fulfill(answer));
  await send('可以退吗');
  const note = page.getByRole('log').locator('.note');
  await note.waitFor();
  expect(await note.textContent()).toBe('这条消息没有发出去。 内容太长或含有无法识别的字符，请修改后再发。');
  answer = { status: 403, json: { detail: 'no customer key' } };
  await send('还能退吗');
  await note.getByText('原因：no customer key').waitFor();
});

it('goes on, once, with the conversation that an older release of the page was in', async () => {
  await desk.post('/v1/conversations/former-1/messages', { messageId: 'm1', text: '可以退吗' });
  await page.evaluate("localStorage.clear(); localStorage.setItem('conversation', 'former-1')");
  await page.reload();
  await page.getByText('来源').waitFor();
  await send('真的吗');
  await expect.poll(() => page.locator('.line-customer .words').allTextContents()).toEqual(['可以退吗', '真的吗']);
  await expect.poll(async () => (await desk.store.load('former-1')).length).toBe(4);
  expect(await page.evaluate("localStorage.getItem('conversation')")).toBeNull();
  await page.getByRole('button', { name: '新对话' }).click();
  await page.reload();
  await page.getByText('有什么可以帮您').waitFor();
  expect(await page.locator('.line-customer').count()).toBe(0);
});
