import { expect, it } from 'vitest';
import { type ConnectionState, openLiveConnection } from './live-connection.ts';

/** A server that can be written to and cut off, and timers that run when told. */
function fixture() {
  const requests: Headers[] = [];
  const states: ConnectionState[] = [];
  const events: string[] = [];
  const timers = new Set<{ milliseconds: number; run: () => void }>();
  let status = 200;
  let body: ReadableStreamDefaultController<Uint8Array> | undefined;
  const connection = openLiveConnection('/events', {
    fetch: async (_url, init) => {
      requests.push(new Headers(init?.headers));
      if (status === 0) throw new TypeError('network');
      if (status !== 200) return new Response('', { status });
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          body = controller;
          init?.signal?.addEventListener('abort', () => controller.error(new DOMException('aborted', 'AbortError')));
        },
      });
      return new Response(stream);
    },
    now: () => 1000,
    random: () => 1,
    startTimer(milliseconds, run) {
      const timer = { milliseconds, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    onState: (state) => states.push(state),
    onEvent: ({ data, id }) => events.push(`${id}:${data}`),
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
  return {
    ...{ connection, requests, states, events, settle },
    answerWith: (next: number) => {
      status = next;
    },
    write: async (text: string) => {
      body?.enqueue(new TextEncoder().encode(text));
      await settle();
    },
    cut: async () => {
      body?.error(new TypeError('network'));
      await settle();
    },
    /** Runs the timer that is set, and tells how long it would have taken. */
    pass: async () => {
      const [timer] = timers;
      timers.clear();
      timer.run();
      await settle();
      return timer.milliseconds;
    },
    timers,
  };
}

it('resumes behind the last event after a loss, later with each failure, and at once from the start when it is back', async () => {
  const server = fixture();
  await server.settle();
  await server.write('id: 41\ndata: a\n\nid: 42\ndata: b\n\ndata: half');
  server.answerWith(0);
  await server.cut();
  expect(server.states.at(-1)).toEqual({ kind: 'lost', retryAt: 2000 });
  expect(await server.pass()).toBe(1000);
  expect(await server.pass()).toBe(2000);
  server.answerWith(200);
  expect(await server.pass()).toBe(4000);
  expect(server.states.at(-1)).toEqual({ kind: 'live' });
  await server.write('id: 43\ndata: c\n\n');
  expect(server.events).toEqual(['41:a', '42:b', '43:c']);
  expect(server.requests.map((headers) => headers.get('last-event-id'))).toEqual([null, '42', '42', '42']);
  await server.cut();
  expect(await server.pass()).toBe(1000);
});

it('is over while the page is left, and goes on behind the last event when it is shown again', async () => {
  const server = fixture();
  await server.settle();
  await server.write('id: 41\ndata: a\n\n');
  server.connection.pause();
  await server.settle();
  expect([server.requests.length, server.timers.size]).toEqual([1, 0]);
  server.connection.reconnectNow();
  await server.settle();
  expect(server.requests.map((headers) => headers.get('last-event-id'))).toEqual([null, '41']);
  expect(server.states.at(-1)).toEqual({ kind: 'live' });
  server.connection.pause();
  server.connection.reconnectNow();
  await server.settle();
  expect(server.requests).toHaveLength(3);
  expect(server.states.at(-1)).toEqual({ kind: 'live' });
});

it('takes a connection for lost when not even a heartbeat comes', async () => {
  const server = fixture();
  await server.settle();
  await server.write(': heartbeat\n\n');
  expect(server.timers.size).toBe(1);
  expect(await server.pass()).toBe(40_000);
  expect(server.states.at(-1)?.kind).toBe('lost');
});

it('tells a session that has ended, and then leaves the server in peace', async () => {
  const server = fixture();
  await server.settle();
  server.answerWith(401);
  await server.cut();
  await server.pass();
  expect(server.states.at(-1)).toEqual({ kind: 'refused', status: 401 });
  expect(server.timers.size).toBe(0);
});

it('goes on when the server is away, does not wait when told not to, and is silent once closed', async () => {
  const server = fixture();
  await server.settle();
  server.answerWith(503);
  await server.cut();
  server.connection.reconnectNow();
  await server.settle();
  server.connection.reconnectNow();
  await server.settle();
  expect(server.requests).toHaveLength(3);
  server.connection.close();
  const told = server.states.length;
  expect(server.timers.size).toBe(0);
  server.connection.reconnectNow();
  await server.settle();
  expect(server.states).toHaveLength(told);
});
