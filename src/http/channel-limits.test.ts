import { afterEach, describe, expect, it } from 'vitest';
import { type TestChannels, testChannels } from '../../test/fakes/test-channels.ts';

let desk: TestChannels;
afterEach(() => desk.app.close());
const open = async (conversation: number) => {
  const limits = { requests: 0, unknownConversations: 0, conversation };
  desk = await testChannels({}, { access: { limits } });
};
const statuses = async (ask: () => Promise<{ statusCode: number }>, times: number) => {
  const seen: number[] = [];
  for (let count = 0; count < times; count += 1) seen.push((await ask()).statusCode);
  return seen;
};

describe('the messages of a minute', () => {
  it('are counted for each sender of Rasa', async () => {
    await open(2);
    const say = (sender: string) => desk.post('/webhooks/rest/webhook', { sender, message: 'hello' });
    expect(await statuses(() => say('a'), 3)).toEqual([200, 200, 429]);
    expect((await say('b')).statusCode).toBe(200);
  });

  it('are counted for each named chat of the OpenAI API', async () => {
    await open(2);
    let words = 0;
    const say = (user: string) =>
      desk.post('/v1/chat/completions', { user, messages: [{ role: 'user', content: `hello ${words++}` }] });
    expect(await statuses(() => say('a'), 3)).toEqual([200, 200, 429]);
    expect((await say('b')).statusCode).toBe(200);
  });

  it('do not hold that somebody types', async () => {
    await open(2);
    expect(await statuses(() => desk.post('/v1/conversations/c/typing', {}), 5)).toEqual([204, 204, 204, 204, 204]);
    const say = desk.post('/v1/conversations/c/messages', { messageId: 'm1', text: 'hello' });
    expect((await say).statusCode).toBe(200);
  });
});

describe('the API description', () => {
  it('knows what these routes answer', async () => {
    await open(0);
    const { paths } = (await desk.get('/openapi.json')).json();
    const of = (method: string, path: string) => Object.keys(paths[path][method].responses);
    const types = (method: string, path: string) => Object.keys(paths[path][method].responses[200].content);
    expect(of('post', '/v1/chat/completions')).toEqual(expect.arrayContaining(['200', '400', '401', '429', '503']));
    expect(of('get', '/v1/models/{model}')).toEqual(expect.arrayContaining(['200', '401', '404', '429']));
    expect(of('post', '/webhooks/rest/webhook')).toEqual(expect.arrayContaining(['401', '429']));
    for (const path of ['/v1/conversations/{id}/typing', '/v1/conversations/{id}/contact', '/v1/desk/presence']) {
      expect(of('post', path)).toContain('429');
    }
    expect(of('get', '/readyz')).not.toContain('429');
    expect(types('get', '/v1/conversations/{id}/events')).toEqual(['text/event-stream']);
    expect(types('get', '/v1/desk/events')).toEqual(['text/event-stream']);
    for (const path of ['/v1/chat/completions', '/v1/conversations/{id}/messages']) {
      expect(types('post', path)).toEqual(['application/json', 'text/event-stream']);
    }
  });
});
