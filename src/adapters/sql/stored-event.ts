import { z } from 'zod';
import { type ConversationEvent, SYSTEM_CODES } from '../../domain/conversation.ts';
import { ACTIONS } from '../../domain/decision.ts';
import { RELEASE_CAUSES, SLA_CLOCKS } from '../../domain/handoff.ts';
import { ORDER_STAGES } from '../../domain/shop.ts';
import { storedContact, storedDraft, storedTicket } from './stored-handoff.ts';

const at = z.number();
const handoffId = z.string();
const agentId = z.string();
const agentName = z.string().optional();

const customerWrote = z.object({
  type: z.literal('customer_wrote'),
  at,
  messageId: z.string(),
  text: z.string(),
  customer: z
    .object({ id: z.string().optional(), name: z.string().optional(), tier: z.string().optional() })
    .optional(),
  channel: z.string().optional(),
  locale: z.string().optional(),
  imported: z.boolean().optional(),
});

const botReplied = z.object({
  type: z.literal('bot_replied'),
  at,
  inReplyTo: z.array(z.string()),
  text: z.string(),
  reply: z.string(),
  action: z.enum(ACTIONS),
  language: z.enum(['zh', 'en']),
  intents: z.array(z.object({ name: z.string(), confidence: z.number() })),
  sentiment: z.object({
    label: z.enum(['threat', 'angry', 'upset', 'neutral', 'positive']),
    score: z.number(),
    signals: z.array(z.string()),
  }),
  citations: z.array(z.object({ article: z.string(), title: z.string(), heading: z.string(), version: z.string() })),
  awaiting: z
    .object({
      slot: z.enum(['order_number', 'topic']),
      intent: z.string().optional(),
      text: z.string(),
      options: z.array(z.string()).optional(),
      parts: z.object({ article: z.string(), headings: z.array(z.string()) }).optional(),
    })
    .optional(),
  order: z.enum(ORDER_STAGES).optional(),
  handoffId: handoffId.optional(),
  imported: z.boolean().optional(),
});

const movements = [
  z.object({ type: z.literal('handoff_offered'), at, handoffId, agentId, until: z.number() }),
  z.object({ type: z.literal('handoff_released'), at, handoffId, agentId, cause: z.enum(RELEASE_CAUSES) }),
  z.object({
    type: z.literal('handoff_transferred'),
    at,
    handoffId,
    agentId,
    team: z.string().optional(),
    toAgentId: z.string().optional(),
    until: z.number().optional(),
    note: z.string().optional(),
  }),
  z.object({
    type: z.literal('handoff_reopened'),
    at,
    handoffId,
    cause: z.enum(['customer', 'agent']),
    agentId: agentId.optional(),
    draft: storedDraft.optional(),
    ticket: storedTicket.optional(),
  }),
  z.object({
    type: z.literal('handoff_rated'),
    at,
    handoffId,
    score: z.number(),
    orderValue: z.number().optional(),
    category: z.string().optional(),
  }),
  z.object({ type: z.literal('handoff_breached'), at, handoffId, clock: z.enum(SLA_CLOCKS), score: z.number() }),
] as const;

/** Every event this release writes or has written; typed against the domain so that neither can drift. */
export const storedEvent: z.ZodType<ConversationEvent> = z.discriminatedUnion('type', [
  customerWrote,
  botReplied,
  z.object({
    type: z.literal('handoff_opened'),
    at,
    handoffId,
    draft: storedDraft,
    ticket: storedTicket.optional(),
  }),
  z.object({ type: z.literal('handoff_claimed'), at, handoffId, agentId, agentName }),
  z.object({
    type: z.literal('agent_replied'),
    at,
    handoffId,
    agentId,
    messageId: z.string(),
    text: z.string(),
    agentName,
  }),
  z.object({ type: z.literal('handoff_resolved'), at, handoffId, agentId, outcome: z.string().optional() }),
  z.object({ type: z.literal('handoff_returned'), at, handoffId, agentId: agentId.optional() }),
  ...movements,
  z.object({ type: z.literal('contact_left'), at, handoffId: handoffId.optional(), contact: storedContact }),
  z.object({
    type: z.literal('note_added'),
    at,
    handoffId,
    agentId,
    noteId: z.string(),
    text: z.string(),
    agentName,
  }),
  z.object({ type: z.literal('system_said'), at, text: z.string(), code: z.enum(SYSTEM_CODES) }),
  z.object({
    type: z.literal('feedback_given'),
    at,
    score: z.number(),
    answer: z.number().optional(),
    resolved: z.boolean().optional(),
    comment: z.string().optional(),
  }),
]);
