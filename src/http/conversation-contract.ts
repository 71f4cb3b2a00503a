import { z } from 'zod';
import type { ConversationView } from '../conversation/conversation-view.ts';
import { ACTIONS } from '../domain/decision.ts';
import { citationSchema, statusSchema } from './message-contract.ts';
import { textField } from './request-fields.ts';

/** A conversation as its customer sees it. */
export const conversationAnswer = z
  .object({
    id: z.string(),
    status: statusSchema,
    transcript: z
      .array(
        z.object({
          role: z.enum(['customer', 'bot', 'agent']),
          text: z.string(),
          at: z.number().describe('Epoch milliseconds.'),
          messageId: z.string().optional().describe('Set for what a person wrote.'),
          action: z.enum(ACTIONS).optional().describe("Set for the bot's lines."),
          citations: z.array(citationSchema).readonly().optional().describe("Set for the bot's lines."),
        }),
      )
      .readonly()
      .describe('Every line said, oldest first.'),
  })
  .meta({ id: 'Conversation' }) satisfies z.ZodType<ConversationView>;

/** What the customer thought of it. */
export const feedbackRequest = z
  .strictObject({
    score: z.number().int().min(1).max(5).describe('1 (bad) to 5 (good).'),
    resolved: z.boolean().optional().describe('Whether the question was settled.'),
    comment: textField(2000).optional(),
  })
  .meta({ id: 'FeedbackRequest' });

/** Where the conversation stands after the feedback. */
export const feedbackAnswer = z.object({ conversation: z.object({ id: z.string(), status: statusSchema }) });
