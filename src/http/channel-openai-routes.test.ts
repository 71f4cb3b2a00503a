import { setTimeout as pause } from 'node:timers/promises';
import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestChannels, testChannels } from '../../test/fakes/test-channels.ts';
import { webhookEventType } from '../channels/webhook/webhook-event.ts';
import type { Actor } from '../domain/account.ts';

const KEYS: Readonly<Record<string, string>> = { 'Bearer sk-shop': 'shop', 'Bearer sk-other': 'other' };
const guard = {
  identify: async ({ headers }: { headers: { authorization?: string } }): Promise<Actor | undefined> => {
    const id = KEYS[headers.authorization ?? ''];
    return id === undefined ? undefined : { kind: 'key', id, name: id, roles: [] };
  },
};
type Messages = OpenAI.ChatCompletionMessageParam[];
const user = (content: string): Messages[number] => ({ role: 'user', content });
const assistant = (content: string): Messages[number] => ({ role: 'assistant', content });
const SYSTEM: Messages[number] = { role: 'system', content: 'You are a pirate.' };

let desk: TestChannels;
let client: OpenAI;
let baseURL: string;
beforeEach(async () => {
  // Two requests over the network may be further apart than the tests' usual wait for fragments.
  desk = await testChannels({}, { guard, limits: { burstWindowMs: 500 } });
  baseURL = `${await desk.app.listen({ port: 0, host: '127.0.0.1' })}/v1`;
  client = new OpenAI({ baseURL, apiKey: 'sk-shop', maxRetries: 0 });
});
afterEach(() => desk.app.close());

const ask = (messages: Messages, more: object = {}) =>
  client.chat.completions.create({ model: 'xiaoer', messages, ...more });
const textOf = (completion: OpenAI.ChatCompletion) => completion.choices[0].message.content;
const conversations = () => new Set(desk.store.appends.map(({ conversationId }) => conversationId));
const written = async () => {
  const events = await Promise.all([...conversations()].map((id) => desk.store.load(id)));
  return events.map((list) => list.flatMap((event) => (event.type === 'customer_wrote' ? [event.text] : [])));
};

describe('the openai client', () => {
  it('gets an answer with an honest count', async () => {
    const completion = await ask([SYSTEM, user('您好')], { temperature: 0.2, tools: [] });
    expect(completion).toMatchObject({
      object: 'chat.completion',
      model: 'xiaoer',
      choices: [{ index: 0, message: { role: 'assistant', content: 'echo: 您好' }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 19, completion_tokens: 8, total_tokens: 27 },
      xiaoer: { action: 'answer', conversation: { status: 'bot' }, usage_unit: 'characters' },
    });
  });

  it('gets it as a stream', async () => {
    const stream = await client.chat.completions.create({
      ...{ model: 'xiaoer', messages: [user('One. 第二句。第三句。')], stream: true as const },
      stream_options: { include_usage: true },
    });
    const chunks: OpenAI.ChatCompletionChunk[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    const text = chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('');
    expect(text).toBe('echo: One. 第二句。第三句。');
    expect(chunks[0].choices[0].delta.role).toBe('assistant');
    expect(chunks.filter((chunk) => chunk.choices[0]?.delta.content).length).toBeGreaterThan(1);
    expect(chunks.map((chunk) => chunk.choices[0]?.finish_reason).filter(Boolean)).toEqual(['stop']);
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { prompt_tokens: 13, completion_tokens: 19 } });
    expect(new Set(chunks.map((chunk) => chunk.id)).size).toBe(1);
  });

  it('works with the helper that gathers a stream', async () => {
    const run = client.chat.completions.stream({ model: 'xiaoer', messages: [user('hello')] });
    expect(await run.finalContent()).toBe('echo: hello');
  });

  it('lists the one model', async () => {
    const models = await client.models.list();
    expect(models.data.map(({ id }) => id)).toEqual(['xiaoer']);
    expect((await client.models.retrieve('xiaoer')).owned_by).toBe('xiaoer');
    await expect(client.models.retrieve('gpt')).rejects.toMatchObject({ status: 404 });
  });

  it('gets errors in the form it knows', async () => {
    const stranger = new OpenAI({ baseURL, apiKey: 'sk-wrong', maxRetries: 0 });
    await expect(stranger.models.list()).rejects.toMatchObject({
      ...{ status: 401, code: 'invalid_api_key', type: 'invalid_request_error' },
      message: expect.stringContaining('Incorrect API key'),
    });
    await expect(ask([])).rejects.toMatchObject({ status: 400, param: 'messages', type: 'invalid_request_error' });
    await expect(ask([user('hi'), assistant('hello')])).rejects.toMatchObject({ status: 400, code: 'invalid_input' });
    await expect(ask([user('crash')])).rejects.toMatchObject({ status: 500, type: 'server_error' });
    await expect(ask([user('crash')])).rejects.not.toThrow('secret');
  });
});

