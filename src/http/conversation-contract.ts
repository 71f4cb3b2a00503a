import { z } from 'zod';
import type { ConversationView, TranscriptLine } from '../conversation/views/conversation-view.ts';
import { SYSTEM_CODES } from '../domain/conversation.ts';
import { ACTIONS } from '../domain/decision.ts';
import { citationSchema, statusSchema } from './message-contract.ts';
import { textField } from './request-fields.ts';

/** What every line has, whoever sees it. */
export const lineShape = {
  position: z.number().int().describe('Place in the conversation, from 1: orders lines and tells them apart.'),
  role: z.enum(['customer', 'bot', 'agent', 'system']),
  text: z.string(),
  at: z.number().describe('Epoch milliseconds.'),
  messageId: z.string().optional().describe('Set for what a person wrote.'),
  agentName: z.string().optional().describe("Set for an agent's lines, when the name is known."),
  action: z.enum(ACTIONS).optional().describe("Set for the bot's lines."),
  citations: z.array(citationSchema).readonly().optional().describe("Set for the bot's lines."),
  code: z.enum(SYSTEM_CODES).optional().describe("Set for the system's lines: what happened."),
};

/** One line as the customer sees it. */
const lineAnswer = z.object(lineShape).meta({ id: 'Line' }) satisfies z.ZodType<TranscriptLine>;

/** A conversation as its customer sees it. */
export const conversationAnswer = z
  .object({
    id: z.string(),
    status: statusSchema,
    transcript: z.array(lineAnswer).readonly().describe('Every line said, oldest first.'),
  })
  .meta({ id: 'Conversation' }) satisfies z.ZodType<ConversationView>;

/** What the customer thought of it. */
export const feedbackRequest = z
  .strictObject({
    score: z.number().int().min(1).max(5).describe('1 (bad) to 5 (good).'),
    resolved: z.boolean().optional().describe('Whether the question was settled.'),
    comment: textField(2000).optional(),
    answer: z.number().int().min(1).optional().describe("Position of the bot's line that is rated, and it alone."),
  })
  .meta({ id: 'FeedbackRequest' });

/** Where the conversation stands after the feedback. */
export const feedbackAnswer = z.object({ conversation: z.object({ id: z.string(), status: statusSchema }) });
