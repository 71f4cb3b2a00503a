import type { FastifyRequest } from 'fastify';
import type { HttpServer } from './http-server.ts';

const QUIET = new Set(['/livez', '/readyz', '/metrics']);

/**
 * One line a request, when it is over: method, route, status, milliseconds. It names the route and not the address,
 * which may hold a customer's id. docs/logging.md lists the levels.
 */
export function logRequests(app: HttpServer): void {
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const line = { method: request.method, route: routeOf(request), status: reply.statusCode, ms: reply.elapsedTime };
    if (QUIET.has(line.route)) request.log.debug(line, 'request');
    else request.log.info(line, 'request');
  });
}

function routeOf(request: FastifyRequest): string {
  return request.is404 ? 'unknown' : (request.routeOptions.url ?? 'unknown');
}