describe('a chat that is sent whole each time', () => {
  it('is one conversation, and nothing in it is stored twice', async () => {
    const chat: Messages = [SYSTEM];
    for (const text of ['one', 'two', 'three']) {
      chat.push(user(text));
      chat.push(assistant(textOf(await ask(chat)) ?? ''));
    }
    expect(await written()).toEqual([['one', 'two', 'three']]);
    expect(desk.engine.calls[2].state.turns).toHaveLength(2);
  });

  it('may be sent again', async () => {
    const first = await ask([user('human')]);
    expect(await ask([user('human')])).toMatchObject({ choices: first.choices });
    expect(await written()).toEqual([['human']]);
  });

  it('parts from another that began alike', async () => {
    const hello = textOf(await ask([user('hello')])) ?? '';
    const other = textOf(await ask([user('hello')])) ?? '';
    await ask([user('hello'), assistant(hello), user('my order is PAPAYA')]);
    await ask([user('hello'), assistant(other), user('do you ship to Macau?')]);
    expect((await written()).map((texts) => texts.at(-1)).sort()).toEqual([
      'do you ship to Macau?',
      'my order is PAPAYA',
    ]);
    const [, second] = desk.engine.calls.slice(-2);
    expect(JSON.stringify(second.state)).not.toContain('PAPAYA');
    expect(second.state.turns.map(({ text, reply }) => [text, reply])).toEqual([['hello', 'echo: hello']]);
  });

  it('may be sent again while it is answered, also when a person has spoken before', async () => {
    const called = (await ask([user('human')])) as OpenAI.ChatCompletion & { xiaoer: { handoff: { id: string } } };
    const { identify } = desk.app.guard;
    desk.app.guard.identify = async () => ({ kind: 'key', id: 'shop', name: 'shop', roles: ['admin'] });
    for (const [action, body] of [
      ['claim', {}],
      ['reply', { text: 'Amy here' }],
      ['return', {}],
    ] as const) {
      const path = `/v1/handoffs/${called.xiaoer.handoff.id}/${action}`;
      expect((await desk.post(path, { agentId: 'amy', ...body })).statusCode).toBe(200);
    }
    desk.app.guard.identify = identify;
    const chat = [user('human'), assistant(textOf(called) ?? ''), user('my coat …')];
    const first = ask(chat);
    await pause(150);
    await Promise.all([first, ask(chat)]);
    expect(await written()).toEqual([['human', 'my coat …']]);
  });

  it('is taken over with what was said elsewhere', async () => {
    await ask([user('one'), assistant('said by another bot'), user('two'), user('and three')]);
    expect(await written()).toEqual([['one', 'two\nand three']]);
    expect(desk.engine.calls[0].state.turns).toMatchObject([{ text: 'one', reply: 'said by another bot' }]);
  });

  it('is never shared by two keys', async () => {
    const other = new OpenAI({ baseURL, apiKey: 'sk-other', maxRetries: 0 });
    for (const one of [client, other]) {
      await one.chat.completions.create({ model: 'xiaoer', messages: [user('hello')], user: 'u1' });
      await one.chat.completions.create({ model: 'xiaoer', messages: [user('hello')] });
    }
    expect(conversations().size).toBe(4);
  });
});

