import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  type CustomerDataDeps,
  eraseCustomerData,
  exportCustomerData,
  type Subject,
} from '../privacy/customer-data.ts';
import { actorOf, requireRole } from './auth-guard.ts';
import type { HttpServer } from './http-server.ts';
import { problemResponses } from './problem.ts';
import { conversationPath, lineField } from './request-fields.ts';

const customerPath = z.strictObject({ id: lineField(128).describe('The customer, as `customer.id` of messages.') });
const exportQuery = z.strictObject({
  masked: z.stringbool().optional().describe('Hide phones, addresses and the like, for passing it on.'),
});
const exported = z
  .object({
    exportedAt: z.number().describe('Epoch milliseconds.'),
    masked: z.boolean(),
    conversations: z
      .array(
        z.object({ id: z.string(), events: z.array(z.looseObject({ type: z.string(), at: z.number() })).readonly() }),
      )
      .readonly()
      .describe(
        'Everything that happened in them, as it is stored; hand-offs and contact details are among the events.',
      ),
  })
  .meta({ id: 'CustomerData' });
const erased = z
  .object({ conversations: z.number(), events: z.number(), handoffs: z.number() })
  .meta({ id: 'Erased', description: 'How much was taken away.' });

/** Routes for admins: what is kept of one customer, to hand it over or to erase it. */
export function registerPrivacyRoutes(app: HttpServer, deps: CustomerDataDeps): void {
  registerSubject(app, deps, {
    path: '/v1/privacy/customers/:id',
    params: customerPath,
    of: 'a customer',
    subject: (customerId) => ({ customerId }),
  });
  registerSubject(app, deps, {
    path: '/v1/privacy/conversations/:id',
    params: conversationPath,
    of: 'one conversation, for customers the shop does not know by an id',
    subject: (conversationId) => ({ conversationId }),
  });
}

interface SubjectRoutes {
  readonly path: string;
  readonly params: typeof customerPath;
  readonly of: string;
  readonly subject: (id: string) => Subject;
}

function registerSubject(app: HttpServer, deps: CustomerDataDeps, { path, params, of, subject }: SubjectRoutes): void {
  app.get(`${path}/export`, {
    onRequest: requireRole('admin'),
    schema: {
      tags: ['admin'],
      summary: `Export the data of ${of}`,
      params,
      querystring: exportQuery,
      response: { 200: exported, ...problemResponses(400, 404) },
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      asFile(reply);
      return exportCustomerData(deps, actorOf(request), subject(id), request.query.masked ?? false);
    },
  });

  app.delete(path, {
    onRequest: requireRole('admin'),
    schema: {
      tags: ['admin'],
      summary: `Erase the data of ${of}`,
      description: 'Conversations, hand-offs, contact details, and what waits to be sent. It cannot be undone.',
      params,
      response: { 200: erased, ...problemResponses(400, 404, 409) },
    },
    handler: async (request) => eraseCustomerData(deps, actorOf(request), subject(request.params.id)),
  });
}

/** A browser saves it instead of showing it. */
function asFile(reply: FastifyReply): void {
  reply.header('content-disposition', 'attachment; filename="customer-data.json"');
}
