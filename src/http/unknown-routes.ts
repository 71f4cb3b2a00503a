import type { FastifyRequest } from 'fastify';
import type { HttpServer } from './http-server.ts';
import { HttpError } from './problem-of-error.ts';

/**
 * Answers what no route matches: 405 with `Allow` where the path exists under another method, 404 elsewhere; before
 * the body is read. Call it before any route is registered.
 */
export function refuseUnknownRoutes(app: HttpServer): void {
  const routes: { readonly methods: readonly string[]; readonly path: RegExp }[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    // Answers preflights of any path, and makes none of them known.
    if (url === '*') return;
    routes.push({ methods: [method].flat(), path: pathPattern(url) });
  });

  const refuse = (request: FastifyRequest) => {
    const path = request.url.split('?', 1)[0];
    const methods = new Set(routes.filter((route) => route.path.test(path)).flatMap((route) => route.methods));
    return methods.size > 0 && !methods.has(request.method) ? methodNotAllowed([...methods]) : notFound();
  };
  app.addHook('onRequest', async (request) => {
    if (request.is404) throw refuse(request);
  });
  // A static file that is not there gets here after the hook above.
  app.setNotFoundHandler((request) => {
    throw refuse(request);
  });
}

function pathPattern(url: string): RegExp {
  const parts = url.split('/').map((part) => {
    if (part.startsWith(':')) return '[^/]+';
    return part === '*' ? '.*' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('/')}$`);
}

function notFound(): HttpError {
  return new HttpError({ status: 404, code: 'not_found', detail: 'There is nothing at this path.' });
}

function methodNotAllowed(methods: readonly string[]): HttpError {
  const allow = [...methods].sort().join(', ');
  const detail = `This path allows ${allow}.`;
  return new HttpError({ status: 405, code: 'method_not_allowed', detail, headers: { allow } });
}
