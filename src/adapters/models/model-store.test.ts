import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ModelUnavailableError, NotFoundError } from '../../domain/errors.ts';
import { type ModelSpec, parseModelSpec } from './model-spec.ts';
import { createModelStore, type ModelStoreOptions } from './model-store.ts';
import { listModels, pullModels } from './pull-models.ts';

const weights = Buffer.alloc(300_000, 'weights');
const tokenizer = Buffer.from('{"version":"1.0"}');
const pinned = (content: Buffer) => ({
  sha256: createHash('sha256').update(content).digest('hex'),
  bytes: content.byteLength,
});
const spec: ModelSpec = parseModelSpec({
  name: 'tiny',
  repository: 'hub-organisation/tiny',
  author: 'trainer',
  licence: 'MIT',
  homepage: 'https://example.org/tiny',
  language: 'en',
  dimensions: 8,
  pooling: 'mean',
  files: [
    { path: 'onnx/model_quantized.onnx', versions: [pinned(weights)] },
    { path: 'tokenizer.json', versions: [pinned(tokenizer)] },
  ],
});

type Answer = 'right' | 'wrong' | 'cut' | 'silent' | 'absent';
const hubs: Server[] = [];
let root = '';

/** A hub that answers each file in the given way and counts what it was asked. */
async function hub(answers: { weights: Answer; tokenizer?: Answer }) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    asked.push(url);
    const isWeights = url.endsWith('/resolve/main/onnx/model_quantized.onnx');
    const content = isWeights ? weights : tokenizer;
    const answer = isWeights ? answers.weights : (answers.tokenizer ?? 'right');
    if (answer === 'absent') response.writeHead(404).end();
    if (answer === 'right') response.end(content);
    if (answer === 'wrong') response.end(Buffer.alloc(content.byteLength, 'other'));
    if (answer === 'cut') {
      response.writeHead(200, { 'content-length': content.byteLength });
      response.write(content.subarray(0, content.byteLength / 2), () => response.destroy());
    }
  });
  hubs.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const cache = () => join(root, 'cache');
const stored = () => join(cache(), 'hub-organisation/tiny');
const storeWith = (options: Partial<ModelStoreOptions>) =>
  createModelStore({ models: [spec], cacheDirectory: cache(), hubUrls: [], npm: false, ...options });

async function place(directory: string, files = { 'onnx/model_quantized.onnx': weights, 'tokenizer.json': tokenizer }) {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), content);
  }
}

