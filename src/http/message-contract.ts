import { z } from 'zod';
import type { MessageAnswer } from '../conversation/lane/message-answer.ts';
import { SYSTEM_CODES } from '../domain/conversation.ts';
import { ACTIONS, PRIORITIES, REASONS, TEAMS } from '../domain/decision.ts';
import { identifier, lineField, TEXT_LIMIT, textField } from './request-fields.ts';

/** Who owns a conversation. */
export const statusSchema = z
  .enum(['bot', 'waiting', 'human', 'resolved'])
  .describe('Who owns it: `bot`; `waiting` for a person; `human`, a person has taken over; `resolved` by a person.');

const customerSchema = z.strictObject({
  id: lineField(128).optional().describe("The shop's own id of the customer; order look-ups use it."),
  name: lineField(128).optional(),
  tier: lineField(64).optional().describe('Such as `vip`; raises the priority of a hand-off.'),
});

/** One message of a customer. */
export const messageRequest = z
  .strictObject({
    messageId: identifier.describe('Chosen by the sender, unique within the conversation. Send it again to retry.'),
    text: textField(TEXT_LIMIT).describe('What the customer wrote; up to 4000 characters, line breaks allowed.'),
    follows: identifier
      .optional()
      .describe(
        [
          'The `messageId` of your message before this one, while that is not acknowledged. This one is refused with 503',
          'until that one has arrived: over a network that fails, messages keep their order.',
        ].join(' '),
      ),
    customer: customerSchema.optional(),
    channel: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/, 'must be 1 to 32 letters, digits, - or _')
      .optional()
      .describe('Where the message comes from, such as `web`.'),
    locale: z
      .string()
      .regex(/^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,4}$/, 'must be a language tag such as zh-CN')
      .optional()
      .describe('BCP 47; used only when the text does not tell its language.'),
  })
  .meta({ id: 'MessageRequest' });

/** The source of an answer. */
export const citationSchema = z
  .object({
    article: z.string().describe("The article's id: its path in the knowledge folder without `.md`."),
    title: z.string(),
    heading: z.string().describe('The section that was used.'),
    version: z.string().describe("The article's content hash, 12 hex digits."),
  })
  .meta({ id: 'Citation' });

/** What the sender of a message gets back. */
export const messageAnswer = z
  .object({
    reply: z.string().describe('Show it to the customer; empty when the front desk stays silent.'),
    action: z
      .enum(ACTIONS)
      .describe('What was done. `silent`: a person is in charge, or another message of the burst carries the reply.'),
    intents: z
      .array(z.object({ name: z.string(), confidence: z.number().describe('0 to 1.') }))
      .readonly()
      .describe('What was understood, best first.'),
    sentiment: z.object({
      label: z.enum(['threat', 'angry', 'upset', 'neutral', 'positive']),
      score: z.number().describe('Probability of anger, 0 to 1.'),
    }),
    citations: z.array(citationSchema).readonly(),
    handoff: z
      .object({
        id: z.string(),
        reason: z.enum(REASONS),
        priority: z.enum(PRIORITIES),
        team: z.enum(TEAMS),
      })
      .optional()
      .describe('Present when this message called a person.'),
    notice: z
      .object({ code: z.enum(SYSTEM_CODES), text: z.string() })
      .optional()
      .describe(
        'What the customer is told about the hand-off besides; show it after `reply`. It is a line of its own.',
      ),
    conversation: z.object({ id: z.string(), status: statusSchema }),
  })
  .meta({ id: 'MessageAnswer' }) satisfies z.ZodType<MessageAnswer>;
