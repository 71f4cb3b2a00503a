import { z } from 'zod';
import type { AuthDeps } from '../auth/auth-deps.ts';
import { changeAccount, createAccount, deleteAccount } from '../auth/manage-accounts.ts';
import { accountAnswer, accountPatch, accountPath, accountsAnswer, newAccountRequest } from './auth-contract.ts';
import { actorOf, requireRole } from './auth-guard.ts';
import type { HttpServer } from './http-server.ts';
import { problemResponses } from './problem.ts';

/** Routes for admins: who may log in, and as what. */
export function registerAccountRoutes(app: HttpServer, deps: AuthDeps): void {
  app.get('/v1/accounts', {
    onRequest: requireRole('admin'),
    schema: { tags: ['admin'], summary: 'List accounts', response: { 200: accountsAnswer, ...problemResponses() } },
    handler: async () => ({ accounts: await deps.accounts.listAccounts() }),
  });

  app.post('/v1/accounts', {
    onRequest: requireRole('admin'),
    schema: {
      tags: ['admin'],
      summary: 'Make an account',
      body: newAccountRequest,
      response: { 201: accountAnswer, ...problemResponses(400, 409, 413, 415) },
    },
    handler: async (request, reply) => {
      reply.code(201);
      return createAccount(deps, actorOf(request), request.body);
    },
  });

  app.patch('/v1/accounts/:id', {
    onRequest: requireRole('admin'),
    schema: {
      tags: ['admin'],
      summary: 'Change an account',
      description: 'Another password, or `disabled`, logs the person out everywhere. The last admin must stay one.',
      params: accountPath,
      body: accountPatch,
      response: { 200: accountAnswer, ...problemResponses(400, 404, 409, 413, 415) },
    },
    handler: async (request) => changeAccount(deps, actorOf(request), request.params.id, request.body),
  });

  app.delete('/v1/accounts/:id', {
    onRequest: requireRole('admin'),
    schema: {
      tags: ['admin'],
      summary: 'Delete an account',
      description: 'The name becomes free. Old conversations still tell who answered.',
      params: accountPath,
      response: { 204: z.null().describe('Deleted.'), ...problemResponses(400, 404, 409) },
    },
    handler: async (request, reply) => {
      await deleteAccount(deps, actorOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  });
}
