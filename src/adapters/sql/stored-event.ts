import { z } from 'zod';
import type { ConversationEvent } from '../../domain/conversation.ts';
import { ACTIONS } from '../../domain/decision.ts';
import { storedDraft } from './stored-handoff.ts';

const at = z.number();
const handoffId = z.string();
const agentId = z.string();

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
    })
    .optional(),
  handoffId: handoffId.optional(),
});

/** Every event this release writes or has written; typed against the domain so that neither can drift. */
export const storedEvent: z.ZodType<ConversationEvent> = z.discriminatedUnion('type', [
  customerWrote,
  botReplied,
  z.object({ type: z.literal('handoff_opened'), at, handoffId, draft: storedDraft }),
  z.object({ type: z.literal('handoff_claimed'), at, handoffId, agentId }),
  z.object({
    type: z.literal('agent_replied'),
    at,
    handoffId,
    agentId,
    messageId: z.string(),
    text: z.string(),
  }),
  z.object({ type: z.literal('handoff_resolved'), at, handoffId, agentId, outcome: z.string().optional() }),
  z.object({ type: z.literal('handoff_returned'), at, handoffId, agentId }),
  z.object({
    type: z.literal('feedback_given'),
    at,
    score: z.number(),
    resolved: z.boolean().optional(),
    comment: z.string().optional(),
  }),
]);
