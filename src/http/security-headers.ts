import helmet from '@fastify/helmet';
import type { FastifyRequest } from 'fastify';
import type { HttpServer } from './http-server.ts';

/** Our own files and nothing inline; `blob:` and `data:` images for what a page draws or previews itself. */
const PAGE = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** By the beginning of the path; what is not a page needs nothing at all. */
const POLICIES: readonly (readonly [path: string, policy: string])[] = [
  // Whoever could frame the console could make an agent click on what he does not see.
  ['/console', `${PAGE}; frame-ancestors 'none'`],
  ['/v1/', "default-src 'none'; frame-ancestors 'none'"],
  ['/openapi.json', "default-src 'none'; frame-ancestors 'none'"],
  // The chat page and the demo shop; a shop may show them within its own pages of this server.
  ['/', `${PAGE}; frame-ancestors 'self'`],
];

/** Security headers on every answer: helmet's, and a content security policy by page. /docs brings a policy of its own. */
export async function registerSecurityHeaders(app: HttpServer): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    // What other names below this one do is not for us to say.
    strictTransportSecurity: { includeSubDomains: false },
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('content-security-policy', policyOf(request));
    // What customers and agents say must not stay in a browser or a proxy. Pages decide for themselves.
    if (request.url.startsWith('/v1/')) reply.header('cache-control', 'no-store');
  });
}

function policyOf({ url }: FastifyRequest): string {
  return (POLICIES.find(([path]) => url.startsWith(path)) ?? POLICIES[POLICIES.length - 1])[1];
}
