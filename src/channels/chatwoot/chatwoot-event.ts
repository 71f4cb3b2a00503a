import { z } from 'zod';

const id = z.union([z.number(), z.string()]).transform(String);
const person = z.looseObject({ id: id.nullish(), name: z.string().nullish(), type: z.string().nullish() });
const status = z.enum(['open', 'pending', 'resolved', 'snoozed']);
const meta = z.looseObject({ assignee: person.nullish(), sender: person.nullish() });
const account = z.looseObject({ id });
const time = z.union([z.string(), z.number()]).nullish();

const message = z.looseObject({
  event: z.literal('message_created'),
  id,
  content: z.string().nullish(),
  // Older releases send the number of the kind.
  message_type: z.union([z.enum(['incoming', 'outgoing', 'activity', 'template']), z.number()]),
  private: z.boolean().nullish(),
  content_attributes: z.looseObject({ xiaoer_line: z.string().nullish() }).nullish(),
  created_at: time,
  attachments: z.array(z.looseObject({ file_type: z.string().nullish() })).nullish(),
  sender: person.nullish(),
  account,
  conversation: z.looseObject({ id, status, meta: meta.nullish(), updated_at: time }),
});

const change = z.looseObject({
  event: z.enum(['conversation_opened', 'conversation_resolved', 'conversation_status_changed']),
  id,
  status,
  meta: meta.nullish(),
  // A conversation does not name its account; its messages do, and so does the webhook of newer releases.
  account: account.nullish(),
  messages: z.array(z.looseObject({ account_id: id.nullish() })).nullish(),
  updated_at: time,
  timestamp: z.number().nullish(),
});

/** Somebody in Chatwoot. */
export interface ChatwootPerson {
  readonly id: string;
  readonly name?: string;
}

/** What a webhook of Chatwoot means for the front desk; small enough to be kept until it is worked off. */
export interface ChatwootEvent {
  /** The same when it is delivered again. */
  readonly key: string;
  readonly accountId: string;
  readonly conversationId: string;
  readonly status: z.output<typeof status>;
  /** When it had this status, epoch milliseconds by Chatwoot's clock; absent where an older release does not tell. */
  readonly at?: number;
  readonly assignee?: ChatwootPerson;
  /** Absent when only the status changed. */
  readonly message?: {
    readonly id: string;
    readonly text: string;
    readonly by: 'customer' | 'agent';
    readonly sender?: ChatwootPerson;
    /** Our own name of the line, when it is one of ours. */
    readonly lineId?: string;
  };
}

/**
 * Reads a webhook of an agent bot. Undefined for all that is nobody's word and no change of status: notes, activities,
 * what bots say (our own lines among it), events of other kinds.
 */
export function readChatwootEvent(payload: unknown, now: number): ChatwootEvent | undefined {
  const said = message.safeParse(payload);
  if (said.success) return readMessage(said.data);
  const changed = change.safeParse(payload);
  return changed.success ? readChange(changed.data, now) : undefined;
}

const KINDS: Readonly<Record<number, string>> = { 0: 'incoming', 1: 'outgoing' };

function readMessage(payload: z.output<typeof message>): ChatwootEvent | undefined {
  const { sender, conversation } = payload;
  const kind = typeof payload.message_type === 'number' ? KINDS[payload.message_type] : payload.message_type;
  const isAgent = kind === 'outgoing' && sender?.type === 'user';
  if (payload.private || (kind !== 'incoming' && !isAgent)) return undefined;
  return {
    key: `message:${payload.id}`,
    accountId: payload.account.id,
    conversationId: conversation.id,
    status: conversation.status,
    at: timeOf(conversation.updated_at) ?? timeOf(payload.created_at),
    assignee: personOf(conversation.meta?.assignee),
    message: {
      id: payload.id,
      text: [payload.content ?? '', ...(payload.attachments ?? []).map(({ file_type }) => placeholder(file_type))]
        .filter((part) => part !== '')
        .join('\n'),
      by: isAgent ? 'agent' : 'customer',
      sender: personOf(sender),
      lineId: payload.content_attributes?.xiaoer_line ?? undefined,
    },
  };
}

function readChange(payload: z.output<typeof change>, now: number): ChatwootEvent | undefined {
  const accountId = payload.account?.id ?? payload.messages?.[0]?.account_id;
  if (!accountId) return undefined;
  return {
    key: `${payload.event}:${payload.id}:${payload.status}:${payload.updated_at ?? payload.timestamp ?? now}`,
    accountId,
    conversationId: payload.id,
    status: payload.status,
    // `timestamp` is that of the last message, and not of the change.
    at: timeOf(payload.updated_at),
    assignee: personOf(payload.meta?.assignee),
  };
}

function personOf(found: z.output<typeof person> | null | undefined): ChatwootPerson | undefined {
  return found?.id ? { id: found.id, name: found.name ?? undefined } : undefined;
}

function placeholder(type: string | null | undefined): string {
  return `[${type ?? 'file'}]`;
}

/** Seconds since the epoch, or ISO 8601. */
function timeOf(value: string | number | null | undefined): number | undefined {
  const time = typeof value === 'number' ? value * 1_000 : Date.parse(value ?? '');
  return Number.isFinite(time) ? time : undefined;
}
