/** A line on its way to the server. */
export interface OutgoingLine {
  readonly messageId: string;
  readonly conversationId: string;
  readonly handoffId: string;
  readonly kind: 'reply' | 'note';
  readonly text: string;
  readonly at: number;
  /**
   * `delivered`: the server has it, and the stream has not told it back yet; `refused`: the server has said no, and would
   * again; `why` tells it.
   */
  readonly state: 'sending' | 'retrying' | 'failed' | 'refused' | 'delivered';
  readonly why?: string;
}

/** How an attempt ended; `failed`: no attempt will do before something else has happened, such as a login. */
export type Delivery =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'refused'; readonly why: string };

/** What the outbox needs. */
export interface OutboxDeps {
  /** Sends once. Throws when the network or the server failed, so that another attempt may help. */
  readonly deliver: (line: OutgoingLine) => Promise<Delivery>;
  readonly startTimer: (milliseconds: number, run: () => void) => () => void;
  readonly onChange: (lines: readonly OutgoingLine[]) => void;
}

/** Lines that do not stand in the conversation yet. */
export interface Outbox {
  readonly send: (line: Omit<OutgoingLine, 'state' | 'why'>) => void;
  /** Tries a failed line again, and those behind it. */
  readonly retry: (messageId: string) => void;
  readonly retryAll: () => void;
  /** Forgets a line: it stands in the conversation by now, or the agent has thought better of it. */
  readonly drop: (messageId: string) => void;
}

/** Pauses before each further attempt, in milliseconds. */
const PAUSES = [1000, 2000, 4000];

/**
 * Sends lines in the order they were written, one at a time in each conversation, and again under the same id until the
 * server has them: nothing is said twice and nothing overtakes. After the last attempt the lines wait for a retry.
 * @param kept lines of an earlier page that were not delivered; they wait for a retry, too
 */
export function createOutbox(deps: OutboxDeps, kept: readonly OutgoingLine[] = []): Outbox {
  let lines: readonly OutgoingLine[] = kept.map((line) => ({ ...line, state: 'failed' }));
  const busy = new Set<string>();

  const change = (next: readonly OutgoingLine[]) => {
    lines = next;
    deps.onChange(lines);
  };
  const mark = (which: (line: OutgoingLine) => boolean, state: OutgoingLine['state'], why?: string) =>
    change(lines.map((line) => (which(line) ? { ...line, state, why } : line)));
  const nextOf = (conversationId: string) =>
    lines.find((line) => line.conversationId === conversationId && isPending(line));

  async function work(conversationId: string): Promise<void> {
    if (busy.has(conversationId)) return;
    busy.add(conversationId);
    for (let line = nextOf(conversationId); line && line.state !== 'failed'; line = nextOf(conversationId)) {
      await deliverOrGiveUp(line);
    }
    busy.delete(conversationId);
  }

  async function deliverOrGiveUp(line: OutgoingLine): Promise<void> {
    const isThis = ({ messageId }: OutgoingLine) => messageId === line.messageId;
    for (let attempt = 0; lines.some(isThis); attempt++) {
      try {
        const delivery = await deps.deliver(line);
        if (delivery.kind === 'failed') return giveUp(line.conversationId);
        return mark(isThis, delivery.kind, delivery.kind === 'refused' ? delivery.why : undefined);
      } catch {
        // Whatever the cause, the same line is tried again; what failed shows as the state of the line.
        if (attempt >= PAUSES.length) return giveUp(line.conversationId);
        mark(isThis, 'retrying');
        await new Promise<void>((resolve) => deps.startTimer(PAUSES[attempt], resolve));
      }
    }
  }

  const giveUp = (conversationId: string) =>
    mark((line) => line.conversationId === conversationId && isPending(line), 'failed');

  const resume = (conversationId: string) => {
    mark((line) => line.conversationId === conversationId && line.state === 'failed', 'sending');
    work(conversationId);
  };

  return {
    send(line) {
      change([...lines, { ...line, state: 'sending' }]);
      work(line.conversationId);
    },
    retry(messageId) {
      const line = lines.find((other) => other.messageId === messageId);
      if (line?.state === 'failed') resume(line.conversationId);
    },
    retryAll() {
      for (const id of new Set(lines.map(({ conversationId }) => conversationId))) resume(id);
    },
    drop(messageId) {
      change(lines.filter((line) => line.messageId !== messageId));
    },
  };
}

function isPending({ state }: OutgoingLine): boolean {
  return state !== 'refused' && state !== 'delivered';
}
