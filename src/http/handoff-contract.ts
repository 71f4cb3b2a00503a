import { z } from 'zod';
import type { HandoffView } from '../conversation/views/handoff-view.ts';
import { PRIORITIES, REASONS } from '../domain/decision.ts';
import { HANDOFF_STAGES, HANDOFF_STATUSES, SLA_CLOCKS } from '../domain/handoff.ts';
import { identifier, lineField, TEXT_LIMIT, textField } from './request-fields.ts';

const handoffStatus = z.enum(HANDOFF_STATUSES);
const time = z.number().describe('Epoch milliseconds.');
const brief = z
  .object({
    wants: z.string(),
    orderNumbers: z.array(z.string()).readonly(),
    tried: z.array(z.string()).readonly(),
    mood: z.string(),
    transcript: z.array(z.object({ role: z.enum(['customer', 'bot', 'agent']), text: z.string() })).readonly(),
  })
  .describe('What to know before the first word.');

/** How a customer can be reached. */
const contactSchema = z
  .object({
    name: z.string().optional(),
    phone: z.string().optional(),
    email: z.string().optional(),
    wechat: z.string().optional(),
    note: z.string().optional(),
  })
  .meta({ id: 'Contact' });

const sorting = {
  team: z.string().describe("Code of the desk's team."),
  skills: z.array(z.string()).readonly().describe('What an agent should know.'),
  score: z.number().describe('Priority score without the time waited; higher is more urgent.'),
  language: z.enum(['zh', 'en']).optional(),
  category: z.string().optional().describe('Product category.'),
  tier: z.string().optional(),
  orderValue: z.number().optional().describe('Yuan.'),
  customerId: z.string().optional(),
  customerName: z.string().optional(),
  channel: z.string().optional(),
};

const times = {
  openedAt: time,
  queuedAt: time.describe('Since when it stands in the queue. Epoch milliseconds.'),
  claimedAt: time.optional(),
  answeredAt: time.optional().describe("An agent's first line. Epoch milliseconds."),
  closedAt: time.optional(),
  firstResponseDueAt: time.optional(),
  resolutionDueAt: time.optional(),
  lastCustomerAt: time.optional(),
  lastAgentAt: time.optional(),
};

/** A hand-off as an agent sees it. */
export const handoffAnswer = z
  .object({
    id: z.string(),
    conversationId: z.string(),
    status: handoffStatus,
    stage: z.enum(HANDOFF_STAGES).describe('Where it stands, in more words than the status.'),
    reason: z.enum(REASONS).describe('Why a person was called.'),
    priority: z.enum(PRIORITIES),
    ...sorting,
    brief,
    agentId: z.string().optional().describe('Who holds or closed it.'),
    agentName: z.string().optional(),
    lastAgentId: z.string().optional().describe('Who held it before it came back to the queue.'),
    outcome: z.string().optional(),
    ...times,
    reopened: z.number().describe('How often it was opened again.'),
    offeredTo: z.string().optional().describe('The agent it is offered to; anybody may claim it all the same.'),
    offeredUntil: time.optional(),
    offeredBy: z.string().optional().describe('The colleague who passes it on; absent when the queue offers it.'),
    passedBy: z.array(z.string()).readonly().describe('Who let an offer of it pass.'),
    toldAt: time.optional().describe("The system's last line to the customer. Epoch milliseconds."),
    told: z.number().describe("The system's lines to the customer since it was queued."),
    breached: z.array(z.enum(SLA_CLOCKS)).readonly().describe('Promised times that have passed.'),
    contact: contactSchema.optional(),
    preview: z.string().optional().describe('The last line of customer or agent, shortened.'),
  })
  .meta({ id: 'Handoff' }) satisfies z.ZodType<HandoffView>;

/** The queue. */
export const handoffsAnswer = z.object({
  handoffs: z.array(handoffAnswer).describe('Most urgent first, then oldest first.'),
});

/** Which hand-offs to list. */
export const handoffsQuery = z.strictObject({
  status: handoffStatus.optional().describe('All when absent.'),
  team: lineField(64).optional(),
  mine: z.stringbool().optional().describe('Only those that the agent holds, closed or is offered.'),
  agentId: identifier.optional().describe('Whose are `mine`, with a shop key.'),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .optional()
    .describe('The most urgent so many of those that are open, else the newest; 200 when absent.'),
});

const agentId = identifier.optional().describe('Who acts. Needed with a shop key; with a session it is oneself.');
const agentName = lineField(64).optional().describe('The name the customer is told, with a shop key.');

/** To claim, to return, to release, to open again. */
export const agentRequest = z.strictObject({ agentId, agentName }).meta({ id: 'AgentRequest' });

/** To say something to the customer. */
export const agentReplyRequest = z
  .strictObject({
    agentId,
    agentName,
    text: textField(TEXT_LIMIT),
    messageId: identifier.optional().describe('Makes a retry harmless; made up when absent.'),
  })
  .meta({ id: 'AgentReplyRequest' });

/** To close as dealt with. */
export const resolveRequest = z
  .strictObject({
    agentId,
    outcome: lineField(200).optional().describe("Code of one of the desk's outcomes, such as `refunded`."),
  })
  .meta({ id: 'ResolveRequest' });

/** To give it to another team or a colleague. */
export const transferRequest = z
  .strictObject({
    agentId,
    team: lineField(64).optional().describe("Code of one of the desk's teams."),
    toAgentId: identifier.optional().describe('A colleague it is offered to.'),
    note: textField(2000).optional().describe('For colleagues only.'),
  })
  .refine(({ team, toAgentId }) => team !== undefined || toAgentId !== undefined, {
    message: 'or toAgentId must be given',
    path: ['team'],
  })
  .meta({ id: 'TransferRequest' });

/** To note something for colleagues. */
export const noteRequest = z
  .strictObject({
    agentId,
    text: textField(2000),
    noteId: identifier.optional().describe('Makes a retry harmless; made up when absent.'),
  })
  .meta({ id: 'NoteRequest' });
