import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

/** Where to go on. */
export const liveQuery = z.strictObject({
  after: z.coerce.number().int().min(0).optional().describe('As `Last-Event-ID`, for the first connection.'),
});

/** What the reader has seen: the header that browsers send when they come back, else the query; undefined for neither. */
export function startAfter(request: FastifyRequest<{ Querystring: { readonly after?: number } }>): number | undefined {
  const header = request.headers['last-event-id'];
  const seen = typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : undefined;
  return seen ?? request.query.after;
}
