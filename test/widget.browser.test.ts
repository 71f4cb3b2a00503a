import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { parseDeskSettings } from '../src/desk/read-desk-settings.ts';
import { createWhispers } from '../src/ports/whispers.ts';
import { buildWeb } from '../web/build-web.js';
import { SCRIPTED_HANDOFF, ScriptedEngine } from './fakes/scripted-engine.ts';
import { type TestApp, testApp } from './fakes/test-app.ts';
import { openDeskSettings } from './fakes/test-desk.ts';
import { accessibilityProblems } from './fixtures/accessibility-problems.js';
import { type ShopPage, serveShopPage } from './fixtures/shop-page.ts';

const citations = [{ article: 'zh/freight', title: '退货运费谁出？', heading: '', version: '0123456789ab' }];
const ANSWER = '质量问题由店铺承担，不喜欢由买家承担。';
const PATIENTLY = { timeout: 15_000 };
let browser: Browser;
let shop: ShopPage;
let desk: TestApp;
let server: string;
let attributes: string;
let page: Page;
let problems: string[];
let settings = openDeskSettings();
const whispers = createWhispers();
/** Answers wait for it. */
let gate: Promise<void> | undefined;

beforeAll(async () => {
  await buildWeb();
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium' });
  shop = await serveShopPage(
    () => server,
    () => attributes,
  );
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});
beforeEach(async () => {
  gate = undefined;
  settings = openDeskSettings();
  const engine = new ScriptedEngine(async ({ texts }) => {
    await gate;
    const text = texts.join('');
    if (/人工|person/.test(text)) {
      return { language: 'zh', reply: '正在为您转接人工客服。', action: 'escalate', handoff: SCRIPTED_HANDOFF };
    }
    if (text.includes('哪个'))
      return { reply: '您想问的是哪一个呢？\n1. 退款多久到账？\n2. 怎么退货？', action: 'clarify' };
    return { language: 'zh', reply: `${ANSWER}${texts.length > 1 ? `（${texts.length} 条）` : ''}`, citations };
  });
  const options: Parameters<typeof testApp>[0] = {
    engine,
    limits: { burstWindowMs: 400 },
    access: { origins: ['*'] },
    widget: {
      topics: () => [
        { article: 'zh/freight', title: '退货运费谁出？', language: 'zh', questions: [], tags: ['退货'] },
        { article: 'zh/wash', title: '毛衣怎么洗？', language: 'zh', questions: [], tags: ['护理'] },
        {
          article: 'en/freight',
          title: 'Who pays the return postage?',
          language: 'en',
          questions: [],
          tags: ['Returns'],
        },
      ],
      settings: async () => ({ shop: { name: { zh: '芽麦小铺', en: 'Yamai Store' } } }),
    },
  };
  desk = await testApp(options, { settings: () => settings, whispers });
  server = await desk.app.listen({ port: 0, host: '127.0.0.1' });
  attributes = 'data-lang="zh" data-colour="#0f766e"';
  page = await newPage();
  await page.goto(shop.url);
});
afterEach(async () => {
  await page.context().close();
  await desk.app.close();
});

async function newPage(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 }, ...options });
  const opened = await context.newPage();
  problems = [];
  opened.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  opened.on('pageerror', (error) => problems.push(error.message));
  return opened;
}
const open = () => page.getByRole('button', { name: '联系客服' }).click();
const field = () => page.getByLabel('您的消息');
async function send(text: string): Promise<void> {
  await field().fill(text);
  await field().press('Enter');
}
const lines = (who: string) => page.locator(`.line.${who}:not(.typing) .words`);
const bot = () => lines('bot').filter({ hasNotText: '您好，我是小二' });

it('answers with the source on a strict page of another origin, and leaves nothing behind in it', async () => {
  await open();
  await send('亲 退货运费谁出');
  await page.getByText('来源: 退货运费谁出？').waitFor();
  expect(await bot().allTextContents()).toEqual([ANSWER]);
  expect(await page.locator('xiaoer-widget').count()).toBe(1);
  const added = await page.evaluate(`(() => {
    const clean = document.createElement('iframe');
    document.body.append(clean);
    const known = new Set(Object.getOwnPropertyNames(clean.contentWindow));
    clean.remove();
    return Object.getOwnPropertyNames(window).filter((name) => !known.has(name) && !/^\\d+$/.test(name));
  })()`);
  expect(added).toEqual([]);
  expect(problems).toEqual([]);
});

