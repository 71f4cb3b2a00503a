import { z } from 'zod';
import { WEBHOOK_EVENTS } from '../channels/webhook/webhook-event.ts';
import type { DeadLetter } from '../ports/outbox.ts';
import type { WebhookEndpoint } from '../ports/webhook-endpoint-store.ts';
import { identifier, lineField } from './request-fields.ts';

/** A new endpoint. */
export const webhookRequest = z
  .strictObject({
    url: z.url().max(2_000).describe('Where to POST to; https.'),
    description: lineField(200).optional(),
    events: z
      .array(z.enum(WEBHOOK_EVENTS))
      .max(50)
      .optional()
      .describe('What it wants to hear; everything when absent.'),
    personalData: z
      .enum(['masked', 'full'])
      .default('masked')
      .describe('`masked` hides phone numbers, addresses, ids, cards and e-mail addresses in texts.'),
  })
  .meta({ id: 'WebhookRequest' });

/** An endpoint without its secret. */
export const webhookAnswer = z
  .object({
    id: z.string(),
    url: z.string(),
    description: z.string().optional(),
    events: z.array(z.string()).readonly(),
    personalData: z.enum(['masked', 'full']),
    createdAt: z.number(),
    disabled: z.object({ at: z.number(), reason: z.string() }).optional(),
  })
  .meta({ id: 'Webhook' });

/** An endpoint with its secret: shown when it is made, and never again. */
export const webhookWithSecret = webhookAnswer
  .extend({ secret: z.string().describe('Verify signatures with it, after Standard Webhooks.') })
  .meta({ id: 'WebhookWithSecret' });

/** All endpoints. */
export const webhooksAnswer = z.object({ webhooks: z.array(webhookAnswer) });

/** A message that was given up. */
const deadLetterAnswer = z
  .object({
    id: z.string(),
    target: z.string().describe('Who it was for: `webhook:` and the id of the endpoint.'),
    attempts: z.number(),
    reason: z.string(),
    status: z.number().optional().describe('HTTP status of the last answer.'),
    createdAt: z.number(),
    diedAt: z.number(),
  })
  .meta({ id: 'DeadLetter' });
/** Messages given up, newest first. */
export const deadLettersAnswer = z.object({ deadLetters: z.array(deadLetterAnswer) });

/** Which dead letters are wanted. */
export const deadLettersQuery = z.strictObject({
  webhook: identifier.optional().describe('Only those of one endpoint.'),
  target: identifier.optional().describe('Those whose target begins so instead: `wechat.`, `in:chatwoot.`.'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** The path of everything below one endpoint. */
export const webhookPath = z.strictObject({ id: identifier.describe('The endpoint.') });
/** The path of one dead letter. */
export const deadLetterPath = z.strictObject({ id: identifier.describe('The dead letter.') });

/** An endpoint as an admin sees it. */
export function webhookView(endpoint: WebhookEndpoint): z.output<typeof webhookAnswer> {
  const { id, url, description, events, unmasked, createdAt, disabled } = endpoint;
  return { id, url, description, events, personalData: unmasked ? 'full' : 'masked', createdAt, disabled };
}

/** The same with its present secret. */
export function webhookViewWithSecret(endpoint: WebhookEndpoint): z.output<typeof webhookWithSecret> {
  return { ...webhookView(endpoint), secret: endpoint.secrets[0].secret };
}

/** A dead letter as an admin sees it. */
export function deadLetterView({ id, target, attempts, failure, createdAt, diedAt }: DeadLetter) {
  return { id, target, attempts, reason: failure.reason, status: failure.status, createdAt, diedAt };
}
