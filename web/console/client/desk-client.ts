import type { Conversation, Desk, Me, Suggestion, Ticket } from '../wire/desk.ts';

/** The server understood and said no: the same again would change nothing. `detail` says why, in English. */
export class RefusedError extends Error {
  readonly status: number;

  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}

/** What can be done with a ticket. */
export type TicketAction =
  | 'claim'
  | 'reply'
  | 'resolve'
  | 'return'
  | 'transfer'
  | 'release'
  | 'note'
  | 'typing'
  | 'reopen';

/** The server, as the console speaks to it. */
export interface DeskClient {
  readonly readSession: () => Promise<Me>;
  readonly logIn: (name: string, password: string) => Promise<Me>;
  readonly logOut: () => Promise<void>;
  /** Ends every other session of the account. */
  readonly changePassword: (password: string, newPassword: string) => Promise<void>;
  readonly readDesk: () => Promise<Desk>;
  /** What is open, and what was closed lately. */
  readonly readTickets: () => Promise<Ticket[]>;
  readonly readTicket: (id: string) => Promise<Ticket>;
  readonly readConversation: (id: string) => Promise<Conversation>;
  readonly readSuggestions: (ticketId: string) => Promise<readonly Suggestion[]>;
  /** Answers with the ticket as it is now, undefined where the server says nothing. */
  readonly act: (ticketId: string, action: TicketAction, body?: object) => Promise<Ticket | undefined>;
  readonly setAvailable: (available: boolean) => Promise<void>;
}

/** Seconds after which a request counts as failed. */
const PATIENCE = 20;
/** Answers that say "later", not "no". */
const LATER = new Set([408, 425, 429]);
const OPEN_TICKETS = ['status=waiting&limit=500', 'status=claimed&limit=500'];
const CLOSED_TICKETS = ['status=resolved&limit=50', 'status=returned&limit=50'];

/**
 * Speaks to the server of this page.
 * Every call throws RefusedError when the server refuses, and another error when it could not be reached or failed.
 */
export function createDeskClient(fetch: typeof globalThis.fetch): DeskClient {
  async function call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(`/v1/${path}`, {
      method,
      headers: body ? { 'content-type': 'application/json' } : {},
      body: body ? JSON.stringify(body) : undefined,
      signal: AbortSignal.timeout(PATIENCE * 1000),
    });
    if (response.ok) return (response.status === 204 ? undefined : await response.json()) as Answer;
    const problem = (await response.json().catch(() => ({}))) as { detail?: string; title?: string };
    const isRefusal = response.status < 500 && !LATER.has(response.status);
    if (isRefusal) throw new RefusedError(response.status, problem.detail ?? problem.title ?? '');
    throw Object.assign(new Error(`HTTP ${response.status}`), { status: response.status });
  }
  const inPath = encodeURIComponent;

  return {
    readSession: async () => (await call<{ agent: Me }>('GET', 'session')).agent,
    logIn: async (name, password) => (await call<{ agent: Me }>('POST', 'session', { name, password })).agent,
    logOut: () => call('DELETE', 'session'),
    changePassword: (password, newPassword) => call('POST', 'session/password', { password, newPassword }),
    readDesk: () => call('GET', 'desk'),
    async readTickets() {
      const lists = [...OPEN_TICKETS, ...CLOSED_TICKETS].map((query) =>
        call<{ handoffs: Ticket[] }>('GET', `handoffs?${query}`),
      );
      return (await Promise.all(lists)).flatMap(({ handoffs }) => handoffs);
    },
    readTicket: (id) => call('GET', `handoffs/${inPath(id)}`),
    readConversation: (id) => call('GET', `desk/conversations/${inPath(id)}`),
    readSuggestions: async (id) =>
      (await call<{ suggestions: Suggestion[] }>('GET', `handoffs/${inPath(id)}/suggestions`)).suggestions,
    async act(id, action, body = {}) {
      const answer = await call<Ticket | undefined>('POST', `handoffs/${inPath(id)}/${action}`, body);
      return answer && 'conversationId' in answer ? answer : undefined;
    },
    setAvailable: (available) => call('POST', 'desk/presence', { available }),
  };
}
