import { createHash } from 'node:crypto';
import type { HandoffDraft } from '../../domain/decision.ts';
import type { StoredChange } from '../../ports/change-feed.ts';

/** What a webhook can tell of; docs/webhooks.md says what each carries. */
export const WEBHOOK_EVENTS = [
  'message.received',
  'message.answered',
  'handoff.opened',
  'handoff.offered',
  'handoff.claimed',
  'handoff.released',
  'handoff.transferred',
  'handoff.returned',
  'handoff.resolved',
  'handoff.reopened',
  'contact.left',
  'feedback.given',
] as const;
/** One of `WEBHOOK_EVENTS`, as it stands in a webhook's `type`. */
export type WebhookEventType = (typeof WEBHOOK_EVENTS)[number];

/** The body of a webhook, in the form Standard Webhooks recommends. */
export interface WebhookEvent {
  readonly type: WebhookEventType;
  /** When it happened, ISO 8601. */
  readonly timestamp: string;
  readonly data: { readonly conversationId: string } & Readonly<Record<string, unknown>>;
}

/** Hides phone numbers, addresses and the like in a text. */
export type Mask = (text: string) => string;

/** The type of webhook a change leads to; undefined when it is nobody's business outside. */
export function webhookEventType({ event }: StoredChange): WebhookEventType | undefined {
  if (event.type === 'bot_replied' && event.reply === '') return undefined;
  // It happened elsewhere and before: whoever counts messages must not hear of it as news.
  if ('imported' in event && event.imported) return undefined;
  const type = TYPES[event.type] ?? event.type.replace('_', '.');
  return WEBHOOK_EVENTS.find((known) => known === type);
}

const TYPES: Readonly<Record<string, WebhookEventType>> = {
  customer_wrote: 'message.received',
  bot_replied: 'message.answered',
  agent_replied: 'message.answered',
  system_said: 'message.answered',
};

/** The webhook of a change; `mask` is put over everything that people wrote. */
export function webhookEvent(change: StoredChange, mask: Mask): WebhookEvent | undefined {
  const type = webhookEventType(change);
  if (!type) return undefined;
  const { conversationId, position, event } = change;
  const data = { conversationId, position, ...dataOf(event, mask) };
  return { type, timestamp: new Date(event.at).toISOString(), data };
}

/**
 * The id of a webhook, the same for every attempt and every endpoint. Made of where the change stands, so that no
 * restart and no move to another database can give the same id to another change.
 */
export function webhookId({ conversationId, position }: StoredChange): string {
  const hash = createHash('sha256').update(`${conversationId}\n${position}`).digest('base64url');
  return `msg_${hash.slice(0, 27)}`;
}

function dataOf(event: StoredChange['event'], mask: Mask): Record<string, unknown> {
  switch (event.type) {
    case 'customer_wrote':
      return {
        ...{ messageId: event.messageId, text: mask(event.text), channel: event.channel, locale: event.locale },
        customer: event.customer && { id: event.customer.id, tier: event.customer.tier },
      };
    case 'bot_replied': {
      const { inReplyTo, reply, action, intents, sentiment, citations, handoffId } = event;
      const { label, score } = sentiment;
      return {
        by: 'bot',
        inReplyTo,
        text: mask(reply),
        action,
        intents,
        sentiment: { label, score },
        citations,
        handoffId,
      };
    }
    case 'agent_replied': {
      const { handoffId, agentId, messageId, text } = event;
      return { by: 'agent', handoffId, agentId, messageId, text: mask(text) };
    }
    case 'system_said':
      return { by: 'system', code: event.code, text: mask(event.text) };
    case 'handoff_opened':
      return { handoffId: event.handoffId, ...calledFor(event.draft, mask) };
    case 'handoff_reopened': {
      const { handoffId, cause, agentId, draft } = event;
      return { handoffId, cause, agentId, ...(draft ? calledFor(draft, mask) : {}) };
    }
    case 'feedback_given':
      return { score: event.score, resolved: event.resolved, comment: event.comment && mask(event.comment) };
    default:
      return plain(event, mask);
  }
}

function calledFor(draft: HandoffDraft, mask: Mask): Record<string, unknown> {
  return { ...draft, brief: maskAll(draft.brief, mask) };
}

function maskAll(value: unknown, mask: Mask): unknown {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((entry) => maskAll(entry, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, maskAll(entry, mask)]));
}

/** The other events, as they are: everything in them is masked except ids, which a mask could take for numbers of people. */
function plain(event: object, mask: Mask): Record<string, unknown> {
  const { type: _type, at: _at, ticket: _ticket, ...rest } = event as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, /(^i|I)d$/.test(key) ? value : maskAll(value, mask)]),
  );
}
