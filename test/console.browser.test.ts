import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { ConsoleProcess } from './fixtures/console-process.ts';

const WANG = { id: 'wang', name: '王女士', tier: 'vip' };
/** For `expect.poll`, on a machine that is busy. */
const PATIENT = { timeout: 15_000 };
const ZHANG = { id: 'zhang', name: '小张' };
let browser: Browser;
let folder: string;
let server: ConsoleProcess;
let problems: string[];

beforeAll(async () => {
  execFileSync(process.execPath, [fileURLToPath(new URL('../web/build-web.js', import.meta.url))]);
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium' });
});
afterAll(() => browser.close());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xiaoer-console-'));
  server = await ConsoleProcess.start(join(folder, 'desk.db'));
  problems = [];
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await server.kill();
  rmSync(folder, { recursive: true });
});

/** A browser of its own, logged in. */
async function consoleOf(name: 'amy' | 'bo', options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // A refusal and a server that is away are told in words; the browser logs them all the same.
    const isNetwork = /Failed to load resource|ERR_/.test(message.text());
    if (message.type() === 'error' && !isNetwork) problems.push(message.text());
  });
  await page.goto(`${server.url}/console/`);
  await page.locator('[name=username]').fill(name);
  await page.locator('[name=password]').fill('long-enough-1');
  await page.keyboard.press('Enter');
  await page.locator('.connection.live').waitFor();
  return page;
}

const ticket = (page: Page, name: string) => page.locator('.ticket', { hasText: name });
const tab = (page: Page, name: string) => page.getByRole('tab', { name });
const words = (page: Page) => page.locator('.transcript .line .words').allTextContents();
/** Opens a ticket that waits, whomever it is offered to at the moment; that can change between a look and a click. */
async function openTicket(page: Page, name: string) {
  await expect
    .poll(async () => {
      for (const each of ['派给我', '待接']) {
        await tab(page, each).click();
        if ((await ticket(page, name).count()) === 0) continue;
        const opened = ticket(page, name).click({ timeout: 2_000 });
        if (
          await opened.then(
            () => true,
            () => false,
          )
        )
          return true;
      }
      return false;
    }, PATIENT)
    .toBe(true);
}
/** Presses keys away from any field. */
async function keys(page: Page, ...pressed: string[]) {
  for (const key of pressed) await page.keyboard.press(key);
}

it('takes an agent from the log-in through a whole ticket, by keyboard', async () => {
  const page = await consoleOf('amy');
  await server.write('c1', '拉链一拉就坏了！订单 20261120008817', WANG);
  await server.write('c1', '我要退款！都第二次了，气死我了', WANG);
  // It arrives live, is offered to the only agent there is, and is told in words.
  await tab(page, '派给我').click();
  const item = ticket(page, '王女士');
  await item.waitFor();
  for (const said of ['紧急', '客户很生气', '愤怒', '售后', '首响剩', '已等']) {
    expect(await item.textContent()).toContain(said);
  }
  expect(await page.title()).toBe('(1) 小二工作台');

  await keys(page, 'j');
  await page.getByText('羽绒服拉链坏了，要求退款 (买家要退货退款。)').last().waitFor();
  await page.getByText('20261102004410').waitFor();
  await keys(page, 'i');
  for (const said of ['要人工 97%', '愤怒 94%', '收到的商品有质量问题怎么办？ › 退换与运费']) {
    await page.locator('.understood', { hasText: said }).first().waitFor();
  }

  await keys(page, 'c');
  await page.getByText('已接入，请回复客户。').waitFor();
  await page.locator('textarea:focus').waitFor();
  await page.keyboard.type('/so');
  await page.getByRole('option', { name: '致歉' }).waitFor();
  await keys(page, 'Tab', 'Enter');
  await page.locator('.line-agent .words', { hasText: '非常抱歉给您带来不便。' }).waitFor();
  await page.locator('.send-state').waitFor({ state: 'detached' });

  await page.locator('.suggestions').waitFor();
  await keys(page, 'Escape', '1');
  await expect.poll(() => page.locator('textarea').inputValue(), PATIENT).toContain('来回运费由我们承担');
  await keys(page, 'Enter', 'Escape', 'n');
  await page.locator('.composer.note textarea:focus').waitFor();
  await page.keyboard.type('老客户，第二次了');
  await keys(page, 'Enter');
  await page.locator('.line-note', { hasText: '老客户，第二次了' }).waitFor();
  const seen = await server.customerSees('c1');
  expect(seen).toContain('agent: 非常抱歉给您带来不便。');
  expect(seen).toContain('agent: 质量问题退货，来回运费由我们承担：您先垫付，仓库签收后 48 小时内退到您的支付宝。');
  expect(seen.join()).not.toContain('老客户');

  await server.post('conversations/c1/contact', { phone: '13800002231' });
  await page.locator('.panel', { hasText: '13800002231' }).waitFor();
  await keys(page, 'Escape', 'r', '2');
  await page.getByRole('dialog').waitFor();
  await keys(page, '2', 'Enter');
  await page.getByText('已结单。').waitFor();
  await tab(page, '已结').click();
  await ticket(page, '王女士').waitFor();
  await page.locator('.facts', { hasText: '已退款' }).waitFor();
  expect(problems).toEqual([]);
});

