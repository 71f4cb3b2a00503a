import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { SCRIPTED_HANDOFF, ScriptedEngine } from './fakes/scripted-engine.ts';
import { type TestApp, testApp } from './fakes/test-app.ts';

const citations = [{ article: 'returns', title: '七天无理由退货', heading: '怎么申请', version: '0123456789ab' }];
let browser: Browser;
let page: Page;
let desk: TestApp;
let problems: string[];

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium' });
});
afterAll(() => browser.close());
beforeEach(async () => {
  const engine = new ScriptedEngine(({ texts }) =>
    texts.join('').includes('人工')
      ? { reply: '正在为您转接人工客服。', action: 'escalate', handoff: SCRIPTED_HANDOFF }
      : { reply: `可以的，签收后七天内都能申请退货：\n1. 打开订单\n2. 点“申请售后”\n${texts.join('')}`, citations },
  );
  desk = await testApp({ engine });
  const url = await desk.app.listen({ port: 0, host: '127.0.0.1' });
  page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 390, height: 780 } });
  problems = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(url);
});
afterEach(async () => {
  await page.close();
  await desk.app.close();
});

const send = async (text: string) => {
  await page.getByLabel('您的消息').fill(text);
  await page.keyboard.press('Enter');
};
const lastBotLine = () => page.locator('.line-bot:not(.typing)').last();

it('asks and shows the answer with its source and what was done', async () => {
  expect(await page.locator('#notice').isVisible()).toBe(false);
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

it('tells of a hand-off and shows what the agent writes', async () => {
  await send('转人工');
  await page.getByText('已为您转接人工客服').waitFor();
  const [{ id }] = await desk.store.listHandoffs({});
  await desk.post(`/v1/handoffs/${id}/claim`, { agentId: 'amy' });
  await desk.post(`/v1/handoffs/${id}/reply`, { agentId: 'amy', text: '您好，我是小美' });
  await page.getByText('您好，我是小美').waitFor();
  await page.getByText('人工客服正在为您服务').waitFor();
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
  const retry = page.getByRole('button', { name: '重试' });
  await retry.waitFor();
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
