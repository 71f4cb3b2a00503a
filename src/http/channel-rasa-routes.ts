import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { answerRasa, type RasaDeps, type RasaMessage } from '../channels/rasa/answer-rasa.ts';
import { EVENT_STREAM } from './event-stream.ts';
import type { HttpServer } from './http-server.ts';
import { problemResponses } from './problem.ts';

const request = z
  .looseObject({
    sender: z.string().min(1).max(512).default('default').describe('Who writes. Whoever knows it can go on with it.'),
    message: z.string().max(20_000),
    metadata: z
      .record(z.string(), z.unknown())
      .nullish()
      .describe('`message_id` makes a repeated request harmless; `customer_id`, `customer_name`, `tier`, `locale`.'),
  })
  .meta({ id: 'RasaRequest' });

const messages = z
  .array(
    z.object({
      recipient_id: z.string(),
      text: z.string().optional(),
      custom: z.record(z.string(), z.unknown()).optional(),
    }),
  )
  .meta({ id: 'RasaMessages' });

/** The REST channel of Rasa: a client of a Rasa assistant changes nothing but the address. */
export function registerRasaRoutes(app: HttpServer, deps: RasaDeps): void {
  app.get('/webhooks/rest/', {
    schema: { hide: true } as object,
    handler: async () => ({ status: 'ok' }),
  });
  app.post('/webhooks/rest/webhook', {
    config: { conversationName: ({ body }) => `rasa\n${(body as z.output<typeof request>).sender}` },
    schema: {
      tags: ['channels'],
      summary: 'Send a message as to the REST channel of Rasa',
      description: [
        'Answers with the messages for the customer: what agents have said since the last request, then the reply. When',
        'a person is called, the last one is `{"custom": {"handoff": {…}, "conversation": {…}}}`. With `?stream=true`',
        'each message comes as a line of JSON.',
      ].join(' '),
      querystring: z.looseObject({ stream: z.string().optional() }),
      body: request,
      response: { 200: messages, ...problemResponses(400, 401, 409, 413, 415, 503) },
    },
    handler: async ({ body, query }, reply) => {
      const answers = await answerRasa(deps, body);
      if (query.stream?.toLowerCase() !== 'true') return answers;
      return sendLines(reply, answers);
    },
  });
}

function sendLines(reply: FastifyReply, messages: readonly RasaMessage[]): FastifyReply {
  return reply.type(EVENT_STREAM).send(Readable.from(messages.map((message) => `${JSON.stringify(message)}\n`)));
}
