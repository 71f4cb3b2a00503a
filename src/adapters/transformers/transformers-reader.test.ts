import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realModel } from '../../../test/real-model.ts';
import { OverloadedError } from '../../domain/errors.ts';
import type { PassageReader, ReadablePassage } from '../../ports/passage-reader.ts';
import { createEmbeddingPool, type EmbeddingPool } from './embedding-pool.ts';
import { placeReader, readReaderWeights } from './reader-weights.ts';
import { createTransformersEmbedder } from './transformers-embedder.ts';
import { createTransformersReader } from './transformers-reader.ts';
import { workerModel } from './worker-model.ts';

let folder: string;
let pool: EmbeddingPool;
let chinese: PassageReader;
let english: PassageReader;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-'));
  pool = createEmbeddingPool({ threads: 1 });
  const open = async (name: string) => {
    const { directory: modelDir, spec } = await realModel(name);
    return (await createTransformersEmbedder({ modelDir, spec, pool })).openReader(folder);
  };
  chinese = await open('bge-small-zh-v1.5');
  english = await open('all-MiniLM-L6-v2');
});
afterAll(async () => {
  await pool?.close();
  await rm(folder, { recursive: true });
});

const says = (title: string, ...sentences: string[]): ReadablePassage => ({ title, sentences, best: 0 });

describe('the reader', () => {
  it('tells a passage that answers from one that only speaks of the same', async () => {
    const shipping = says('发货时间', '当天16点前付款的订单当天发出,之后付款的次日发出。');
    expect(await chinese.read('下午三点拍的今天能发吗', shipping)).toBeGreaterThan(
      await chinese.read('发货前能改颜色吗', shipping),
    );
    const returns = says('Returns', 'Send it back within 30 days; we pay the postage inside the UK.');
    expect(await english.read('who pays if i post it back to you', returns)).toBeGreaterThan(
      await english.read('can i return it in a shop in paris', returns),
    );
  });

  it('gives the same again whatever else is read', async () => {
    const returns = says('Returns', 'Send it back within 30 days.');
    const [alone] = await Promise.all([english.read('how long do i have to return it', returns)]);
    const [again] = await Promise.all([
      english.read('how long do i have to return it', returns),
      ...Array.from({ length: 5 }, (_, at) =>
        english.read(`what does part ${at} cost`, says('Delivery', 'On weekdays.')),
      ),
    ]);
    expect(again).toBe(alone);
  });

  it('takes what nobody would write', async () => {
    const odd = says('', '\u0000'.repeat(9_000), '🙂'.repeat(5_000));
    expect(Number.isFinite(await chinese.read('x'.repeat(20_000), odd))).toBe(true);
    expect(Number.isFinite(await chinese.read('', { title: '', sentences: [], best: -1 }))).toBe(true);
  });

  it('refuses what the queue has no room for', async () => {
    const small = createEmbeddingPool({ threads: 1, maxWaiting: 0 });
    const full = { ...pool, admit: small.admit };
    const { directory: modelDir, spec } = await realModel('all-MiniLM-L6-v2');
    const embedder = await createTransformersEmbedder({ modelDir, spec, pool });
    await expect(embedder.openReader(folder)).resolves.toBeDefined();
    const refused = createTransformersReader({ model: workerModel(spec, modelDir), spec, pool: full, folder });
    await expect(refused).rejects.toThrow(OverloadedError);
    await small.close();
  });
});

describe('placeReader', () => {
  const base = async () => {
    const { directory } = await realModel('bge-small-zh-v1.5');
    return join(directory, 'onnx/model_quantized.onnx');
  };

  it('mends a damaged file and removes those of other weights', async () => {
    const weights = readReaderWeights('zh');
    const place = await mkdtemp(join(folder, 'place-'));
    const name = await placeReader('zh', weights, await base(), place);
    const whole = await readFile(join(place, name));
    await writeFile(join(place, name), whole.subarray(0, 1_000));
    await writeFile(join(place, 'zh-reader-old.onnx'), 'old');
    await writeFile(join(place, 'en-reader-old.onnx'), 'of the other language');
    expect(await placeReader('zh', weights, await base(), place)).toBe(name);
    expect((await readFile(join(place, name))).equals(whole)).toBe(true);
    expect((await readdir(place)).sort()).toEqual(['en-reader-old.onnx', name]);
  });

  it('refuses an embedder that the weights were not made for', async () => {
    const place = await mkdtemp(join(folder, 'refused-'));
    const other = join(place, 'other.onnx');
    const content = await readFile(await base());
    content[100] ^= 1;
    await writeFile(other, content);
    await expect(placeReader('zh', readReaderWeights('zh'), other, place)).rejects.toThrow(/reader made of .* not /);
    expect(await readdir(place)).toEqual(['other.onnx']);
  });
});
