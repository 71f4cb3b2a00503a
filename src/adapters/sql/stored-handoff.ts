import type { Selectable } from 'kysely';
import { z } from 'zod';
import { type HandoffDraft, PRIORITIES, REASONS, TEAMS } from '../../domain/decision.ts';
import { type Contact, HANDOFF_STATUSES, type Handoff, SLA_CLOCKS, type TicketFacts } from '../../domain/handoff.ts';
import type { HandoffTable } from './conversation-tables.ts';
import { readStored } from './stored-value.ts';

/** Every key of a type, optional ones too: a field that is not spelt out would be lost with each reading. */
type Fields<T> = Record<keyof T, z.ZodType>;

/** What an agent is told before taking over, as it is stored. */
const storedBrief: z.ZodType<HandoffDraft['brief']> = z.object({
  wants: z.string(),
  orderNumbers: z.array(z.string()),
  tried: z.array(z.string()),
  mood: z.string(),
  transcript: z.array(z.object({ role: z.enum(['customer', 'bot', 'agent']), text: z.string() })),
});

/** What the engine asked for when it called a person, as it is stored. */
export const storedDraft: z.ZodType<HandoffDraft> = z.object({
  reason: z.enum(REASONS),
  priority: z.enum(PRIORITIES),
  team: z.enum(TEAMS),
  brief: storedBrief,
});

const ticketShape = {
  team: z.string(),
  skills: z.array(z.string()),
  score: z.number(),
  language: z.enum(['zh', 'en']).optional(),
  category: z.string().optional(),
  tier: z.string().optional(),
  orderValue: z.number().optional(),
  firstResponseDueAt: z.number().optional(),
  resolutionDueAt: z.number().optional(),
  customerId: z.string().optional(),
  customerName: z.string().optional(),
  channel: z.string().optional(),
} satisfies Fields<TicketFacts>;

/** What the desk added to the draft, as it is stored. */
export const storedTicket: z.ZodType<TicketFacts> = z.object(ticketShape);

/** Contact details, as they are stored. */
export const storedContact: z.ZodType<Contact> = z.object({
  name: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  wechat: z.string().optional(),
  note: z.string().optional(),
} satisfies Fields<Contact>);

/** A whole hand-off, as it is stored. */
const storedHandoff: z.ZodType<Handoff> = z.object({
  ...ticketShape,
  id: z.string(),
  conversationId: z.string(),
  status: z.enum(HANDOFF_STATUSES),
  reason: z.enum(REASONS),
  priority: z.enum(PRIORITIES),
  brief: storedBrief,
  agentId: z.string().optional(),
  agentName: z.string().optional(),
  lastAgentId: z.string().optional(),
  outcome: z.string().optional(),
  openedAt: z.number(),
  queuedAt: z.number(),
  claimedAt: z.number().optional(),
  answeredAt: z.number().optional(),
  closedAt: z.number().optional(),
  reopened: z.number(),
  offeredTo: z.string().optional(),
  offeredUntil: z.number().optional(),
  offeredBy: z.string().optional(),
  passedBy: z.array(z.string()),
  toldAt: z.number().optional(),
  told: z.number(),
  breached: z.array(z.enum(SLA_CLOCKS)),
  contact: storedContact.optional(),
  lastCustomerAt: z.number().optional(),
  lastAgentAt: z.number().optional(),
  preview: z.string().optional(),
} satisfies Fields<Handoff>);

/**
 * A row as the domain knows it.
 * @throws XiaoerError `stored_data_invalid` when the row is not what this release writes.
 */
export function handoffFromRow(row: Pick<Selectable<HandoffTable>, 'id' | 'data'>): Handoff {
  return readStored(storedHandoff, row.data, `hand-off ${row.id}`);
}
