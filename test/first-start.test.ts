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
  await stop('SIGKILL');
  await remove(folder);
});

/** What was killed may still be writing. */
const remove = (path: string) => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });

/** Ends the server. @returns its exit code, null when a signal ended it */
async function stop(signal: NodeJS.Signals): Promise<number | null> {
  if (!server || server.exitCode !== null || server.signalCode !== null) return server?.exitCode ?? null;
  const gone = once(server, 'exit');
  server.kill(signal);
  return (await gone)[0];
}

/** Starts the server; its standard output, which is its log unless told otherwise, line by line. */
function start(...command: string[]): AsyncIterableIterator<string> {
  const settings = { PORT: '0', XIAOER_DATA: join(folder, 'data'), XIAOER_KNOWLEDGE: join(folder, 'knowledge') };
  server = spawn(
    process.execPath,
    [join(compiled.directory, command.length > 0 ? 'cli.js' : 'server.js'), ...command],
    {
      env: { ...process.env, HOME: homedir(), ...settings, XIAOER_LOG_LEVEL: 'info' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
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

/** Ids of the processes that build for a server of these tests. */
async function builders(): Promise<number[]> {
  const running = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const commands = await Promise.all(running.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
  const script = join(compiled.directory, 'build-apart-process.js');
  return running.flatMap((id, at) => (commands[at].includes(script) ? [Number(id)] : []));
}

const onLinux = it.runIf(process.platform === 'linux');

it('builds the index in a process of its own, and the server itself embeds nothing', { timeout: 180_000 }, async () => {
  expect(await until('ready after', start())).toMatch(/the index is built, once[\s\S]*1 articles, 0 units embedded/);
  await stop('SIGTERM');
  const again = await until('ready after', start());
  expect(again).toContain('1 articles, 0 units embedded');
  expect(again).not.toContain('the index is built');
});

onLinux.each(['SIGTERM', 'SIGKILL'] as const)('takes the builder along after %s', async (signal) => {
  await until('the index is built', start());
  await expect.poll(builders, { timeout: 20_000 }).toHaveLength(1);
  expect(await stop(signal)).toBe(signal === 'SIGTERM' ? 0 : null);
  await expect.poll(builders, { timeout: 20_000 }).toEqual([]);
});

onLinux('ends at once when it is told to before anything is built', async () => {
  await until('listening at', start());
  expect(await stop('SIGTERM')).toBe(0);
  expect(await builders()).toEqual([]);
});

onLinux('ends at once when it is told to while it loads', { timeout: 180_000 }, async () => {
  await until('ready after', start());
  await stop('SIGTERM');
  await until('listening at', start());
  expect(await stop('SIGTERM')).toBe(0);
});

onLinux('builds the index itself when the builder is killed', { timeout: 180_000 }, async () => {
  const lines = start();
  await until('the index is built', lines);
  await expect.poll(builders, { timeout: 20_000 }).toHaveLength(1);
  for (const id of await builders()) process.kill(id, 'SIGKILL');
  expect(await until('ready after', lines)).toContain('ended with SIGKILL');
});

it('gives a program its address when it is ready, and nothing else', { timeout: 180_000 }, async () => {
  const output: string[] = [];
  for await (const line of start('serve', '--json')) {
    output.push(line);
    if (line === '}') break;
  }
  const { url, ...more } = JSON.parse(output.join('\n'));
  expect(more).toEqual({ host: '127.0.0.1', port: Number(new URL(url).port), version: expect.any(String) });
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
});
