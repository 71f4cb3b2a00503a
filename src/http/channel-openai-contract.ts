import { z } from 'zod';

const part = z.looseObject({ type: z.string(), text: z.string().optional() });

/** What is read of a request; everything else that clients send (tools, temperature) is allowed and has no effect. */
export const chatRequest = z
  .looseObject({
    model: z.string().max(200).optional(),
    messages: z
      .array(z.looseObject({ role: z.string(), content: z.union([z.string(), z.array(part)]).nullish() }))
      .min(1)
      .max(1_000),
    stream: z.boolean().nullish(),
    stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
    n: z.literal(1).nullish(),
    user: z.string().min(1).max(512).nullish().describe('Who the customer is: names the conversation.'),
    metadata: z
      .record(z.string(), z.unknown())
      .nullish()
      .describe('`conversation_id` names the conversation, before `user`.'),
  })
  .meta({ id: 'ChatCompletionRequest' });
/** A request as it was checked. */
export type ChatRequestBody = z.output<typeof chatRequest>;

const usage = z.object({
  prompt_tokens: z.number().int(),
  completion_tokens: z.number().int(),
  total_tokens: z.number().int(),
});

/** What the front desk adds to an answer. */
const extra = z.object({
  conversation: z.object({ id: z.string(), status: z.string() }),
  action: z.string(),
  citations: z.array(z.object({ article: z.string(), title: z.string(), heading: z.string(), version: z.string() })),
  handoff: z.object({ id: z.string(), reason: z.string(), priority: z.string(), team: z.string() }).optional(),
  usage_unit: z.literal('characters'),
});

/** A whole answer. */
export const chatCompletion = z
  .object({
    id: z.string(),
    object: z.literal('chat.completion'),
    created: z.number().int(),
    model: z.string(),
    choices: z.array(
      z.object({
        index: z.literal(0),
        message: z.object({ role: z.literal('assistant'), content: z.string(), refusal: z.null() }),
        logprobs: z.null(),
        finish_reason: z.literal('stop'),
      }),
    ),
    usage: usage.describe('Counted in characters: no language model writes the answers, so there are no tokens.'),
    xiaoer: extra,
  })
  .meta({ id: 'ChatCompletion' });
/** A whole answer, as it is sent. */
export type ChatCompletion = z.output<typeof chatCompletion>;

const model = z.object({
  id: z.string(),
  object: z.literal('model'),
  created: z.number().int(),
  owned_by: z.string(),
});
/** The one model there is. */
export const modelAnswer = model.meta({ id: 'Model' });
/** All models. */
export const modelsAnswer = z.object({ object: z.literal('list'), data: z.array(model) });
