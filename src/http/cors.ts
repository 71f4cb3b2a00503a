import cors from '@fastify/cors';
import type { FastifyRequest } from 'fastify';
import type { HttpServer } from './http-server.ts';

/** Readable by any page: what the shop shows everybody anyway. */
const PUBLIC = /^\/(widget\.js|v1\/widget)(\/|\?|$)/;
/** Readable by the shop's pages: one's own conversation, whose id is the key to it. */
const CUSTOMER = /^\/v1\/conversations\//;

/**
 * Lets pages of other origins use the customer's side, without cookies. The agents' side stays closed to every other
 * page.
 * @param origins the shop's pages, such as `https://shop.example`; `*` for any
 */
export async function registerCors(app: HttpServer, origins: readonly string[]): Promise<void> {
  const allowed = new Set(origins);
  await app.register(cors, {
    hideOptionsRoute: true,
    delegator: (request, callback) => callback(null, { origin: originFor(request, allowed), ...DETAILS }),
  });
  app.addHook('onRequest', async (request, reply) => {
    if (PUBLIC.test(request.url)) reply.header('cross-origin-resource-policy', 'cross-origin');
  });
}

const DETAILS = {
  credentials: false,
  methods: ['GET', 'HEAD', 'POST'],
  allowedHeaders: ['content-type', 'accept', 'last-event-id', 'authorization'],
  exposedHeaders: ['retry-after', 'x-request-id'],
  maxAge: 600,
};

function originFor({ url, headers }: FastifyRequest, allowed: ReadonlySet<string>): string | false {
  if (PUBLIC.test(url)) return '*';
  if (!CUSTOMER.test(url) || headers.origin === undefined) return false;
  return allowed.has('*') || allowed.has(headers.origin) ? headers.origin : false;
}
