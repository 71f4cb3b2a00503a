import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { compileSources } from './compile-sources.ts';
import { realModel } from './real-model.ts';

let compiled: Awaited<ReturnType<typeof compileSources>>;
let folder: string;
let server: ChildProcess | undefined;

beforeAll(async () => {
  compiled = await compileSources();
  await Promise.all([realModel('bge-small-zh-v1.5'), realModel('all-MiniLM-L6-v2')]);
});
afterAll(() => compiled.remove());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaoer-first-'));
  await mkdir(join(folder, 'knowledge/zh'), { recursive: true });
  await writeFile(join(folder, 'knowledge/zh/运费.md'), '# 退货运费谁出\n\n七天无理由退货，运费由买家承担。\n');
});
afterEach(async () => {
  server?.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

/** Starts the server; its log, line by line. */
function start(): AsyncIterableIterator<string> {
  const settings = { PORT: '0', XIAOER_DATA: join(folder, 'data'), XIAOER_KNOWLEDGE: join(folder, 'knowledge') };
  server = spawn(process.execPath, [join(compiled.directory, 'server.js')], {
    env: { ...process.env, HOME: homedir(), ...settings, XIAOER_LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return createInterface({ input: server.stdout as Readable })[Symbol.asyncIterator]();
}

/** Reads on until a line holds the words; all lines up to there. */
async function until(words: string, lines: AsyncIterableIterator<string>): Promise<string> {
  let read = '';
  for (;;) {
    const { value, done } = await lines.next();
    if (done) throw new Error(`the server ended before it said ${words}:\n${read}`);
    read += `${value}\n`;
    if (value.includes(words)) return read;
  }
}

/** Processes that build for a server in this folder. */
async function builders(): Promise<string[]> {
  const running = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const commands = await Promise.all(running.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
  return commands.filter((command) => command.includes(join(compiled.directory, 'build-apart-process.js')));
}

it('builds the index in a process of its own, and the server itself embeds nothing', async () => {
  expect(await until('ready after', start())).toMatch(/the index is built, once[\s\S]*1 articles, 0 units embedded/);
  server?.kill('SIGTERM');
  await once(server as ChildProcess, 'exit');
  const again = await until('ready after', start());
  expect(again).toContain('1 articles, 0 units embedded');
  expect(again).not.toContain('the index is built');
});

it.runIf(process.platform === 'linux')('takes the builder along when it is stopped or killed', async () => {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const lines = start();
    await until('the index is built', lines);
    await expect.poll(builders, { timeout: 20_000 }).toHaveLength(1);
    server?.kill(signal);
    const [code] = await once(server as ChildProcess, 'exit');
    expect(code).toBe(signal === 'SIGTERM' ? 0 : null);
    await expect.poll(builders, { timeout: 20_000 }).toEqual([]);
    await rm(join(folder, 'data'), { recursive: true, force: true });
  }
});

it.runIf(process.platform === 'linux')('builds the index itself when the builder is killed', async () => {
  const lines = start();
  await until('the index is built', lines);
  await expect.poll(builders, { timeout: 20_000 }).toHaveLength(1);
  const running = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  for (const id of running) {
    const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
    if (command.includes(join(compiled.directory, 'build-apart-process.js'))) process.kill(Number(id), 'SIGKILL');
  }
  expect(await until('ready after', lines)).toContain('ended with SIGKILL');
});
