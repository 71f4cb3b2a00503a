import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ScriptedEngine } from '../test/fakes/scripted-engine.ts';
import { type TestApp, testApp } from '../test/fakes/test-app.ts';

let desk: TestApp;
beforeEach(async () => {
  desk = await testApp({ version: '1.2.3' });
});
afterEach(() => desk.app.close());
const message = (messageId: string, text: string) => ({ messageId, text });

describe('health', () => {
  it('is alive and ready', async () => {
    expect((await desk.get('/livez')).json()).toEqual({ status: 'alive' });
    expect((await desk.get('/readyz')).json()).toEqual({ status: 'ready' });
  });

  it('is not ready, and takes no messages, until the engine is', async () => {
    let reasons = ['loading the zh model'];
    const { app, get, post } = await testApp({ notReady: () => reasons });
    const response = await get('/readyz');
    expect(response.statusCode).toBe(503);
    expect(response.json()).toMatchObject({ type: 'urn:xiaoer:problem:not-ready', reasons });
    const refused = await post('/v1/conversations/c/messages', message('m1', 'hello'));
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '2']);
    expect((await get('/livez')).statusCode).toBe(200);
    reasons = [];
    expect((await get('/readyz')).statusCode).toBe(200);
    expect((await post('/v1/conversations/c/messages', message('m1', 'hello'))).statusCode).toBe(200);
    await app.close();
  });

  it('is not ready while the store does not answer, without telling why', async () => {
    desk.store.failure = new Error('disk secret');
    const response = await desk.get('/readyz');
    expect(response.statusCode).toBe(503);
    expect(response.json().reasons).toEqual(['the conversation store does not answer']);
    expect(response.body).not.toContain('secret');
  });
});

describe('metrics', () => {
  it('count turns by action and hand-offs by reason, once for each message', async () => {
    for (const body of [message('m1', 'hello'), message('m1', 'hello'), message('m2', 'human'), message('m3', 'x')]) {
      await desk.post('/v1/conversations/c/messages', body);
    }
    const { body, headers } = await desk.get('/metrics');
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toContain('xiaoer_turns_total{action="answer"} 1');
    expect(body).toContain('xiaoer_turns_total{action="escalate"} 1');
    expect(body).toContain('xiaoer_handoffs_total{reason="human_request"} 1');
    expect(body).toContain('xiaoer_turn_duration_seconds_count 2');
    expect(body).toContain('xiaoer_messages_in_flight 0');
    expect(body).toMatch(/xiaoer_event_loop_lag_seconds\{quantile="0.99"\} \d/);
  });
});

describe('the API description', () => {
  it('lists every route with what it takes and gives', async () => {
    const api = (await desk.get('/openapi.json')).json();
    expect(api.info).toMatchObject({ title: 'Xiaoer', version: '1.2.3' });
    const paths = [
      '/livez',
      '/metrics',
      '/readyz',
      '/v1/conversations/{id}',
      '/v1/conversations/{id}/feedback',
      '/v1/conversations/{id}/messages',
      '/v1/handoffs',
      '/v1/handoffs/{id}',
      '/v1/handoffs/{id}/claim',
      '/v1/handoffs/{id}/reply',
      '/v1/handoffs/{id}/resolve',
      '/v1/handoffs/{id}/return',
    ];
    expect(Object.keys(api.paths)).toEqual(expect.arrayContaining(paths));
    const send = api.paths['/v1/conversations/{id}/messages'].post;
    expect(Object.keys(send.responses).sort()).toEqual(['200', '400', '409', '413', '415', '429', '500', '503']);
    const text = JSON.stringify(api);
    const refs = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
    expect(refs.length).toBeGreaterThan(5);
    for (const name of refs) expect(api.components.schemas).toHaveProperty(name);
  });

  it('is shown as a page', async () => {
    const page = await desk.app.inject('/docs');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
  });
});

describe('the chat page', () => {
  it('is served with its files under a policy that allows nothing from elsewhere', async () => {
    const page = await desk.get('/');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    const files = [...page.body.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, file]) => file);
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) {
      expect(file).toMatch(/^[\w./-]+$/);
      expect((await desk.get(new URL(file, 'http://desk/').pathname)).statusCode).toBe(200);
    }
    expect(page.body).not.toMatch(/<script>|<style|style="|onclick=/);
  });
});

describe('every answer', () => {
  it('names the request, as the proxy did when that is harmless', async () => {
    const ask = (id: string) => desk.app.inject({ url: '/livez', headers: { 'x-request-id': id } });
    expect((await ask('abc-123')).headers['x-request-id']).toBe('abc-123');
    expect((await ask('a b\tc')).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('carries security headers', async () => {
    const { headers } = await desk.get('/livez');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).not.toContain('unsafe');
  });
});

describe('over a real socket', () => {
  const listen = (app: TestApp['app']) => app.listen({ port: 0, host: '127.0.0.1' });

  it('the stream arrives in pieces', async () => {
    const url = await listen(desk.app);
    const response = await fetch(`${url}/v1/conversations/c/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify(message('m1', 'hello')),
    });
    expect(await response.text()).toMatch(/^event: reply\ndata: .*\n\nevent: done\ndata: .*\n\n$/);
  });

  it('what is not HTTP gets a problem, and the server lives', async () => {
    const url = await listen(desk.app);
    const { port } = new URL(url);
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('HELLO\r\n\r\n'));
      socket.on('data', (data) => {
        text += data;
      });
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1.1 400 .*application\/problem\+json.*"status":400/s);
    expect((await fetch(`${url}/livez`)).status).toBe(200);
  });

  it('closing answers what was accepted first', async () => {
    const { app, store, get } = await testApp({ limits: { burstWindowMs: 400 } });
    const url = await listen(app);
    const answer = fetch(`${url}/v1/conversations/c/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message('m1', 'wait…')),
    });
    await expect.poll(async () => (await get('/metrics')).body).toContain('xiaoer_messages_in_flight 1');
    await app.close();
    expect(await (await answer).json()).toMatchObject({ reply: 'echo: wait…' });
    expect(await store.load('c')).toHaveLength(2);
  });
});

describe('the log', () => {
  it('has a line a request and no text, id or name of a customer at any level', async () => {
    const lines: string[] = [];
    const stream = { write: (line: string) => void lines.push(line) };
    const engine = new ScriptedEngine(() => {
      throw new Error('the model is gone');
    });
    const { app, post, get } = await testApp({ engine, logger: { level: 'trace', stream } });
    const body = { ...message('m-private', 'private words'), customer: { name: 'private name' } };
    await post('/v1/conversations/c-private/messages', body);
    await post('/v1/conversations/c-private/messages', { ...body, secret: 1, text: 'private\u0000' });
    await get('/nothing-private');
    await get('/livez');
    await app.close();
    const log = lines.join('');
    expect(log).not.toContain('private');
    expect(log).toContain('"route":"/v1/conversations/:id/messages","status":500');
    expect(log).toContain('the model is gone');
    expect(log).toContain('"fields":["text","secret"]');
    expect(lines.map((line) => JSON.parse(line)).find((line) => line.route === '/livez').level).toBe(20);
  });
});