it('transfers to a colleague with a word, who gives the conversation back to the bot', async () => {
  const amy = await consoleOf('amy');
  const bo = await consoleOf('bo');
  await server.write('c1', '转人工', ZHANG);
  await openTicket(amy, '小张');
  await keys(amy, 'c');
  await amy.locator('textarea:focus').waitFor();
  await keys(amy, 'Escape', 't');
  await amy.getByLabel('阿波').check();
  await amy.getByLabel('交接说明').fill('请跟进物流');
  await amy.getByRole('dialog').getByRole('button', { name: '转交' }).click();
  await amy.getByText('已转交。').waitFor();

  await openTicket(bo, '小张');
  await bo.locator('.line-note', { hasText: '请跟进物流' }).waitFor();
  await bo.getByRole('button', { name: '接入' }).click();
  await bo.locator('textarea:focus').waitFor();
  await tab(amy, '同事').click();
  await ticket(amy, '小张').filter({ hasText: '阿波 处理中' }).waitFor();
  await keys(bo, 'Escape', 'b');
  await bo.getByRole('dialog').getByRole('button', { name: '交回', exact: true }).and(bo.locator(':focus')).waitFor();
  await keys(bo, 'Enter');
  await bo.getByText('已交回小二。').waitFor();
  expect(await server.write('c1', '拉链坏了', ZHANG)).toMatchObject({ action: 'answer' });
  expect(problems).toEqual([]);
});

it('lets one of two agents win, and tells the other who did', async () => {
  const pages = [await consoleOf('amy'), await consoleOf('bo')];
  await server.write('c1', '转人工', ZHANG);
  const [{ id }] = await pages[0].evaluate(async () => {
    const response = await fetch('/v1/handoffs?status=waiting');
    return ((await response.json()) as { handoffs: { id: string }[] }).handoffs;
  });
  for (const page of pages) {
    await page.goto(`${server.url}/console/#/t/${id}`);
    await page.getByRole('button', { name: '接入' }).waitFor();
  }
  // At once, as no two fingers could: a button goes as soon as its page hears of the other's claim.
  const buttons = await Promise.all(pages.map((page) => page.getByRole('button', { name: '接入' }).elementHandle()));
  await Promise.all(
    buttons.map((button) => button?.evaluate((element) => (element as unknown as { click(): void }).click())),
  );
  const told = pages.map((page) =>
    page
      .locator('.toast', { hasText: /已接入|接走了|不能这样操作/ })
      .first()
      .textContent(),
  );
  const [winner, loser] = (await Promise.all(told)).sort((one) => (one?.includes('已接入') ? -1 : 1));
  expect(winner).toContain('已接入');
  expect(loser).toMatch(/刚被 (小美|阿波) 接走了/);
  for (const page of pages) await page.getByRole('button', { name: '接入' }).waitFor({ state: 'detached' });
  expect(
    (await pages[0].locator('textarea:disabled').count()) + (await pages[1].locator('textarea:disabled').count()),
  ).toBe(1);
  expect(problems).toEqual([]);
});

