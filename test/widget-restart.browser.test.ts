import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildWeb } from '../web/build-web.js';
import { compileDeskServer } from './fixtures/compile-fixture.ts';

const MESSAGES = 12;
const KILLS = 3;
const folder = mkdtempSync(join(tmpdir(), 'xiaoer-widget-'));
const webFolder = fileURLToPath(new URL('../web', import.meta.url));
let browser: Browser;
let script: string;
let server: ChildProcess | undefined;
let tries = 0;

beforeAll(async () => {
  await buildWeb();
  script = await compileDeskServer(join(folder, 'compiled'));
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium' });
});
afterAll(async () => {
  await browser.close();
  server?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

async function start(port = '0'): Promise<string> {
  server = spawn(process.execPath, [script, join(folder, `desk-${tries}.db`), webFolder, port], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [address] = await once(server.stdout as NodeJS.ReadableStream, 'data');
  return String(address).trim();
}

async function kill(): Promise<void> {
  const gone = once(server as ChildProcess, 'exit');
  server?.kill('SIGKILL');
  await gone;
}

it('loses, doubles and reorders nothing while the server is killed and started again under it', async () => {
  // What a try before this one left running would keep the tests from ending.
  server?.kill('SIGKILL');
  tries++;
  const url = await start();
  const page = await browser.newPage();
  await page.goto(`${url}/demo/en.html`);
  await page.getByRole('button', { name: 'Chat with us' }).click();
  const field = page.getByLabel('Your message');
  const written = Array.from({ length: MESSAGES }, (_, index) => `message ${index}${index % 3 === 1 ? '…' : ''}`);
  const killing = (async () => {
    for (let kills = 0; kills < KILLS; kills++) {
      await pause(500 + Math.random() * 700);
      await kill();
      await pause(300);
      await start(new URL(url).port);
    }
  })();
  for (const text of written) {
    await field.fill(text);
    await field.press('Enter');
    await pause(250);
  }
  await killing;
  const customer = page.locator('.line.customer .words');
  const unsent = () =>
    page.evaluate(`Object.keys(localStorage).filter((key) => key.includes(':unsent:'))`) as Promise<string[]>;
  // On a slow machine the last ones are still on their way, without a note, long after they were written.
  await expect.poll(unsent, { timeout: 60_000 }).toEqual([]);
  await expect.poll(() => page.locator('.note').count(), { timeout: 30_000 }).toBe(0);
  await expect.poll(() => page.locator('.typing').count(), { timeout: 30_000 }).toBe(0);
  expect(await customer.allTextContents()).toEqual(written);

  const id = await page.evaluate(
    `JSON.parse(Object.entries(localStorage).find(([key]) => key.endsWith(':conversation'))[1]).id`,
  );
  interface Stored {
    transcript: { role: string; text: string }[];
  }
  const said = async (role: string) => {
    const { transcript } = (await (await fetch(`${url}/v1/conversations/${id}`)).json()) as Stored;
    return transcript.filter((line) => line.role === role).map(({ text }) => text);
  };
  expect(await said('customer')).toEqual(written);
  const shown = async () => (await page.locator('.line.bot:not(.typing) .words').allTextContents()).slice(1);
  // The last answer may still be on its way to the page.
  await expect
    .poll(async () => [await shown(), await said('bot')].map((lines) => lines.join('\n')))
    .toSatisfy(([page, server]) => page === server);
}, 120_000);