it('shows every fragment at once, and answers them once', async () => {
  await open();
  for (const text of ['亲…', '我上周买的那件…', '能退吗']) await send(text);
  await expect.poll(() => lines('customer').allTextContents(), PATIENTLY).toEqual(['亲…', '我上周买的那件…', '能退吗']);
  await page.getByText(`${ANSWER}（3 条）`).waitFor();
  expect(await bot().count()).toBe(1);
  expect(await page.locator('.typing').count()).toBe(0);
  expect(desk.engine.calls).toHaveLength(1);
});

it('says what it is doing while the answer takes its time', async () => {
  let answer = () => {};
  gate = new Promise((resolve) => {
    answer = resolve;
  });
  await open();
  await send('运费');
  await page.getByText('正在为您查询…').waitFor();
  answer();
  await page.getByText(ANSWER).waitFor();
  expect(await page.locator('.typing').count()).toBe(0);
});

it('keeps what was written without a network, over a reload too, and sends it once and in order', async () => {
  await open();
  await send('第一句…');
  await page.getByText(ANSWER).waitFor();
  const ids: string[] = [];
  await page.route('**/messages', async (route) => {
    ids.push(route.request().postDataJSON().messageId);
    await route.abort();
  });
  await send('第二句…');
  await page.getByText('网络不稳定，正在重发…').waitFor();
  await send('第三句');
  await page.context().setOffline(true);
  await page.getByText('网络已断开').waitFor();
  await page.context().setOffline(false);
  await page.reload();
  await open();
  await page.unroute('**/messages');
  await expect.poll(() => bot().count(), PATIENTLY).toBeGreaterThan(1);
  await expect.poll(() => lines('customer').allTextContents(), PATIENTLY).toEqual(['第一句…', '第二句…', '第三句']);
  const stored = (await desk.store.load(await conversationId())).flatMap((event) =>
    event.type === 'customer_wrote' ? [event] : [],
  );
  expect(stored.map(({ text }) => text)).toEqual(['第一句…', '第二句…', '第三句']);
  expect(new Set(ids).size).toBeLessThanOrEqual(2);
});
const conversationId = () =>
  page.evaluate(
    `JSON.parse(Object.entries(localStorage).find(([key]) => key.endsWith(':conversation'))[1]).id`,
  ) as Promise<string>;

it('offers questions by category and titles while one types; a tap or Enter sends them', async () => {
  await open();
  await page.getByRole('tab', { name: '护理' }).click();
  await page.getByRole('button', { name: '毛衣怎么洗？' }).click();
  await page.getByText(ANSWER).waitFor();
  await field().pressSequentially('运费');
  await page.getByRole('option', { name: '退货运费谁出？' }).waitFor();
  await field().press('ArrowDown');
  expect(await page.getByRole('option').getAttribute('aria-selected')).toBe('true');
  await field().press('Enter');
  await expect.poll(() => lines('customer').allTextContents(), PATIENTLY).toEqual(['毛衣怎么洗？', '退货运费谁出？']);
});

it('lets a topic that is offered be tapped', async () => {
  await open();
  await send('哪个');
  await page.getByRole('button', { name: '怎么退货？' }).click();
  await expect.poll(() => lines('customer').last().textContent(), PATIENTLY).toBe('怎么退货？');
});

it('takes a rating of an answer, and offers a person to whoever was not helped', async () => {
  await open();
  await send('运费');
  await page.getByRole('button', { name: '没帮助' }).click();
  await page.getByText('抱歉没帮到您').waitFor();
  const given = (await desk.store.load(await conversationId())).find(({ type }) => type === 'feedback_given');
  expect(given).toMatchObject({ score: 1, answer: expect.any(Number) });
  await page.locator('.rating').getByRole('button', { name: '转人工' }).click();
  await page.getByText('正在为您转接人工客服。').waitFor();
});