it('loses and doubles no line when the server is killed and comes back', async () => {
  const page = await consoleOf('amy');
  await server.write('c1', '转人工', ZHANG);
  await openTicket(page, '小张');
  await keys(page, 'c');
  await page.locator('textarea:focus').waitFor();
  await page.keyboard.type('第一句');
  await keys(page, 'Enter');
  await page.locator('.line-agent .words', { hasText: '第一句' }).waitFor();

  const { port } = server;
  await server.kill();
  await page.locator('.connection.lost').waitFor();
  await page.getByText('与服务器的连接断开了').waitFor();
  for (const text of ['断线时写的', '还有一句']) {
    await page.keyboard.type(text);
    await keys(page, 'Enter');
  }
  await page.locator('.outgoing', { hasText: '还有一句' }).waitFor();
  server = await ConsoleProcess.start(join(folder, 'desk.db'), port);
  await server.write('c1', '我还在等', ZHANG);
  const retry = page.getByRole('button', { name: '重试' }).first();
  const arrived = page.locator('.line-agent:not(.outgoing) .words', { hasText: '还有一句' });
  await retry.or(arrived).first().waitFor();
  if (await retry.isVisible()) await retry.click();
  await arrived.waitFor();
  await page.locator('.connection.live').waitFor();
  await server.write('c1', '好的', ZHANG);
  await page.locator('.line-customer .words', { hasText: '好的' }).waitFor();
  await page.locator('.outgoing').first().waitFor({ state: 'detached' });

  const said = (await words(page)).filter((text) => !text.includes('正在为您转接'));
  expect([...said].sort()).toEqual(['转人工', '第一句', '断线时写的', '还有一句', '我还在等', '好的'].sort());
  expect(said.indexOf('断线时写的')).toBeLessThan(said.indexOf('还有一句'));
  const seen = (await server.customerSees('c1')).filter((line) => /^(customer|agent)/.test(line));
  expect(seen.map((line) => line.replace(/^\w+: /, ''))).toEqual(said);
  expect(problems).toEqual([]);
});

it('keeps a draft across a reload, sends nothing that an input method is composing, and fires no shortcut while typing', async () => {
  const page = await consoleOf('amy');
  await server.write('c1', '转人工', ZHANG);
  await openTicket(page, '小张');
  await keys(page, 'c');
  const field = page.locator('textarea');
  await page.locator('textarea:focus').waitFor();
  await page.keyboard.type('rtbcnxjk?');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await field.inputValue()).toBe('rtbcnxjk?');
  await field.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
  await field.dispatchEvent('keydown', { key: 'Enter', keyCode: 229 });
  await page.keyboard.press('Shift+Enter');
  expect(await field.inputValue()).toBe('rtbcnxjk?\n');
  await page.reload();
  await expect.poll(() => field.inputValue(), PATIENT).toBe('rtbcnxjk?\n');
  expect((await server.customerSees('c1')).join()).not.toContain('rtbc');
  await ticket(page, '小张').waitFor();
  await keys(page, '?');
  await page.getByRole('dialog', { name: '键盘快捷键' }).waitFor();
  await keys(page, 'Escape');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(problems).toEqual([]);
});

it('fits a phone, one view at a time, and speaks English', async () => {
  const page = await consoleOf('amy', { viewport: { width: 390, height: 780 }, hasTouch: true });
  await server.write('c1', '我要退款，气死我了', WANG);
  await openTicket(page, '王女士');
  await page.getByRole('button', { name: '接入' }).click();
  await page.locator('textarea:focus').waitFor();
  expect(await page.locator('.queue').isVisible()).toBe(false);
  await page.getByLabel('客户资料').click();
  await page.getByRole('button', { name: '20261120008817' }).waitFor();
  expect(await page.locator('.conversation').isVisible()).toBe(false);
  await page.goBack();
  await page.goBack();
  await page.getByRole('button', { name: 'English' }).click();
  await tab(page, 'Mine').click();
  await ticket(page, 'angry').waitFor();
  expect(await page.evaluate('document.documentElement.lang')).toBe('en');
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  expect(problems).toEqual([]);
});

it('refuses a wrong password in words, and changes the password', async () => {
  const page = await consoleOf('amy');
  await page.evaluate(() => fetch('/v1/session', { method: 'DELETE' }));
  await page.reload();
  await page.getByText('第一次使用？').waitFor();
  await page.locator('[name=username]').fill('amy');
  await page.locator('[name=password]').fill('not this one');
  await keys(page, 'Enter');
  await page.getByText('账号或密码不对').waitFor();
  await page.locator('[name=password]').fill('long-enough-1');
  await keys(page, 'Enter');
  await page.getByRole('button', { name: '设置' }).click();
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.getByLabel('当前密码').fill('long-enough-1');
  await page.getByLabel('新密码').fill('even-longer-2');
  await keys(page, 'Enter');
  await page.getByText('密码已修改').waitFor();
  expect(problems).toEqual([]);
});
