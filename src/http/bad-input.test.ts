import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../test/fakes/test-app.ts';

const MESSAGES = '/v1/conversations/c1/messages';
let desk: TestApp;
beforeAll(async () => {
  desk = await testApp();
});
afterAll(() => desk.app.close());

const raw = (payload: string | Buffer, type = 'application/json') =>
  desk.app.inject({ method: 'POST', url: MESSAGES, payload, headers: { 'content-type': type } });

function expectProblem(response: Awaited<ReturnType<TestApp['get']>>, status: number, field?: string) {
  expect(response.statusCode).toBe(status);
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(response.json()).toMatchObject({ status, requestId: response.headers['x-request-id'] });
  if (field) expect(response.json().errors.map((wrong: { field: string }) => wrong.field)).toContain(field);
}

describe('a message is refused and the field named', () => {
  const good = { messageId: 'm1', text: 'hello' };
  it.each<[string, unknown, string]>([
    ['no text', { messageId: 'm1' }, 'text'],
    ['empty text', { ...good, text: '' }, 'text'],
    ['nothing visible', { ...good, text: ' \n\u200b\ufeff' }, 'text'],
    ['text of another type', { ...good, text: 5 }, 'text'],
    ['text null', { ...good, text: null }, 'text'],
    ['4001 characters', { ...good, text: 'x'.repeat(4001) }, 'text'],
    ['a NUL', { ...good, text: 'a\u0000b' }, 'text'],
    ['an escape character', { ...good, text: 'a\u001b[31m' }, 'text'],
    ['a C1 control character', { ...good, text: 'a\u0085b' }, 'text'],
    ['a lone high surrogate', { ...good, text: 'a\ud83d' }, 'text'],
    ['a lone low surrogate', { ...good, text: '\ude00a' }, 'text'],
    ['no messageId', { text: 'x' }, 'messageId'],
    ['an empty messageId', { ...good, messageId: '' }, 'messageId'],
    ['a long messageId', { ...good, messageId: 'm'.repeat(129) }, 'messageId'],
    ['a messageId with spaces', { ...good, messageId: 'm 1' }, 'messageId'],
    ['a messageId with a line break at its end', { ...good, messageId: 'm1\n' }, 'messageId'],
    ['an unknown field', { ...good, reply: 'x' }, 'reply'],
    ['an unknown field of the customer', { ...good, customer: { vip: true } }, 'customer.vip'],
    ['a customer name with a line break', { ...good, customer: { name: 'a\nb' } }, 'customer.name'],
    ['a customer of another type', { ...good, customer: 'amy' }, 'customer'],
    ['a channel with a slash', { ...good, channel: 'a/b' }, 'channel'],
    ['a locale that is none', { ...good, locale: 'x' }, 'locale'],
    ['an array', [good], 'body'],
    ['null', null, 'body'],
    ['a string', '"hello"', 'body'],
  ])('%s', async (_name, body, field) => {
    expectProblem(await raw(typeof body === 'string' ? body : JSON.stringify(body)), 400, field);
  });

  it.each<[unknown, string]>([
    [{ messageId: 'm1' }, 'is missing'],
    [{ ...good, text: null }, 'must be a text'],
    [{ ...good, text: { nested: true } }, 'must be a text'],
    [{ ...good, customer: 'amy' }, 'must be an object'],
    [[good], 'must be an object'],
    [{ ...good, reply: 'x' }, 'is not a known field'],
  ])('in plain words: %j', async (body, message) => {
    expect((await raw(JSON.stringify(body))).json().errors).toContainEqual({ field: expect.any(String), message });
  });

  it('in plain words: a number out of range', async () => {
    const response = await desk.post('/v1/conversations/c1/feedback', { score: 6 });
    expect(response.json().errors).toEqual([{ field: 'score', message: 'must be 5 or less' }]);
  });

  it('4000 characters of any kind are accepted', async () => {
    const response = await raw(JSON.stringify({ messageId: 'long', text: '😀'.repeat(4000) }));
    expect(response.statusCode).toBe(200);
  });
});

