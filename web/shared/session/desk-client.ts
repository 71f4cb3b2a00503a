import type { Language } from '../language.ts';
import { DeliveryError } from './delivery-error.ts';
import type { Outgoing } from './outgoing-message.ts';
import type { Line } from './timeline.ts';

/** Who owns the conversation. */
export type Status = 'bot' | 'waiting' | 'human' | 'resolved';

/** Where the conversation stands. */
export interface StatusNews {
  readonly status: Status;
  readonly agent?: { readonly name: string };
  /** Place in the queue, from 1. */
  readonly position?: number;
  readonly expectedWait?: { readonly seconds: number } | null;
  /** When people are there again, epoch milliseconds; null while they are. */
  readonly opensAt?: number | null;
  /** By whose clock the desk opens, such as `Asia/Shanghai`. */
  readonly timeZone?: string;
  /** The desk should be open, and nobody is at it. */
  readonly nobodyThere?: boolean;
}

/** A conversation as it is read in one go. */
export interface Conversation extends StatusNews {
  readonly transcript: readonly Line[];
}

/** What the window shows before anything is said. */
export interface WidgetInfo {
  readonly shop: { readonly name: string };
  readonly greeting: string;
  readonly colours?: { readonly accent?: string };
  readonly open: boolean;
  readonly opensAt?: number | null;
  readonly categories: readonly { readonly name: string; readonly questions: readonly string[] }[];
}

/** How somebody can be reached. */
export interface Contact {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly wechat?: string;
  readonly note?: string;
}

/** A rating of the conversation, or of one of its answers. */
export interface Rating {
  /** 1 (bad) to 5 (good). */
  readonly score: number;
  readonly comment?: string;
  readonly resolved?: boolean;
  /** Position of the answer that is meant; the whole conversation when absent. */
  readonly answer?: number;
}

/** The server's side, as the window needs it. Every call rejects with a DeliveryError. */
export interface DeskClient {
  /** Resolves when the message is on disk and dealt with. */
  send(conversationId: string, message: Outgoing & { follows?: string }, language: Language): Promise<StatusNews>;
  /** Undefined when the server knows nothing of it. */
  read(conversationId: string): Promise<Conversation | undefined>;
  rate(conversationId: string, rating: Rating): Promise<void>;
  leaveContact(conversationId: string, contact: Contact): Promise<void>;
  tellTyping(conversationId: string): Promise<void>;
  info(language: Language): Promise<WidgetInfo>;
  search(text: string, language: Language, signal: AbortSignal): Promise<readonly string[]>;
  /** Address of the conversation's event stream, behind a position. */
  eventsUrl(conversationId: string, after: number): string;
  /** `fetch` without cookies. */
  readonly fetch: typeof fetch;
}

/** Where the desk is, and who speaks. */
export interface DeskAddress {
  /** Origin and folder, without a slash at the end; empty for the page's own origin. */
  readonly server: string;
  readonly customer?: { readonly id?: string; readonly name?: string; readonly tier?: string };
}

const LOCALE: Record<Language, string> = { zh: 'zh-CN', en: 'en' };
const TRY_AGAIN = new Set([408, 425, 429]);
/** Longer than any answer takes, in milliseconds; a request without an answer is repeated then. */
const PATIENCE = 30_000;

/** Speaks HTTP with the desk. No cookies go along: the conversation's id is what counts. */
export function createDeskClient({ server, customer }: DeskAddress): DeskClient {
  const ask: typeof fetch = (url, init) => fetch(url, { ...init, credentials: 'omit' });

  async function call<T>(path: string, init: RequestInit = {}): Promise<T> {
    const signal = init.signal ?? timeout(PATIENCE);
    const response = await ask(server + path, { ...init, signal }).catch((cause: unknown) => {
      throw new DeliveryError(String(cause), { isRetryable: true });
    });
    if (!response.ok) throw await failureOf(response);
    if (response.status === 204) return undefined as T;
    return response.json().catch((cause: unknown) => {
      throw new DeliveryError(String(cause), { isRetryable: true });
    });
  }
  const post = <T>(path: string, body: unknown) =>
    call<T>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const of = (conversationId: string) => `/v1/conversations/${encodeURIComponent(conversationId)}`;

  return {
    async send(conversationId, { messageId, text, follows }, language) {
      const message = {
        messageId,
        text,
        follows,
        channel: 'web',
        locale: LOCALE[language],
        ...(customer ? { customer } : {}),
      };
      return (await post<{ conversation: StatusNews }>(`${of(conversationId)}/messages`, message)).conversation;
    },
    read: (conversationId) =>
      call<Conversation>(of(conversationId)).catch((error: DeliveryError) => {
        if (error.status === 404) return undefined;
        throw error;
      }),
    rate: (conversationId, rating) => post(`${of(conversationId)}/feedback`, rating),
    leaveContact: (conversationId, contact) => post(`${of(conversationId)}/contact`, contact),
    tellTyping: (conversationId) => post(`${of(conversationId)}/typing`, {}),
    info: (language) => call(`/v1/widget?locale=${LOCALE[language]}`),
    async search(text, language, signal) {
      const query = `q=${encodeURIComponent(text.slice(0, 200))}&locale=${LOCALE[language]}`;
      const { articles } = await call<{ articles: { title: string }[] }>(`/v1/widget/search?${query}`, { signal });
      return articles.map(({ title }) => title);
    },
    eventsUrl: (conversationId, after) => `${server}${of(conversationId)}/events?after=${after}`,
    fetch: ask,
  };
}

async function failureOf(response: Response): Promise<DeliveryError> {
  const problem: { detail?: string; errors?: { field: string }[] } = await response.json().catch(() => ({}));
  const fields = problem.errors?.map(({ field }) => field);
  const isRetryable = response.status >= 500 || TRY_AGAIN.has(response.status);
  const retryAfter = Number(response.headers.get('retry-after')) || undefined;
  return new DeliveryError(problem.detail ?? '', { isRetryable, retryAfter, status: response.status, fields });
}

/** `AbortSignal.timeout`, which browsers of 2021 lack. */
function timeout(milliseconds: number): AbortSignal {
  const abort = new AbortController();
  setTimeout(() => abort.abort(), milliseconds);
  return abort.signal;
}
