import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embedderContract } from '../../../test/contracts/embedder-contract.ts';
import { realModel } from '../../../test/real-model.ts';
import { OverloadedError } from '../../domain/errors.ts';
import type { Embedder, TokenEmbedder } from '../../ports/embedder.ts';
import { parseModelSpec } from '../models/model-spec.ts';
import type { StoredModel } from '../models/model-store.ts';
import { createEmbeddingPool, type EmbeddingPool } from './embedding-pool.ts';
import { createTransformersEmbedder } from './transformers-embedder.ts';

const cosine = (left: Float32Array, right: Float32Array) => left.reduce((sum, value, at) => sum + value * right[at], 0);

let pool: EmbeddingPool;
let chinese: Embedder & TokenEmbedder;
let english: Embedder & TokenEmbedder;
let stored: StoredModel;
/** Texts that reached a thread. */
let ran: string[] = [];

beforeAll(async () => {
  const threads = createEmbeddingPool({ threads: 2 });
  pool = {
    ...threads,
    run: (task, lane) => {
      ran.push(task.text);
      return threads.run(task, lane);
    },
  };
  stored = await realModel('bge-small-zh-v1.5');
  const other = await realModel('all-MiniLM-L6-v2');
  chinese = await createTransformersEmbedder({ modelDir: stored.directory, spec: stored.spec, pool });
  english = await createTransformersEmbedder({ modelDir: other.directory, spec: other.spec, pool });
});
afterAll(() => pool?.close());

describe('the Chinese model', () => {
  embedderContract(() => chinese);

  it('puts what means the same closer than what does not', async () => {
    const [ask, same, other] = await chinese.embed(['我想退货', '怎么申请退货', '今天天气很好'], 'classify');
    expect(cosine(ask, same)).toBeGreaterThan(cosine(ask, other) + 0.2);
  });

  it('knows a brand however it is written', async () => {
    const [plain, capital, wide] = await chinese.embed(
      ['iphone手机壳', 'iPhone手机壳', 'ＩＰＨＯＮＥ手机壳'],
      'passage',
    );
    expect(capital).toEqual(plain);
    expect(wide).toEqual(plain);
  });

  it('puts its instruction before queries and before nothing else', async () => {
    ran = [];
    for (const role of ['query', 'passage', 'classify'] as const) await chinese.embed(['要开发票'], role);
    expect(ran).toEqual(['为这个句子生成表示以用于检索相关文章：要开发票', '要开发票']);
  });

  it('reads the beginning of a very long text', async () => {
    const [long, longer] = await chinese.embed(['退货要运费吗'.repeat(100), '退货要运费吗'.repeat(90_000)], 'classify');
    expect(longer).toEqual(long);
  });
});

describe('the English model', () => {
  embedderContract(() => english);

  it('puts what means the same closer than what does not', async () => {
    const texts = ['I want to return this', 'how do I send an item back', 'the weather is nice'];
    const [ask, same, other] = await english.embed(texts, 'query');
    expect(cosine(ask, same)).toBeGreaterThan(cosine(ask, other) + 0.2);
  });
});

it('gives a text the same vector alone, in company, first, last and from another thread', async () => {
  const options = { modelDir: stored.directory, spec: stored.spec, pool, cacheSize: 1 };
  const forgetful = await createTransformersEmbedder(options);
  const texts = Array.from({ length: 40 }, (_, at) => `第${at}件商品${'什么时候发货'.repeat(at % 5)}`);
  const together = await forgetful.embed(texts, 'classify');
  const reversed = (await forgetful.embed(texts.toReversed(), 'classify')).reverse();
  const alone = [];
  for (const text of texts) alone.push((await forgetful.embed([text], 'classify'))[0]);
  expect(reversed).toEqual(together);
  expect(alone).toEqual(together);
});

it('embeds a text once for those who ask at once and later', async () => {
  ran = [];
  const ask = () => chinese.embed(['只算一次'], 'classify');
  const [[first], [second]] = await Promise.all([ask(), ask()]);
  const [third] = await chinese.embed(['只算一次'], 'passage');
  expect(ran).toEqual(['只算一次']);
  expect(second).toEqual(first);
  expect(third).toEqual(first);
});

