import type { Language } from '../../../src/domain/understanding.ts';
import { type DeskClient, RefusedError, type TicketAction } from '../client/desk-client.ts';
import { fill, TEXTS, type Texts } from '../texts/texts.ts';
import type { Ticket } from '../wire/desk.ts';
import type { LiveDesk } from './live-desk.ts';
import type { Toasts } from './toasts.ts';

/** What the actions need. */
export interface TicketActionsDeps {
  readonly client: DeskClient;
  readonly desk: LiveDesk;
  readonly toasts: Toasts;
  readonly me: string;
  readonly language: () => Language;
  readonly onSessionEnded: () => void;
}

/** Does something with a ticket, shows the outcome, and tells in words when it was not to be. */
export interface TicketActions {
  /** @returns whether it was done */
  readonly act: (ticket: Ticket, action: TicketAction, body: object | undefined, done: string) => Promise<boolean>;
  /** Reads a ticket again, after somebody else has changed it. */
  readonly refresh: (ticketId: string) => Promise<Ticket | undefined>;
  /** Why the server has refused, in the agent's words; the ticket is read again. */
  readonly explain: (ticketId: string, error: unknown) => Promise<string>;
}

/** Actions of the agent `me`. */
export function createTicketActions(deps: TicketActionsDeps): TicketActions {
  const { client, desk } = deps;
  const ticketOf = (id: string) => desk.state.value.tickets.get(id);
  const texts = (): Texts => TEXTS[deps.language()];

  async function refresh(ticketId: string): Promise<Ticket | undefined> {
    const before = ticketOf(ticketId);
    try {
      desk.change({ type: 'ticket_answered', ticket: await client.readTicket(ticketId), before });
    } catch {
      // It is shown as it was; the stream or the next reading sets it right.
    }
    return ticketOf(ticketId);
  }

  async function explain(ticketId: string, error: unknown): Promise<string> {
    const { toasts } = texts();
    if (!(error instanceof RefusedError)) return toasts.failed;
    if (error.status === 401) {
      deps.onSessionEnded();
      return texts().login.ended;
    }
    if (error.status === 403) return toasts.forbidden;
    if (error.status !== 409 && error.status !== 404) return fill(toasts.refused, { why: error.message });
    const now = await refresh(ticketId);
    if (error.status === 404) return toasts.gone;
    if (now?.status !== 'claimed' || now.agentId === deps.me) return toasts.takenBySomebody;
    return fill(toasts.taken, { name: holderOf(now, desk) });
  }

  return {
    refresh,
    explain,
    async act(ticket, action, body, done) {
      const before = ticketOf(ticket.id);
      try {
        const after = await client.act(ticket.id, action, body);
        if (after) desk.change({ type: 'ticket_answered', ticket: after, before });
        deps.toasts.say(done);
        return true;
      } catch (error) {
        deps.toasts.say(await explain(ticket.id, error), true);
        return false;
      }
    },
  };
}

function holderOf({ agentName, agentId }: Ticket, desk: LiveDesk): string {
  const agent = desk.state.value.desk?.agents.find(({ id }) => id === agentId);
  return agentName ?? agent?.name ?? agentId ?? '';
}
