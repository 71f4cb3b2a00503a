import { z } from 'zod';
import type { DeskLine } from '../conversation/views/desk-line.ts';
import { lineShape } from './conversation-contract.ts';
import { handoffAnswer } from './handoff-contract.ts';
import { citationSchema, statusSchema } from './message-contract.ts';
import { lineField, textField } from './request-fields.ts';

const named = z.object({ code: z.string(), name: z.object({ zh: z.string(), en: z.string() }) });
const localized = z.object({ zh: z.string(), en: z.string() });
const opensAt = z.number().nullable().describe('When the desk opens next, epoch milliseconds; null while it is open.');
const expectedWait = z
  .object({ seconds: z.number().int() })
  .nullable()
  .describe('How long a customer who asks now would wait; null when that is not known.');

/** An agent as colleagues see one. */
export const deskAgent = z
  .object({
    id: z.string(),
    name: z.string(),
    available: z.boolean().describe('Takes offers, and is there.'),
    online: z.boolean().describe('Gave a sign of life within the last 45 s.'),
    teams: z.array(z.string()).readonly(),
    languages: z.array(z.string()).readonly(),
    load: z.number().int().describe('Conversations held.'),
    maxLoad: z.number().int(),
  })
  .meta({ id: 'DeskAgent' });

/** The desk: what an agent's page needs besides the queue. */
export const deskAnswer = z
  .object({
    teams: z.array(named),
    outcomes: z.array(named),
    quickReplies: z.array(z.object({ code: z.string(), title: localized, text: localized })),
    agents: z.array(deskAgent),
    open: z.boolean(),
    opensAt,
    waiting: z.number().int(),
    expectedWait,
  })
  .meta({ id: 'Desk' });

/** One line as an agent sees it. */
export const deskLineAnswer = z
  .object({
    ...lineShape,
    inReplyTo: z.array(z.string()).readonly().optional(),
    intents: z
      .array(z.object({ name: z.string(), confidence: z.number() }))
      .readonly()
      .optional()
      .describe("With the bot's lines: what it understood."),
    sentiment: z
      .object({
        label: z.enum(['threat', 'angry', 'upset', 'neutral', 'positive']),
        score: z.number(),
        signals: z.array(z.string()).readonly(),
      })
      .optional(),
    agentId: z.string().optional(),
    note: z.literal(true).optional().describe('Between colleagues: the customer never sees it.'),
    noteId: z.string().optional(),
  })
  .meta({ id: 'DeskLine' }) satisfies z.ZodType<DeskLine>;

/** An order of the customer. */
export const orderAnswer = z
  .object({
    id: z.string(),
    status: z.string(),
    items: z.array(z.object({ title: z.string(), sku: z.string().optional(), quantity: z.number() })).readonly(),
    total: z.number().describe('Yuan.'),
    placedAt: z.string(),
    promisedShipBy: z.string().optional(),
    trackingNumbers: z.array(z.string()).readonly(),
    refund: z.object({ amount: z.number(), status: z.string(), to: z.string(), updatedAt: z.string() }).optional(),
  })
  .meta({ id: 'Order' });

/** A conversation as an agent sees it. */
export const deskConversationAnswer = z
  .object({
    id: z.string(),
    status: statusSchema,
    language: z.enum(['zh', 'en']).optional(),
    channel: z.string().optional(),
    customer: z.object({ id: z.string().optional(), name: z.string().optional(), tier: z.string().optional() }),
    handoffs: z.array(handoffAnswer).describe('Oldest first.'),
    lines: z.array(deskLineAnswer).describe('Oldest first, with notes.'),
    orders: z.array(orderAnswer).describe('Newest first.'),
    feedback: z.object({ score: z.number(), comment: z.string().optional(), at: z.number() }).optional(),
  })
  .meta({ id: 'DeskConversation' });

/** What an agent might answer. */
export const suggestionsAnswer = z
  .object({
    suggestions: z
      .array(
        z.object({
          text: z.string(),
          citations: z.array(citationSchema).readonly(),
          score: z.number().describe('Probability that it answers, 0 to 1.'),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Suggestions' });

/** To say whether one takes offers. A program that speaks for an agent names it. */
export const presenceRequest = z
  .strictObject({
    available: z.boolean(),
    agentId: lineField(128).optional(),
    name: lineField(64).optional(),
    teams: z.array(lineField(64)).max(20).optional(),
    languages: z.array(z.enum(['zh', 'en'])).optional(),
  })
  .meta({ id: 'PresenceRequest' });

/** A phone number as people write it: 7 to 15 digits, and eleven of a Chinese mobile. */
const PHONE = /^(?=(?:\D*\d){7,15}\D*$)(?!1[3-9](?:\D*\d){0,8}\D*$)\+?[0-9 ()-]{7,24}$/;

/** Contact details; at least one. */
export const contactRequest = z
  .strictObject({
    name: lineField(64).optional(),
    phone: z.string().regex(PHONE, 'must be a phone number').optional(),
    email: z.email().max(254).optional(),
    wechat: z
      .string()
      .trim()
      .overwrite((id) => (PHONE.test(id) ? id.replace(/[ ()-]/g, '') : id))
      .regex(/^(?:[a-z][\w-]{5,19}|\+?\d{5,15})$/i, 'must be a WeChat id, or the phone or QQ number it is found by')
      .optional(),
    note: textField(1000).optional(),
  })
  .refine((contact) => Object.values(contact).some((value) => value !== undefined), 'must name at least one contact')
  .meta({ id: 'ContactRequest' });

/** Where a conversation stands, as its customer is told over the event stream. */
export const customerStatus = z
  .object({
    status: statusSchema,
    agent: z.object({ name: z.string() }).optional(),
    position: z.number().int().optional().describe('Place in the queue, from 1.'),
    expectedWait: expectedWait.optional(),
    opensAt: opensAt.optional(),
    timeZone: z.string().optional().describe('With `opensAt`: by whose clock the desk opens.'),
    nobodyThere: z.literal(true).optional().describe('The desk is open, and nobody is at it.'),
  })
  .meta({ id: 'CustomerStatus' });
