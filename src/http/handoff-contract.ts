import { z } from 'zod';
import type { Handoff } from '../domain/conversation.ts';
import { PRIORITIES, REASONS, TEAMS } from '../domain/decision.ts';
import { identifier, lineField, TEXT_LIMIT, textField } from './request-fields.ts';

const handoffStatus = z.enum(['waiting', 'claimed', 'resolved', 'returned']);
const time = z.number().describe('Epoch milliseconds.');

/** A hand-off as an agent sees it. */
export const handoffAnswer = z
  .object({
    id: z.string(),
    conversationId: z.string(),
    status: handoffStatus,
    reason: z.enum(REASONS).describe('Why a person was called.'),
    priority: z.enum(PRIORITIES),
    team: z.enum(TEAMS),
    brief: z
      .object({
        wants: z.string(),
        orderNumbers: z.array(z.string()).readonly(),
        tried: z.array(z.string()).readonly(),
        mood: z.string(),
        transcript: z.array(z.object({ role: z.enum(['customer', 'bot', 'agent']), text: z.string() })).readonly(),
      })
      .describe('What to know before the first word.'),
    agentId: z.string().optional().describe('Who holds or closed it.'),
    outcome: z.string().optional(),
    openedAt: time,
    claimedAt: time.optional(),
    closedAt: time.optional(),
  })
  .meta({ id: 'Handoff' }) satisfies z.ZodType<Handoff>;

/** The queue. */
export const handoffsAnswer = z.object({
  handoffs: z.array(handoffAnswer).describe('Most urgent first, then oldest first.'),
});

/** Which hand-offs to list. */
export const handoffsQuery = z.strictObject({
  status: handoffStatus.optional().describe('All when absent.'),
  limit: z.coerce.number().int().min(1).max(500).optional().describe('The newest so many; 200 when absent.'),
});

const agentId = identifier.describe('Who acts.');

/** To claim or to return. */
export const agentRequest = z.strictObject({ agentId }).meta({ id: 'AgentRequest' });

/** To say something to the customer. */
export const agentReplyRequest = z
  .strictObject({
    agentId,
    text: textField(TEXT_LIMIT),
    messageId: identifier.optional().describe('Makes a retry harmless; made up when absent.'),
  })
  .meta({ id: 'AgentReplyRequest' });

/** To close as dealt with. */
export const resolveRequest = z
  .strictObject({ agentId, outcome: lineField(200).optional().describe('Such as `refunded`.') })
  .meta({ id: 'ResolveRequest' });
