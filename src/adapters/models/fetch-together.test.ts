import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compileSources } from '../../../test/compile-sources.ts';

const weights = Buffer.alloc(2_000_000, 'weights');
const asked: string[] = [];
let root = '';
let hub: Server;
let compiled: Awaited<ReturnType<typeof compileSources>>;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'fetch-together-'));
  compiled = await compileSources();
  // Slow enough that the second process arrives while the first is fetching.
  hub = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.write(weights.subarray(0, 1_000_000));
    setTimeout(() => response.end(weights.subarray(1_000_000)), 1_000);
  });
  await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  hub.closeAllConnections();
  hub.close();
  await compiled.remove();
  await rm(root, { recursive: true, force: true });
});

const program = (cache: string) => {
  const store = pathToFileURL(join(compiled.directory, 'adapters/models/model-store.js')).href;
  const spec = {
    name: 'tiny',
    repository: 'organisation/tiny',
    revision: 'main',
    author: 'trainer',
    files: [
      {
        path: 'onnx/model.onnx',
        versions: [{ sha256: createHash('sha256').update(weights).digest('hex'), bytes: weights.byteLength }],
      },
    ],
    npm: [],
  };
  const options = {
    models: [spec],
    cacheDirectory: cache,
    hubUrls: [`http://127.0.0.1:${(hub.address() as AddressInfo).port}`],
  };
  return `import { createModelStore } from ${JSON.stringify(store)};
    const { directory } = await createModelStore(${JSON.stringify(options)}).ensure('tiny');
    process.stdout.write(directory);`;
};

function start(cache: string) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program(cache)]);
  const ended = new Promise<string>((resolve) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
    child.on('close', () => resolve(output));
  });
  return { child, ended };
}

it('two processes at once fetch a model once and both have it', async () => {
  const cache = join(root, 'both');
  const outputs = await Promise.all([start(cache).ended, start(cache).ended]);
  expect(outputs).toEqual([join(cache, 'organisation/tiny'), join(cache, 'organisation/tiny')]);
  expect(asked).toHaveLength(1);
  expect(weights.equals(await readFile(join(cache, 'organisation/tiny/onnx/model.onnx')))).toBe(true);
});

it('a process killed midway leaves nothing that counts, and the next takes over', async () => {
  const cache = join(root, 'killed');
  const first = start(cache);
  const folder = join(cache, 'organisation/tiny');
  const names = () => readdir(folder).catch(() => [] as string[]);
  await expect.poll(names, { timeout: 60_000, interval: 20 }).toContainEqual(expect.stringContaining('.partial-'));
  first.child.kill('SIGKILL');
  await first.ended;
  expect(await readdir(folder)).not.toContain('onnx');
  expect(await start(cache).ended).toBe(folder);
  expect(await readdir(folder)).toEqual(['onnx']);
}, 120_000);