async function refusal(options: Partial<ModelStoreOptions>): Promise<ModelUnavailableError> {
  const error = await storeWith(options)
    .ensure('tiny')
    .then(() => undefined)
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ModelUnavailableError);
  return error as ModelUnavailableError;
}
const causes = (error: ModelUnavailableError) => (error.cause as AggregateError).errors.map(String).join('\n');

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'model-store-'));
});
afterEach(async () => {
  for (const server of hubs.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  await rm(root, { recursive: true, force: true });
});

describe('a local folder', () => {
  it.each(['trainer/tiny', 'hub-organisation/tiny', 'tiny'])('is used in place in the layout %s', async (layout) => {
    const local = join(root, 'models');
    await place(join(local, layout));
    const found = await storeWith({ localDirectory: local }).ensure('tiny');
    expect(found).toEqual({ spec, directory: join(local, layout) });
    await expect(readdir(cache())).rejects.toThrow('ENOENT');
  });

  it('with other content is refused by hash, and the next source is asked', async () => {
    const local = join(root, 'models');
    await place(join(local, 'tiny'), {
      'onnx/model_quantized.onnx': Buffer.alloc(weights.byteLength, 'x'),
      'tokenizer.json': tokenizer,
    });
    const { url } = await hub({ weights: 'right' });
    expect((await storeWith({ localDirectory: local, hubUrls: [url] }).ensure('tiny')).directory).toBe(stored());
    await rm(cache(), { recursive: true });
    expect(causes(await refusal({ localDirectory: local }))).toMatch(/models.tiny.*has sha256 \w{64}, expected sha256/);
  });
});

describe('a hub', () => {
  it('delivers once; the second time the cache answers', async () => {
    const { url, asked } = await hub({ weights: 'right' });
    const store = storeWith({ hubUrls: [url] });
    expect(await store.find('tiny')).toBeUndefined();
    expect(await store.ensure('tiny')).toEqual({ spec, directory: stored() });
    expect(await store.ensure('tiny')).toEqual({ spec, directory: stored() });
    expect(asked).toEqual([
      '/hub-organisation/tiny/resolve/main/onnx/model_quantized.onnx',
      '/hub-organisation/tiny/resolve/main/tokenizer.json',
    ]);
    expect(weights.equals(await readFile(join(stored(), 'onnx/model_quantized.onnx')))).toBe(true);
    expect((await readdir(stored())).sort()).toEqual(['onnx', 'tokenizer.json']);
  });

  it.each(['wrong', 'cut', 'absent'] as const)('with a %s file is passed over for the mirror', async (answer) => {
    const first = await hub({ weights: answer });
    const mirror = await hub({ weights: 'right' });
    const { directory } = await storeWith({ hubUrls: [first.url, mirror.url] }).ensure('tiny');
    expect(weights.equals(await readFile(join(directory, 'onnx/model_quantized.onnx')))).toBe(true);
  });

  it.each(['wrong', 'cut'] as const)('with a %s file alone leaves nothing behind', async (answer) => {
    const { url } = await hub({ weights: answer });
    await refusal({ hubUrls: [url] });
    expect(await readdir(stored())).toEqual([]);
  });

  it('that never answers is given up after the timeout', async () => {
    const { url } = await hub({ weights: 'silent' });
    const error = await refusal({ hubUrls: [url], connectTimeoutMs: 100 });
    expect(causes(error)).toContain('no answer within 100 ms');
  });

  it('that has only a part leaves the rest to the next', async () => {
    const first = await hub({ weights: 'right', tokenizer: 'absent' });
    const second = await hub({ weights: 'absent', tokenizer: 'right' });
    await storeWith({ hubUrls: [first.url, second.url] }).ensure('tiny');
    expect(second.asked).toEqual(['/hub-organisation/tiny/resolve/main/tokenizer.json']);
  });
});

describe('the cache', () => {
  it('that was damaged is mended', async () => {
    const { url } = await hub({ weights: 'right' });
    const store = storeWith({ hubUrls: [url] });
    await store.ensure('tiny');
    await writeFile(join(stored(), 'onnx/model_quantized.onnx'), weights.subarray(1));
    await store.ensure('tiny');
    expect(weights.equals(await readFile(join(stored(), 'onnx/model_quantized.onnx')))).toBe(true);
  });

  it('is cleared of what a killed process left', async () => {
    await mkdir(join(stored(), '.partial-killed'), { recursive: true });
    const { url } = await hub({ weights: 'right' });
    await storeWith({ hubUrls: [url] }).ensure('tiny');
    expect(await readdir(stored())).not.toContain('.partial-killed');
  });
});

it('says in one line what to do when nothing delivers, and why in the cause', async () => {
  const { url } = await hub({ weights: 'absent' });
  const error = await refusal({ hubUrls: [url, 'http://127.0.0.1:1'], localDirectory: join(root, 'nothing') });
  expect(error.message).toBe(
    'The model tiny is not here and no source delivered it: run "xiaoer models pull" where there is network, ' +
      'or put onnx/model_quantized.onnx and tokenizer.json into a folder <dir>/tiny/ and set XIAOER_MODELS=<dir>',
  );
  expect(causes(error)).toMatch(/hub http:\S+ .*answered 404[\s\S]*hub http:\/\/127.0.0.1:1: fetch failed \(.+\)/);
});

it('refuses a name it does not know', async () => {
  await expect(storeWith({}).ensure('huge')).rejects.toThrow(NotFoundError);
});

it('lists what is here and pulls what is not', async () => {
  const { url } = await hub({ weights: 'right' });
  const store = storeWith({ hubUrls: [url] });
  const bytes = weights.byteLength + tokenizer.byteLength;
  const row = { name: 'tiny', language: 'en', author: 'trainer', licence: 'MIT', homepage: spec.homepage, bytes };
  expect(await listModels(store)).toEqual([{ ...row, present: false, path: undefined }]);
  expect(await pullModels(store)).toEqual([{ ...row, present: true, path: stored() }]);
  expect(await listModels(store)).toEqual([{ ...row, present: true, path: stored() }]);
});