it('hands over to a person and back, counts what is unread, and asks how it was', async () => {
  await open();
  await page.getByRole('button', { name: '转人工' }).click();
  await page.locator('.banner').getByText('转接').waitFor();
  await page.getByRole('button', { name: '收起对话' }).click();
  const [{ id }] = await desk.store.listHandoffs({});
  await desk.post(`/v1/handoffs/${id}/claim`, { agentId: 'amy', agentName: '小美' });
  await desk.post(`/v1/handoffs/${id}/reply`, { agentId: 'amy', text: '您好，我是小美', messageId: 'r1' });
  const launcher = page.getByRole('button', { name: /联系客服，\d+ 条新消息/ });
  await launcher.waitFor({ timeout: 10_000 });
  await launcher.click();
  await page.getByText('您好，我是小美').waitFor();
  await page
    .getByText(/正在为您服务/)
    .first()
    .waitFor();
  await send('好的谢谢');
  await desk.post(`/v1/handoffs/${id}/resolve`, { agentId: 'amy' });
  const form = page.getByRole('form', { name: '这次服务您满意吗？' });
  await form.waitFor({ timeout: 10_000 });
  await form.getByLabel('4 分，满意').check();
  await form.getByLabel('还想说点什么').fill('很快');
  await form.getByRole('button', { name: '提交评价' }).click();
  await page.getByText('感谢您的评价').waitFor();
  const given = (await desk.store.load(await conversationId())).filter(({ type }) => type === 'feedback_given');
  expect(given).toMatchObject([{ score: 4, comment: '很快' }]);
  expect(await lines('agent').count()).toBe(1);
});

it('says when the desk opens while nobody is there, and takes contact details', async () => {
  // Half a day from now, whenever now is.
  const hour = (new Date().getUTCHours() + 12) % 24;
  const shift = `[${String(hour).padStart(2, '0')}:00-${String(hour).padStart(2, '0')}:30]`;
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  settings = parseDeskSettings(
    'desk.yaml',
    `hours: {timeZone: UTC, week: {${days.map((day) => `${day}: ${shift}`).join(', ')}}}`,
  );
  await open();
  await page.getByRole('button', { name: '转人工' }).click();
  await page.getByText(/现在不是人工服务时间，客服(今天|明天) \d?\d:00 上班。/).waitFor();
  await page.getByRole('button', { name: '留下联系方式' }).click();
  const form = page.getByRole('form', { name: '留下联系方式' });
  await form.getByLabel('称呼').fill('小林');
  await form.getByRole('button', { name: '提交' }).click();
  await page.getByText('请至少填一项').waitFor();
  expect(await page.evaluate(accessibilityProblems)).toEqual([]);
  await form.getByLabel('手机号').fill('13800138000');
  await form.getByRole('button', { name: '提交' }).click();
  await form.waitFor({ state: 'detached' });
  const left = (await desk.store.load(await conversationId())).find(({ type }) => type === 'contact_left');
  expect(left).toMatchObject({ contact: { name: '小林', phone: '13800138000' } });
  expect(await page.getByRole('button', { name: '留下联系方式' }).count()).toBe(0);
});

it('asks at the end of a chat with the bot, and starts another', async () => {
  await open();
  await send('运费');
  await page.getByText(ANSWER).waitFor();
  await page.getByRole('button', { name: '结束对话' }).click();
  await page.getByLabel('5 分，非常满意').check();
  await page.getByRole('button', { name: '提交评价' }).click();
  await page.getByRole('button', { name: '开始新的对话' }).click();
  expect(await lines('customer').count()).toBe(0);
  await send('运费');
  await page.getByText(ANSWER).waitFor();
});

