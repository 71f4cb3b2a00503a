import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyReply } from 'fastify';
import { expect, it, vi } from 'vitest';
import { LiveStream } from './live-stream.ts';

/** A stream that somebody has opened over a real connection and reads or does not. */
async function opened(reads: boolean) {
  let stream: LiveStream | undefined;
  const server = createServer((_request, response) => {
    const reply = { raw: response, hijack: () => {}, getHeaders: () => ({ 'x-mine': '1' }) };
    stream = new LiveStream(reply as unknown as FastifyReply, 1000);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  let received = '';
  const request = get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', agent: false }, (response) => {
    response.on('error', () => {});
    if (reads) response.on('data', (chunk) => (received += chunk));
    else response.pause();
  });
  request.on('error', () => {});
  await vi.waitFor(() => expect(stream).toBeDefined());
  const close = async () => {
    request.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { stream: stream as LiveStream, received: () => received, request, close };
}

it('cuts off a reader that does not keep up, instead of keeping what it does not take', async () => {
  const { stream, close } = await opened(false);
  const onClose = vi.fn();
  stream.onClose(onClose);
  for (let sent = 0; sent < 20; sent++) stream.send({ event: 'line', data: 'x'.repeat(100_000), id: sent });
  await vi.waitFor(() => expect(stream.closed).toBe(true));
  expect(onClose).toHaveBeenCalledOnce();
  stream.send({ data: 'after the end' });
  await close();
});

it('lets a reader catch up at its own pace', async () => {
  const { stream, received, close } = await opened(true);
  await stream.catchUp(Array.from({ length: 50 }, (_, id) => ({ event: 'line', data: 'x'.repeat(100_000), id })));
  await vi.waitFor(() => expect(received()).toContain('id: 49'));
  expect(stream.closed).toBe(false);
  stream.send({ id: 50 });
  await vi.waitFor(() => expect(received()).toMatch(/\n\nid: 50\n\n$/));
  await close();
});

it('stops catching up when the reader goes', async () => {
  const { stream, request, close } = await opened(false);
  const events = Array.from({ length: 500 }, (_, id) => ({ data: 'x'.repeat(100_000), id }));
  const catching = stream.catchUp(events);
  request.destroy();
  await catching;
  expect(stream.closed).toBe(true);
  await close();
});