describe('a chat with a name', () => {
  it.each([
    ['user', { user: 'u-1' }, {}],
    ['metadata.conversation_id', { metadata: { conversation_id: 'c-1' } }, {}],
    ['the header', {}, { 'x-conversation-id': 'c-1' }],
  ])('by %s goes on without its history', async (_how, more, headers) => {
    const say = (text: string) =>
      client.chat.completions.create({ model: 'xiaoer', messages: [user(text)], ...more }, { headers });
    for (const text of ['hello', 'two', 'hello']) await say(text);
    expect(await written()).toEqual([['hello', 'two', 'hello']]);
  });

  it('takes the same words at once for a repetition', async () => {
    const more = { user: 'u-1' };
    await ask([user('hello')], more);
    await ask([user('hello')], more);
    expect(await written()).toEqual([['hello']]);
  });

  it('hears on its next turn what agents have said', async () => {
    const more = { user: 'u-1' };
    const called = (await ask([user('human')], more)) as OpenAI.ChatCompletion & {
      xiaoer: { handoff: { id: string } };
    };
    const { id } = called.xiaoer.handoff;
    const act = (action: string, body: object) =>
      desk.post(`/v1/handoffs/${id}/${action}`, { agentId: 'amy', ...body }, { authorization: 'Bearer sk-shop' });
    desk.app.guard.identify = async () => ({ kind: 'key', id: 'shop', name: 'shop', roles: ['admin'] });
    await act('claim', {});
    await act('reply', { text: 'Amy here' });
    expect(textOf(await ask([user('human'), assistant('a person will answer'), user('hello?')], more))).toContain(
      'Amy here',
    );
    expect(textOf(await ask([user('still there?')], more))).toBe('');
  });

  it('is told once of a hand-off by two messages that are answered together', async () => {
    const more = { user: 'u-1' };
    const [first, second] = await Promise.all([ask([user('a coat …')], more), ask([user('human')], more)]);
    const texts = [textOf(first), textOf(second)];
    // Which of the two comes in last is up to the network.
    expect(texts.filter((text) => text !== '')).toEqual([
      expect.stringMatching(/^a person will answer\n\nYou are next in line[^\n]*$/),
    ]);
  });
});

describe('an idempotency key', () => {
  it('makes any repetition harmless', async () => {
    const say = () =>
      client.chat.completions.create(
        { model: 'xiaoer', messages: [user('hello')], user: 'u-1' },
        { headers: { 'idempotency-key': 'k-1' } },
      );
    const first = await say();
    await ask([user('two')], { user: 'u-1' });
    expect((await say()).choices).toEqual(first.choices);
    expect(await written()).toEqual([['hello', 'two']]);
  });
});

describe('what an agent says', () => {
  it.each([
    ['in a named conversation', { user: 'u1' }],
    ['in one without a name', {}],
  ])('makes the same words new ones, %s', async (_what, more) => {
    const first = (await ask([user('human')], more)) as OpenAI.ChatCompletion & {
      xiaoer: { conversation: { id: string }; handoff: { id: string } };
    };
    const { conversation, handoff } = first.xiaoer;
    expect(await ask([user('human')], more)).toMatchObject({ xiaoer: { conversation: { id: conversation.id } } });
    expect(await written()).toEqual([['human']]);
    const { handoffs } = { handoffs: await desk.store.listHandoffs({}) };
    expect(handoffs[0].id).toBe(handoff.id);
    const at = Date.now();
    const events = await desk.store.load(conversation.id);
    const by = { handoffId: handoff.id, agentId: 'amy', at };
    await desk.store.append(conversation.id, events.length, [
      { type: 'handoff_claimed', ...by },
      { type: 'agent_replied', ...by, messageId: 'a1', text: 'Amy here' },
    ]);
    expect(textOf(await ask([user('human')], more))).toContain('Amy here');
    expect(await written()).toEqual([['human', 'human']]);
  });
});

describe('a history that a client brings along', () => {
  it('is kept as something old, and nobody is told of it as news', async () => {
    const { feed } = { feed: desk.store };
    await ask([user('退款多久到账'), assistant('三天'), user('那换货呢')], { user: 'u9' });
    const changes = await feed.since(0, 100);
    const told = changes.filter((change) => webhookEventType(change)).map(({ event }) => event);
    expect(changes.filter(({ event }) => 'imported' in event && event.imported)).toHaveLength(2);
    expect(told.map((event) => ('text' in event ? event.text : ''))).toEqual(['那换货呢', '那换货呢']);
  });

  it('does not count as a bad request without a name of the field', async () => {
    await expect(ask([assistant('三天')], { user: 'u9' })).rejects.toMatchObject({ status: 400, param: 'messages' });
  });
});