it('lets a message pass once for its classification and its search', async () => {
  ran = [];
  const [[sentence], [tokens]] = await Promise.all([
    chinese.embed(['一次就够'], 'classify'),
    chinese.embedTokens(['一次就够']),
  ]);
  tokens.vectors.fill(0);
  const [again] = await chinese.embedTokens(['一次就够']);
  expect(ran).toEqual(['一次就够']);
  expect(again.sentence).toEqual(sentence);
  expect(Math.hypot(...again.vectors)).toBeCloseTo(2, 5);
});

describe('embedTokens', () => {
  it('shows every token with its vector, and the sentence vector of the same pass', async () => {
    const [result, empty] = await chinese.embedTokens(['iPhone的退货运费😀', '']);
    expect(result.tokens).toEqual(['iphone', '的', '退', '货', '运', '费', '[UNK]']);
    expect(result.vectors).toHaveLength(7 * chinese.dimensions);
    for (let row = 0; row < 7; row += 1) {
      const vector = result.vectors.subarray(row * chinese.dimensions, (row + 1) * chinese.dimensions);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    }
    expect((await chinese.embed(['iPhone的退货运费😀'], 'classify'))[0]).toEqual(result.sentence);
    expect(empty.tokens).toEqual([]);
  });

  it('keeps the closing token out also where a text was cut', async () => {
    const [{ tokens, vectors }] = await english.embedTokens(['parcel '.repeat(400)]);
    expect(tokens).toEqual(new Array(254).fill('parcel'));
    expect(vectors).toHaveLength(254 * english.dimensions);
  });
});

describe('under load', () => {
  it('refuses what the queue cannot hold, and serves what it took', async () => {
    const options = { modelDir: stored.directory, spec: stored.spec, threads: 1, maxWaiting: 8 };
    const small = await createTransformersEmbedder(options);
    const asked = Array.from({ length: 30 }, (_, at) => small.embed([`第${at}个问题`], 'query'));
    const results = await Promise.allSettled(asked);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(results.length - refused.length).toBeGreaterThanOrEqual(8);
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(OverloadedError);
    expect(await small.embed(['再问一次'], 'query')).toHaveLength(1);
    // An index larger than the queue goes through in slices.
    const index = Array.from({ length: 60 }, (_, at) => `文章${at}`);
    expect(await small.embed(index, 'passage')).toHaveLength(60);
    await small.close();
  });

  it('answers a chat turn while an index is being built', async () => {
    let built = false;
    const index = chinese.embed(
      Array.from({ length: 300 }, (_, at) => `第${at}条：七天无理由退货的商品需要保持完好`),
      'passage',
    );
    const building = index.then(() => {
      built = true;
    });
    for (let turn = 0; turn < 5; turn += 1) {
      await chinese.embed([`第${turn}个顾客的问题`], 'query');
      expect(built).toBe(false);
    }
    await building;
  });
});

it('runs a model described by a team, with the settings of its tokenizer on disk beside it', async () => {
  const { mkdtemp, cp, writeFile, rm } = await import('node:fs/promises');
  const { join } = await import('node:path');
  const { tmpdir } = await import('node:os');
  const modelDir = await mkdtemp(join(tmpdir(), 'team-model-'));
  const { tokenizerConfig, npm, ...rest } = stored.spec;
  await cp(stored.directory, modelDir, { recursive: true });
  await writeFile(join(modelDir, 'tokenizer_config.json'), JSON.stringify(tokenizerConfig));
  const spec = parseModelSpec({ ...rest, name: 'team', prefixes: { query: 'query: ', passage: 'passage: ' } });
  const team = await createTransformersEmbedder({ modelDir, spec: { ...spec, references: [] }, pool });
  ran = [];
  const [vector] = await team.embed(['退货'], 'classify');
  await team.embed(['退货'], 'query');
  await team.embed(['退货'], 'passage');
  expect(ran).toEqual(['退货', 'query: 退货', 'passage: 退货']);
  expect(vector).toEqual((await chinese.embed(['退货'], 'classify'))[0]);
  expect(team.id).not.toBe(chinese.id);
  await rm(modelDir, { recursive: true });
});