describe('a body is refused', () => {
  it.each(['', '{', '{"messageId":"m1","text":"x"', 'hello', "{'a':1}", '\u0000', '[1,]', 'NaN'])(
    'that is not JSON: %j',
    async (body) => expectProblem(await raw(body), 400, 'body'),
  );

  it('that is not UTF-8', async () => {
    const body = Buffer.concat([
      Buffer.from('{"messageId":"m1","text":"'),
      Buffer.from([0xc3, 0x28]),
      Buffer.from('"}'),
    ]);
    expectProblem(await raw(body), 400, 'body');
  });

  it('that would reach a prototype', async () => {
    expectProblem(await raw('{"messageId":"m1","text":"x","__proto__":{"a":1}}'), 400, 'body');
    expectProblem(await raw('{"messageId":"m1","text":"x","constructor":{"prototype":{}}}'), 400, 'body');
  });

  it('of 1 MB', async () => {
    expectProblem(await raw(JSON.stringify({ messageId: 'm1', text: 'x'.repeat(1 << 20) })), 413, 'body');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/xml', 'nonsense'])(
    'of type %s',
    async (type) => expectProblem(await raw('{"messageId":"m1","text":"x"}', type), 415, 'content-type'),
  );

  it('of no type', async () => {
    const response = await desk.app.inject({ method: 'POST', url: MESSAGES, payload: Buffer.from('{}') });
    expectProblem(response, 415, 'content-type');
  });

  it('that is not there', async () => {
    expectProblem(await desk.app.inject({ method: 'POST', url: MESSAGES }), 400, 'body');
  });

  it('with a thousand unknown fields, naming some', async () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`field-${index}`, 1]));
    const response = await raw(JSON.stringify(many));
    expectProblem(response, 400);
    expect(response.json().errors).toHaveLength(20);
  });
});

describe('a path is refused', () => {
  it.each([
    ['a space', 'a%20b'],
    ['a NUL', 'a%00b'],
    ['a Chinese character', '%E4%BD%A0'],
    ['129 characters', 'x'.repeat(129)],
    ['900 characters', 'x'.repeat(900)],
    ['a line break', 'a%0Ab'],
    ['a slash', '..%2f..'],
  ])('with %s in the conversation id', async (_name, id) => {
    expectProblem(await desk.get(`/v1/conversations/${id}`), 400, 'id');
  });

  it.each([
    ['a broken escape', '%zz'],
    ['bytes that are not UTF-8', '%c3%28'],
    ['5000 characters', 'x'.repeat(5000)],
  ])('that is malformed: %s', async (_name, id) => {
    expectProblem(await desk.get(`/v1/conversations/${id}`), 400, 'url');
  });

  it.each([
    '/nothing',
    '/v1',
    '/v1/conversations',
    '/v1/handoffs/x/y/z',
    '/chat.php',
    '/../package.json',
    '/%2e%2e/package.json',
  ])('that does not exist: %s', async (path) => expectProblem(await desk.get(path), 404));

  it.each([
    ['DELETE', '/v1/conversations/c1', 'GET, HEAD'],
    ['GET', MESSAGES, 'POST'],
    ['PUT', MESSAGES, 'POST'],
    ['POST', '/livez', 'GET, HEAD'],
    ['POST', '/', 'GET, HEAD'],
    ['PATCH', '/v1/handoffs/h1', 'GET, HEAD'],
    ['GET', '/v1/handoffs/h1/claim', 'POST'],
  ] as const)('for the method %s %s, naming those allowed', async (method, url, allow) => {
    const response = await desk.app.inject({ method, url, payload: method === 'GET' ? undefined : '<x/>' });
    expectProblem(response, 405);
    expect(response.headers.allow).toBe(allow);
  });
});

describe('any body at all', () => {
  const almost = fc.record(
    {
      messageId: fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.anything()),
      text: fc.oneof(fc.constantFrom('', '\u0000', '\ud800'), fc.anything({ maxDepth: 1 })),
      customer: fc.anything(),
      channel: fc.anything(),
      locale: fc.anything(),
    },
    { requiredKeys: [] },
  );
  const json = fc.oneof(
    fc.json(),
    almost.map((value) => JSON.stringify(value) ?? ''),
  );
  const body = fc.oneof(
    json.map((text) => Buffer.from(text)),
    fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text)),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  );

  it('gets a 4xx, or an answer if it happens to be right, and the server lives', async () => {
    await fc.assert(
      fc.asyncProperty(body, async (payload) => {
        const response = await raw(payload);
        const isRight = response.statusCode === 200 || response.statusCode === 409;
        if (!isRight || response.statusCode === 409) expectProblem(response, response.statusCode);
        expect(response.statusCode).toBeLessThan(500);
      }),
      { numRuns: 2000 },
    );
    expect((await desk.get('/livez')).statusCode).toBe(200);
    expect((await raw('{"messageId":"after","text":"hello"}')).statusCode).toBe(200);
  }, 60_000);

  it('gets the same on every other route that takes one', async () => {
    const urls = [
      '/v1/conversations/c1/feedback',
      ...['claim', 'reply', 'resolve', 'return'].map((a) => `/v1/handoffs/h/${a}`),
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...urls), body, async (url, payload) => {
        const headers = { 'content-type': 'application/json' };
        const { statusCode } = await desk.app.inject({ method: 'POST', url, payload, headers });
        expect(statusCode === 200 || (statusCode >= 400 && statusCode < 500)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
