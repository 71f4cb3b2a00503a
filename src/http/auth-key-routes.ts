import type { AuthDeps } from '../auth/auth-deps.ts';
import { createShopKey, revokeShopKey } from '../auth/shop-keys.ts';
import {
  auditAnswer,
  auditQuery,
  keyAnswer,
  keyPath,
  keysAnswer,
  newKeyAnswer,
  newKeyRequest,
} from './auth-contract.ts';
import { actorOf, requireRole } from './auth-guard.ts';
import type { HttpServer } from './http-server.ts';
import { problemResponses } from './problem.ts';

/** Routes for admins: the keys of programs, and the trail of what was done. */
export function registerKeyRoutes(app: HttpServer, deps: AuthDeps): void {
  app.get('/v1/keys', {
    onRequest: requireRole('admin'),
    schema: { tags: ['admin'], summary: 'List shop keys', response: { 200: keysAnswer, ...problemResponses() } },
    handler: async () => ({ keys: await deps.accounts.listKeys() }),
  });

  app.post('/v1/keys', {
    onRequest: requireRole('admin'),
    schema: {
      tags: ['admin'],
      summary: 'Make a shop key',
      description: 'The key is in this answer and nowhere else: only its hash is kept.',
      body: newKeyRequest,
      response: { 201: newKeyAnswer, ...problemResponses(400, 413, 415) },
    },
    handler: async (request, reply) => {
      reply.code(201);
      return createShopKey(deps, actorOf(request), request.body);
    },
  });

  app.delete('/v1/keys/:id', {
    onRequest: requireRole('admin'),
    schema: {
      tags: ['admin'],
      summary: 'Revoke a shop key',
      description: 'For good, from this moment on.',
      params: keyPath,
      response: { 200: keyAnswer, ...problemResponses(400, 404) },
    },
    handler: async (request) => revokeShopKey(deps, actorOf(request), request.params.id),
  });

  app.get('/v1/audit', {
    onRequest: requireRole('admin'),
    schema: {
      tags: ['admin'],
      summary: 'Read who did what',
      description: "Entries are never changed. They hold nothing of what customers wrote, and no customer's id.",
      querystring: auditQuery,
      response: { 200: auditAnswer, ...problemResponses(400) },
    },
    handler: async ({ query: { actor, ...filter } }) => ({
      entries: await deps.audit.list({ ...filter, actorId: actor }),
    }),
  });
}
