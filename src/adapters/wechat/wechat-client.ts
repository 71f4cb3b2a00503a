import { z } from 'zod';
import { RemoteError } from '../../domain/errors.ts';

/** How a token is got; the two sides of WeChat differ in it. */
export interface WeChatCredentials {
  /** Base URL of the API, without a slash at the end. */
  readonly api: string;
  readonly kind: 'official' | 'company';
  /** AppID or CorpID. */
  readonly id: string;
  readonly secret: string;
}

/** A request to WeChat: its path and its body. */
export type CallWeChat = <Schema extends z.ZodType>(
  path: string,
  body: object,
  schema: Schema,
) => Promise<z.output<Schema>>;

const TIMEOUT_MS = 10_000;
/** A token is renewed so long before it ends, milliseconds. */
const EARLY_MS = 300_000;
/** The token is wrong or has ended. */
const BAD_TOKEN: readonly number[] = [40_001, 40_014, 42_001];
/** The system is busy, or too much was asked for just now. */
const PASSING: readonly number[] = [-1, 45_009, 45_011];

const outcome = z.looseObject({ errcode: z.number().default(0), errmsg: z.string().optional() });
const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number() });

/**
 * Makes requests to WeChat with a token that is kept and renewed. An answer that says that the token is bad leads to a
 * new token and one more try.
 */
export function createWeChatClient(credentials: WeChatCredentials, now: () => number): CallWeChat {
  const tokens = new TokenCache(credentials, now);
  const post = async (path: string, body: object) => {
    const url = new URL(`${credentials.api}${path}`);
    url.searchParams.set('access_token', await tokens.get());
    return request(url, { method: 'POST', body: JSON.stringify(body) });
  };
  return async (path, body, schema) => {
    let answer = await post(path, body);
    if (BAD_TOKEN.includes(codeOf(answer))) {
      tokens.drop();
      answer = await post(path, body);
    }
    return checked(answer, schema, path);
  };
}

class TokenCache {
  readonly #credentials: WeChatCredentials;
  readonly #now: () => number;
  #token: { readonly value: Promise<string>; until: number } | undefined;
  #wasBad = false;

  constructor(credentials: WeChatCredentials, now: () => number) {
    this.#credentials = credentials;
    this.#now = now;
  }

  /** Requests that need a token at once share one request for it. */
  get(): Promise<string> {
    if (this.#token && this.#token.until > this.#now()) return this.#token.value;
    const token = { value: this.#fetch(), until: Number.POSITIVE_INFINITY };
    this.#token = token;
    token.value.catch(() => {
      if (this.#token === token) this.#token = undefined;
    });
    return token.value;
  }

  drop(): void {
    this.#token = undefined;
    this.#wasBad = true;
  }

  async #fetch(): Promise<string> {
    const { api, kind, id, secret } = this.#credentials;
    const answer =
      kind === 'company'
        ? await request(new URL(`${api}/cgi-bin/gettoken?${new URLSearchParams({ corpid: id, corpsecret: secret })}`))
        : await request(new URL(`${api}/cgi-bin/stable_token`), {
            method: 'POST',
            // The stable token is shared by several processes; forcing a new one is for when it is bad.
            body: JSON.stringify({ grant_type: 'client_credential', appid: id, secret, force_refresh: this.#wasBad }),
          });
    const { access_token, expires_in } = checked(answer, tokenAnswer, 'token');
    this.#wasBad = false;
    if (this.#token) this.#token.until = this.#now() + expires_in * 1_000 - EARLY_MS;
    return access_token;
  }
}

async function request(url: URL, init: RequestInit = {}): Promise<unknown> {
  let response: Response;
  try {
    const headers = init.body ? { 'content-type': 'application/json' } : undefined;
    response = await fetch(url, { ...init, headers, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (response.ok) return await response.json();
  } catch (cause) {
    // The URL holds the token: it must not get into the message.
    throw new RemoteError('WeChat does not answer', { isRetryable: true, cause: nameOf(cause) });
  }
  throw new RemoteError(`WeChat answered ${response.status}`, { isRetryable: true });
}

function checked<Schema extends z.ZodType>(answer: unknown, schema: Schema, what: string): z.output<Schema> {
  const code = codeOf(answer);
  if (code !== 0) {
    const isRetryable = PASSING.includes(code) || BAD_TOKEN.includes(code);
    throw new RemoteError(`WeChat refused ${what}: ${code}`, { isRetryable });
  }
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new RemoteError(`WeChat answered ${what} with something else`, { isRetryable: true, cause: parsed.error });
}

function codeOf(answer: unknown): number {
  const parsed = outcome.safeParse(answer);
  return parsed.success ? parsed.data.errcode : 0;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Error';
}
