import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { buildWeb } from '../web/build-web.js';
import { ConsoleProcess } from './fixtures/console-process.ts';
import { haveModels, RealShop } from './fixtures/real-shop.ts';

/** With the models on this machine the real engine answers; without them one that knows its part by rote. */
const isReal = haveModels();
let folder: string;
let browser: Browser;
let server: { readonly url: string; kill(): Promise<void> };
const problems: string[] = [];
const PATIENTLY = { timeout: 20_000 };

beforeAll(buildWeb, 300_000);
// A desk of its own for every try: a ticket left over from a failed one would be taken for the new one.
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xiaoer-two-windows-'));
  server = isReal ? await RealShop.start() : await ConsoleProcess.start(join(folder, 'desk.db'));
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium' });
}, 300_000);
afterEach(async () => {
  await browser.close();
  await server.kill();
  rmSync(folder, { recursive: true });
});

/** A browser of its own. */
async function windowOf(path: string, size: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: size });
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await page.goto(server.url + path);
  return page;
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/**
 * Opens the one ticket there is and takes it. It may wait for all or be offered to this agent, and goes from one list to
 * the other while one looks: whoever does not find it any more looks again, as a person would.
 */
async function claim(agent: Page): Promise<void> {
  const isOpenedIn = async (name: string) => {
    await agent.getByRole('tab', { name }).click();
    const ticket = agent.locator('.ticket').first();
    if ((await ticket.count()) === 0) return false;
    return ticket.click({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
  };
  await expect.poll(async () => (await isOpenedIn('派给我')) || (await isOpenedIn('待接')), PATIENTLY).toBe(true);
  await agent.getByRole('button', { name: '接入' }).click();
  await agent.locator('textarea:focus').waitFor();
}

it('goes from the bot through anger to a person, back to the bot, to a person again, and to a rating', async () => {
  const customer = await windowOf('/demo/', { width: 390, height: 780 });
  const agent = await windowOf('/console/', { width: 1280, height: 800 });
  await agent.locator('[name=username]').fill('amy');
  await agent.locator('[name=password]').fill('long-enough-1');
  await agent.keyboard.press('Enter');
  // Before the log-in the server refuses, as it should, and the browser logs it.
  await agent.locator('.connection.live').waitFor();
  problems.length = 0;

  await customer.getByRole('button', { name: '联系客服' }).click();
  const field = customer.getByLabel('您的消息');
  const write = async (text: string) => {
    await field.fill(text);
    await field.press('Enter');
  };
  const bubble = (who: string, text: string | RegExp) => customer.locator(`.line.${who} .words`, { hasText: text });
  const system = (text: string | RegExp) => customer.locator('.system', { hasText: text });

  await write('亲 退货运费谁出');
  await customer.getByText(/^来源/).first().waitFor();

  // Anger: a person is called, and the customer is told what happens.
  await write('你们什么破店！骗子，气死我了，我要投诉！！');
  await customer.locator('.banner p', { hasText: /./ }).waitFor();
  await system(/./).first().waitFor();

  await claim(agent);
  await system(/小美/).waitFor();
  await customer.locator('header', { hasText: '小美 正在为您服务' }).waitFor();
  await agent.locator('.transcript', { hasText: '你们什么破店' }).waitFor();

  // They talk, each sees the other type, and the bot keeps out of it.
  await agent.keyboard.type('非常抱歉，我来帮您处理');
  await customer.getByText('小美 正在输入').waitFor();
  await agent.keyboard.press('Enter');
  await bubble('agent', '非常抱歉，我来帮您处理').waitFor();
  const botLines = await customer.locator('.line.bot').count();
  await write('衣服拉链坏了，退货运费谁出');
  await agent.locator('.line-customer .words', { hasText: '衣服拉链坏了' }).waitFor();
  await agent.keyboard.type('运费我们出，您先垫付');
  await agent.keyboard.press('Enter');
  await bubble('agent', '运费我们出，您先垫付').waitFor();
  expect(await customer.locator('.line.bot').count()).toBe(botLines);

  // Back to the bot, which answers again.
  await press(agent, 'Escape', 'b');
  await agent.getByRole('dialog').getByRole('button', { name: '交回', exact: true }).click();
  await agent.getByText('已交回小二。').waitFor();
  await customer.locator('header', { hasText: '智能客服' }).waitFor();
  await write('退货运费谁出');
  await expect.poll(() => customer.locator('.line.bot').count(), PATIENTLY).toBe(botLines + 1);

  // Once more for a person, settled this time, and rated.
  await customer.locator('.actions').getByRole('button', { name: '转人工' }).click();
  await claim(agent);
  await agent.keyboard.type('已经为您登记退款，两天内到账');
  await agent.keyboard.press('Enter');
  await bubble('agent', '已经为您登记退款').waitFor();
  await press(agent, 'Escape', 'r');
  await agent.getByRole('dialog').waitFor();
  await press(agent, '1', 'Enter');
  await agent.getByText('已结单。').waitFor();
  const rating = customer.getByRole('form', { name: '这次服务您满意吗？' });
  await rating.getByLabel('5 分，非常满意').check();
  await rating.getByLabel('还想说点什么').fill('小美很耐心');
  await rating.getByRole('button', { name: '提交评价' }).click();
  await customer.getByText('感谢您的评价').waitFor();

  // Both windows, read again from the server, show the same lines once and in the same order.
  const said = async (page: Page, selector: string) => (await page.locator(selector).allTextContents()).map(oneLine);
  await expect.poll(() => customer.locator('.line.customer').count(), PATIENTLY).toBe(5);
  const seenByCustomer = await said(customer, '.line.customer .words, .line.agent .words');
  expect(seenByCustomer).toEqual([
    '亲 退货运费谁出',
    '你们什么破店！骗子，气死我了，我要投诉！！',
    '非常抱歉，我来帮您处理',
    '衣服拉链坏了，退货运费谁出',
    '运费我们出，您先垫付',
    '退货运费谁出',
    '转人工',
    '已经为您登记退款，两天内到账',
  ]);
  await customer.reload();
  await customer.getByRole('button', { name: /联系客服/ }).click();
  const again = () => said(customer, '.line.customer .words, .line.agent .words');
  await expect.poll(again, PATIENTLY).toEqual(seenByCustomer);
  const seenByAgent = await said(agent, '.transcript .line-customer .words, .transcript .line-agent .words');
  expect(seenByAgent).toEqual(seenByCustomer);
  expect(problems).toEqual([]);
}, 180_000);

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
