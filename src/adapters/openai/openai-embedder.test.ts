import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { embedderContract } from '../../../test/contracts/embedder-contract.ts';
import { createOpenAiEmbedder } from './openai-embedder.ts';
import { openAiEmbedderSettings } from './openai-embedder-settings.ts';

interface Asked {
  readonly url: string | undefined;
  readonly key: string | undefined;
  readonly body: { model: string; input: string[]; dimensions?: number; encoding_format?: string };
}
type Reply = { status: number; body: unknown };

const dimensions = 4;
const asked: Asked[] = [];
/** Replies to give before the service works as it should. */
let troubles: Reply[] = [];
let server: Server;
let baseUrl = '';

/** The shape of https://platform.openai.com/docs/api-reference/embeddings/create, rows deliberately out of order. */
function answer({ model, input }: Asked['body']): Reply {
  const data = input.map((text, index) => {
    const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
    return { object: 'embedding', index, embedding: [text.length, codes[0] ?? 1, codes.at(-1) ?? 1, 3] };
  });
  const usage = { prompt_tokens: 8, total_tokens: 8 };
  return { status: 200, body: { object: 'list', data: data.reverse(), model, usage } };
}

async function readBody(request: IncomingMessage): Promise<Asked['body']> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = await readBody(request);
    asked.push({ url: request.url, key: request.headers.authorization, body });
    const reply = troubles.shift() ?? answer(body);
    response.writeHead(reply.status, { 'content-type': 'application/json', 'retry-after-ms': '1' });
    response.end(JSON.stringify(reply.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked.length = 0;
  troubles = [];
});

const embedder = (extra: object = {}) =>
  createOpenAiEmbedder(
    openAiEmbedderSettings.parse({ baseUrl, model: 'embedding-small', language: 'en', dimensions, ...extra }),
    'key-for-tests',
  );

describe('the OpenAI-compatible embedder', () => {
  embedderContract(embedder);

  it('sends batches with the key and the model, and each text once', async () => {
    const texts = Array.from({ length: 70 }, (_, at) => `question ${at}`);
    const one = embedder();
    const vectors = await one.embed([...texts, 'question 1'], 'query');
    expect(vectors).toHaveLength(71);
    expect(vectors[70]).toEqual(vectors[1]);
    expect(asked.map(({ body }) => body.input.length)).toEqual([64, 6]);
    expect(asked[0]).toMatchObject({ url: '/v1/embeddings', key: 'Bearer key-for-tests' });
    expect(asked[0].body).toMatchObject({ model: 'embedding-small', encoding_format: 'float' });
    expect(asked[0].body).not.toHaveProperty('dimensions');
    await one.embed(texts, 'query');
    expect(asked).toHaveLength(2);
  });

  it('puts the prefixes of a role in front, and asks for shorter vectors where told to', async () => {
    const prefixes = { query: 'query: ', passage: 'passage: ' };
    const e5 = embedder({ prefixes, shorten: true });
    await e5.embed(['ＯＫ'], 'query');
    await e5.embed(['ok'], 'passage');
    await e5.embed(['ok'], 'classify');
    expect(asked.map(({ body }) => body.input[0])).toEqual(['query: OK', 'passage: ok', 'ok']);
    expect(asked[0].body.dimensions).toBe(dimensions);
  });

  it('asks again when the service is busy', async () => {
    troubles = [429, 503].map((status) => ({ status, body: { error: { message: 'later' } } }));
    expect(await embedder().embed(['hello'], 'query')).toHaveLength(1);
    expect(asked).toHaveLength(3);
  });

  it.each([
    [401, false],
    [500, true],
  ])('gives up on %d with a typed error; retryable: %s', async (status, isRetryable) => {
    troubles = Array.from({ length: 2 }, () => ({ status, body: { error: { message: 'secret detail' } } }));
    const error = await embedder({ maxRetries: 1 })
      .embed(['hello'], 'query')
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'embedding_service',
      message: `The embedding service refused with status ${status}`,
      isRetryable,
    });
  });

  it('says when nobody is there', async () => {
    const nobody = embedder({ baseUrl: 'http://127.0.0.1:1/v1', maxRetries: 0 });
    await expect(nobody.embed(['hello'], 'query')).rejects.toMatchObject({
      message: 'The embedding service cannot be reached',
      isRetryable: true,
    });
  });

  it.each([
    ['another shape', { data: [{ vector: [1] }] }, 'another shape'],
    ['too few dimensions', { data: [{ index: 0, embedding: [1, 2] }] }, '1 vectors of 2 dimensions, asked for 1 of 4'],
    ['too few vectors', { data: [] }, '0 vectors'],
  ])('refuses an answer of %s', async (_, body, message) => {
    troubles = [{ status: 200, body }];
    await expect(embedder().embed(['hello'], 'query')).rejects.toThrow(message);
  });
});