it('can be used with the keyboard alone', async () => {
  const focused = () =>
    page.evaluate(`(() => {
    const inner = document.querySelector('xiaoer-widget').shadowRoot.activeElement;
    return inner ? inner.getAttribute('aria-label') ?? inner.labels?.[0]?.textContent ?? inner.textContent : null;
  })()`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('联系客服');
  await page.keyboard.press('Enter');
  await expect.poll(focused, PATIENTLY).toBe('您的消息');
  await page.keyboard.type('运费谁出啊');
  await page.keyboard.press('Enter');
  await page.getByText(ANSWER).waitFor();
  const seen = new Set<unknown>();
  for (let index = 0; index < 16; index++) {
    await page.keyboard.press('Tab');
    seen.add(await focused());
  }
  for (const name of ['EN', '结束对话', '收起对话', '有帮助', '没帮助', '转人工', '您的消息']) {
    if (name !== 'EN') expect(seen).toContain(name);
  }
  expect(seen).not.toContain(null);
  await page.keyboard.press('Shift+Tab');
  expect(await focused()).not.toBeNull();
  await page.keyboard.press('Escape');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await expect.poll(focused, PATIENTLY).toBe('联系客服');
});

it('opens from any button of the page, with its words in the field, and gives the focus back', async () => {
  await page.getByRole('button', { name: '咨询毛衣' }).click();
  expect(await field().inputValue()).toBe('毛衣怎么洗');
  await page.getByRole('button', { name: '收起对话' }).click();
  await expect.poll(() => page.evaluate('document.activeElement.textContent'), PATIENTLY).toBe('咨询毛衣');
});

it('does not send when Enter picks a word in an input method, or with Shift', async () => {
  await open();
  await field().fill('tuihuo');
  await field().dispatchEvent('keydown', { key: 'Enter', isComposing: true });
  await field().dispatchEvent('keydown', { key: 'Enter', keyCode: 229 });
  await page.keyboard.press('Shift+Enter');
  expect(await field().inputValue()).toBe('tuihuo\n');
  expect(await lines('customer').count()).toBe(0);
});

it('fills a phone and leaves nothing outside, also when zoomed in to 200 %', async () => {
  for (const options of [
    { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true },
    { viewport: { width: 640, height: 400 } },
  ]) {
    await page.context().close();
    page = await newPage(options);
    await page.goto(shop.url);
    await open();
    await send('运费');
    await page.getByText(ANSWER).waitFor();
    const { width, height } = options.viewport;
    // It rises into its place.
    await expect.poll(() => page.getByRole('dialog').boundingBox()).toEqual({ x: 0, y: 0, width, height });
    await field().fill('还在吗'.repeat(200));
    const send2 = await page.getByRole('button', { name: '发送' }).boundingBox();
    expect((send2?.y ?? height) + (send2?.height ?? 0)).toBeLessThanOrEqual(height);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  }
});

it('speaks English, too, and can be switched', async () => {
  attributes = 'data-lang="en"';
  await page.reload();
  await page.getByRole('button', { name: 'Chat with us' }).click();
  await page.getByRole('dialog', { name: 'Yamai Store' }).waitFor();
  await page.getByRole('button', { name: 'Who pays the return postage?' }).click();
  await page.getByText('Source: ').waitFor();
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('dialog', { name: '芽麦小铺' }).waitFor();
});

it('shows what a customer writes as text, never as markup', async () => {
  await open();
  await send('<img src=x onerror=alert(1)><b>x</b>');
  await page.getByText(ANSWER).waitFor();
  expect(await page.locator('.words img, .words b').count()).toBe(0);
  expect(problems).toEqual([]);
});

it.each([
  ['#0f766e', 'light'],
  ['#ffd400', 'light'],
  ['#ffd400', 'dark'],
  ['#1a1a2e', 'dark'],
] as const)('can be read and is labelled, with the colour %s in the %s', async (colour, theme) => {
  attributes = `data-lang="zh" data-colour="${colour}" data-theme="${theme}"`;
  await page.reload();
  const found: string[] = [];
  const check = async (where: string) => {
    for (const problem of await page.evaluate(accessibilityProblems)) found.push(`${where}: ${problem}`);
  };
  await check('closed');
  await open();
  await page.getByRole('tab', { name: '护理' }).waitFor();
  await check('open');
  await field().fill('运费');
  await page.getByRole('option').waitFor();
  await check('titles');
  await field().press('Enter');
  await page.getByRole('button', { name: '有帮助' }).click();
  await page.getByText('感谢反馈').waitFor();
  await send('哪个');
  await page.getByRole('button', { name: '怎么退货？' }).waitFor();
  await check('answered');
  await page.getByRole('button', { name: '结束对话' }).click();
  await page.getByLabel('3 分，一般').check();
  await check('rating');
  await page.getByRole('button', { name: '转人工' }).click();
  await page.locator('.banner').getByText('转接').waitFor();
  await check('waiting');
  expect(found).toEqual([]);
});

it('finds what cannot be read or has no name, so that the checks above say something', async () => {
  await open();
  await page.getByText('您好，我是小二').waitFor();
  await page.evaluate(`(() => {
    const bad = document.createElement('div');
    bad.append('pale', document.createElement('button'), document.createElement('input'));
    bad.style.cssText = 'color: #999; background: #fff';
    document.querySelector('xiaoer-widget').shadowRoot.querySelector('.panel').append(bad);
  })()`);
  const found = (await page.evaluate(accessibilityProblems)).join();
  for (const problem of ['contrast of 2.85', 'button.: has no name', 'input.: has no label']) {
    expect(found).toContain(problem);
  }
});

it('is one conversation in every tab, with its unread lines seen in all', async () => {
  const other = await page.context().newPage();
  await other.goto(shop.url);
  await open();
  await send('转人工');
  await page.locator('.banner').getByText('转接').waitFor();
  await other.getByRole('button', { name: /联系客服/ }).click();
  await other.getByLabel('您的消息').fill('可以开发票吗');
  await other.getByLabel('您的消息').press('Enter');
  await page.bringToFront();
  await expect.poll(() => lines('customer').allTextContents(), PATIENTLY).toEqual(['转人工', '可以开发票吗']);
  await page.reload();
  await open();
  await expect.poll(() => lines('customer').allTextContents(), PATIENTLY).toEqual(['转人工', '可以开发票吗']);
  expect(await desk.store.listHandoffs({})).toHaveLength(1);
});

it('lets the rating be skipped without losing a word, gives the focus back, and does not ask again', async () => {
  await open();
  await send('运费');
  await page.getByText(ANSWER).waitFor();
  // Whoever thought of ending the chat and then wrote on has not ended it.
  await page.getByRole('button', { name: '结束对话' }).click();
  await page.getByRole('form', { name: '这次服务您满意吗？' }).waitFor();
  await send('转人工');
  await page.locator('.banner').getByText('转接').waitFor();
  expect(await page.locator('header').getByText('随时为您解答').count()).toBe(0);
  const [{ id }] = await desk.store.listHandoffs({});
  await desk.post(`/v1/handoffs/${id}/claim`, { agentId: 'amy', agentName: '小美' });
  await desk.post(`/v1/handoffs/${id}/reply`, { agentId: 'amy', text: '退款单号 R-778899', messageId: 'r1' });
  await desk.post(`/v1/handoffs/${id}/resolve`, { agentId: 'amy' });
  const form = page.getByRole('form', { name: '这次服务您满意吗？' });
  await form.getByRole('button', { name: '跳过' }).click();
  expect(await page.getByText('退款单号 R-778899').count()).toBe(1);
  await page.keyboard.press('Escape');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.reload();
  await open();
  await page.getByText('退款单号 R-778899').waitFor();
  expect(await form.count()).toBe(0);
});

it('offers to leave contact details while nobody is there, names what is wrong at its field, and keeps the half-written', async () => {
  await desk.post('/v1/desk/presence', { agentId: 'amy', name: '小美', available: false });
  await open();
  await page.getByRole('button', { name: '转人工' }).click();
  await page.locator('.banner').getByText('暂时没有客服在线').waitFor({ timeout: 10_000 });
  await page.getByRole('button', { name: '留下联系方式' }).click();
  const form = page.getByRole('form', { name: '留下联系方式' });
  await form.getByLabel('手机号').fill('123');
  await form.getByLabel('想咨询的问题').fill('要发票');
  await page.getByRole('button', { name: '收起对话' }).click();
  await open();
  expect(await form.getByLabel('想咨询的问题').inputValue()).toBe('要发票');
  await form.getByRole('button', { name: '提交' }).click();
  await form.getByRole('alert').getByText('请填写正确的电话号码').waitFor();
  const phone = form.getByLabel('手机号');
  expect(await phone.getAttribute('aria-invalid')).toBe('true');
  expect(await form.locator('input:focus').getAttribute('name')).toBe('phone');
  expect(await page.evaluate(accessibilityProblems)).toEqual([]);
  await form.getByRole('button', { name: '先不留' }).click();
  await page.keyboard.press('Escape');
  expect(await page.getByRole('dialog').count()).toBe(0);
});

it('adds the words of a button to what is half written', async () => {
  await open();
  await field().fill('我想问问');
  await page.locator('[data-xiaoer-open]').dispatchEvent('click');
  expect(await field().inputValue()).toBe('我想问问\n毛衣怎么洗');
});

it('looks the same whatever the page does to everything in it', async () => {
  const look = () =>
    page.evaluate(`(() => {
      const root = document.querySelector('xiaoer-widget').shadowRoot;
      const { textTransform, letterSpacing, lineHeight, wordSpacing, direction, textIndent } = getComputedStyle(root.querySelector('.words'));
      const { x, y, width, height } = root.querySelector('.panel').getBoundingClientRect();
      const { opacity, transform } = getComputedStyle(root.host);
      return { textTransform, letterSpacing, lineHeight, wordSpacing, direction, textIndent, opacity, transform, box: [x, y, width, height] };
    })()`);
  await open();
  await page.getByRole('tab', { name: '护理' }).waitFor();
  await page.waitForTimeout(300);
  const before = await look();
  await page.evaluate(`(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { text-transform: uppercase; letter-spacing: .2em; word-spacing: 9px; line-height: 3; text-indent: 9px; direction: rtl } body > * { transform: translateX(9px); opacity: .3; position: relative; z-index: 1; filter: blur(1px) }');
    document.adoptedStyleSheets = [sheet];
  })()`);
  expect(await look()).toEqual(before);
  await page.evaluate(`(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('xiaoer-widget { visibility: hidden }');
    document.adoptedStyleSheets = [sheet];
  })()`);
  await expect.poll(() => page.getByRole('dialog').isVisible()).toBe(false);
});

it('has room for the titles on the smallest screen', async () => {
  await page.context().close();
  page = await newPage({ viewport: { width: 360, height: 320 } });
  await page.goto(shop.url);
  await open();
  await field().fill('运费');
  await page.getByRole('option').waitFor();
  const [titles, header] = await Promise.all([
    page.getByRole('listbox').boundingBox(),
    page.locator('header').boundingBox(),
  ]);
  expect(titles?.y ?? 0).toBeGreaterThanOrEqual((header?.y ?? 0) + (header?.height ?? 0));
});

it('closes the form for contact details when an agent takes over, and keeps what is half written', async () => {
  await desk.post('/v1/desk/presence', { agentId: 'amy', name: '小美', available: false });
  await open();
  await page.getByRole('button', { name: '转人工' }).click();
  await page.getByRole('button', { name: '留下联系方式' }).click({ timeout: 10_000 });
  const form = page.getByRole('form', { name: '留下联系方式' });
  await form.getByLabel('手机号').fill('138001');
  const [{ id }] = await desk.store.listHandoffs({});
  await desk.post(`/v1/handoffs/${id}/claim`, { agentId: 'amy', agentName: '小美' });
  await form.waitFor({ state: 'detached' });
  await expect
    .poll(() => field().evaluate((element: { matches(selector: string): boolean }) => element.matches(':focus')))
    .toBe(true);
  await page.getByRole('button', { name: '收起对话' }).click();
  await open();
  expect(await form.count()).toBe(0);
  await desk.post(`/v1/handoffs/${id}/release`, { agentId: 'amy' });
  await page.getByRole('button', { name: '留下联系方式' }).click({ timeout: 10_000 });
  expect(await form.getByLabel('手机号').inputValue()).toBe('138001');
});

it('forgets at once what is erased, and begins anew', async () => {
  await open();
  await send('退货运费谁出');
  await page.getByText(ANSWER).waitFor();
  const id = await conversationId();
  desk.store.forget(id);
  await whispers.whisper(`erased ${id}`);
  await expect.poll(() => lines('customer').count(), PATIENTLY).toBe(0);
  expect(await bot().count()).toBe(0);
  await send('毛衣怎么洗');
  await expect.poll(() => bot().count(), PATIENTLY).toBe(1);
  expect(await lines('customer').allTextContents()).toEqual(['毛衣怎么洗']);
});
