import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createPostWebhook, type PostWebhookOptions } from './post-webhook.ts';

let server: Server | undefined;
let asked = 0;

async function listen(listener: RequestListener): Promise<string> {
  asked = 0;
  server = createServer((request, response) => {
    asked++;
    listener(request, response);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
}

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
});

const post = (url: string, options: Partial<PostWebhookOptions> = {}) =>
  createPostWebhook({ allowPrivate: true, timeoutMs: 2_000, ...options })({
    ...{ url, body: '{"text":"您好"}', headers: { 'content-type': 'application/json', 'webhook-id': 'msg_1' } },
  });

describe('posting a webhook', () => {
  it('sends the very bytes and headers, and reads the status', async () => {
    const seen: unknown[] = [];
    const url = await listen((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        seen.push(request.method, request.url, request.headers['webhook-id'], Buffer.concat(chunks).toString());
        response.writeHead(429, { 'retry-after': '7' }).end('slow down');
      });
    });
    expect(await post(url)).toEqual({ status: 429, retryAfter: '7' });
    expect(seen).toEqual(['POST', '/hook', 'msg_1', '{"text":"您好"}']);
  });

  it('does not follow a redirect', async () => {
    const url = await listen((_request, response) => response.writeHead(307, { location: '/elsewhere' }).end());
    expect(await post(url)).toMatchObject({ status: 307 });
    expect(asked).toBe(1);
  });

  it('gives up an answer that does not come, and one that trickles', async () => {
    const silent = await listen(() => {});
    await expect(post(silent, { timeoutMs: 100 })).rejects.toThrow('no answer within 100 ms');
    server?.closeAllConnections();
    server?.close();
    const trickling = await listen((_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(timer));
    });
    const began = Date.now();
    // The head has arrived: it was received.
    expect(await post(trickling, { timeoutMs: 200 })).toMatchObject({ status: 200 });
    expect(Date.now() - began).toBeLessThan(1_500);
  });

  it('reads no more than it must of a body without end', async () => {
    let written = 0;
    const url = await listen((_request, response) => {
      response.writeHead(200);
      const chunk = Buffer.alloc(64 * 1024);
      const write = () => {
        while (!response.destroyed && response.write(chunk)) written += chunk.length;
      };
      response.on('drain', write);
      write();
    });
    expect(await post(url)).toMatchObject({ status: 200 });
    expect(written).toBeLessThan(32 * 1024 * 1024);
  });

  it('says in a word why nobody answered', async () => {
    const url = await listen(() => {});
    server?.close();
    await expect(post(url)).rejects.toThrow('ECONNREFUSED');
  });
});

describe('an address that must not be reached', () => {
  const closed = { allowPrivate: false };

  it.each([
    'https://127.0.0.1/',
    'https://10.1.2.3/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.64.0.1/',
    'https://[::1]/',
    'https://[fe80::1]/',
    'https://[fd00::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://0.0.0.0/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://localhost/',
  ])('%s is refused', async (url) => {
    await expect(post(url, closed)).rejects.toThrow('the address is private');
  });

  it('is refused over http at once', async () => {
    await expect(post('http://example.com/', closed)).rejects.toThrow('the URL is not https');
  });

  it('is refused although its name once stood for a public one', async () => {
    let lookups = 0;
    const lookup: PostWebhookOptions['lookup'] = (_name, options, callback) => {
      const address = lookups++ === 0 ? '93.184.215.14' : '127.0.0.1';
      if (options.all) callback(null, [{ address, family: 4 }]);
      else callback(null, address, 4);
    };
    // The first connection goes nowhere from here; what counts is that each one is looked at.
    await post('https://rebinding.test/', { ...closed, lookup, timeoutMs: 200 }).catch(() => {});
    await expect(post('https://rebinding.test/', { ...closed, lookup })).rejects.toThrow('the address is private');
    expect(lookups).toBe(2);
  });

  it('is refused when only one of several addresses is private', async () => {
    const lookup: PostWebhookOptions['lookup'] = (_name, options, callback) => {
      if (!options.all) callback(null, '127.0.0.1', 4);
      else
        callback(null, [
          { address: '93.184.215.14', family: 4 },
          { address: '10.0.0.1', family: 4 },
        ]);
    };
    await expect(post('https://mixed.test/', { ...closed, lookup })).rejects.toThrow('the address is private');
  });
});
