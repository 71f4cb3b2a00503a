import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

/** How webhooks are sent. */
export interface PostWebhookOptions {
  /** Allows private, loopback and link-local addresses, and plain http. */
  readonly allowPrivate: boolean;
  /** For the whole exchange, milliseconds; 15 s when absent. */
  readonly timeoutMs?: number;
  /** Turns names into addresses; the system's resolver when absent. */
  readonly lookup?: LookupFunction;
}

/** What was answered; the body is read to the end of a small limit and thrown away. */
export interface WebhookAnswer {
  readonly status: number;
  readonly retryAfter?: string;
}

const TIMEOUT_MS = 15_000;
/** Bytes of an answer's body that are read before the connection is closed. */
const BODY_LIMIT = 16 * 1024;

/**
 * Makes a function that posts to addresses which others chose. Every address a name stands for is checked when the
 * connection is made, so a name that turns to a private address after it was registered (DNS rebinding) does not get
 * through either; redirects are not followed.
 */
export function createPostWebhook(options: PostWebhookOptions) {
  const rules = {
    allowPrivateIPAddress: options.allowPrivate,
    allowMetaIPAddress: options.allowPrivate,
    // A kept connection might have been made by other rules, and dies with servers that close it.
    keepAlive: false,
  };
  const agents = { http: new RequestFilteringHttpAgent(rules), https: new RequestFilteringHttpsAgent(rules) };

  return (message: { url: string; headers: Readonly<Record<string, string>>; body: string }): Promise<WebhookAnswer> =>
    new Promise((resolve, reject) => {
      const url = new URL(message.url);
      const isHttps = url.protocol === 'https:';
      if (!isHttps && !options.allowPrivate) throw new Error('the URL is not https');
      const body = Buffer.from(message.body);
      const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
      const signal = AbortSignal.timeout(timeoutMs);
      const request = (isHttps ? requestHttps : requestHttp)(url, {
        method: 'POST',
        headers: { ...message.headers, 'content-length': body.length },
        agent: isHttps ? agents.https : agents.http,
        signal,
        ...(options.lookup ? { lookup: options.lookup } : {}),
      });
      let answer: WebhookAnswer | undefined;
      request.on('error', (error) => {
        // Whatever happens to the body, the status counts.
        if (answer) resolve(answer);
        else reject(new Error(signal.aborted ? `no answer within ${timeoutMs} ms` : inWords(error), { cause: error }));
      });
      request.on('response', (response) => {
        const received = { status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] };
        answer = received;
        let read = 0;
        response.on('data', (chunk: Buffer) => {
          read += chunk.length;
          if (read > BODY_LIMIT) response.destroy();
        });
        response.on('error', () => resolve(received));
        response.on('close', () => resolve(received));
      });
      request.end(body);
    });
}

/** The agent's own words name the address that was refused, which tells whoever registered it about our network. */
function inWords(error: Error & { code?: string }): string {
  if (/is not allowed\. Because/.test(error.message)) return 'the address is private';
  return error.code ?? error.message;
}
