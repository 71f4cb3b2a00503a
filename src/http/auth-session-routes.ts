import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AuthDeps } from '../auth/auth-deps.ts';
import { logIn } from '../auth/log-in.ts';
import { changeOwnPassword } from '../auth/manage-accounts.ts';
import { endSession } from '../auth/session.ts';
import { type Account, ROLES } from '../domain/account.ts';
import { passwordRequest, sessionAnswer, sessionRequest } from './auth-contract.ts';
import { actorOf, forbidden, requireRole, unauthorized } from './auth-guard.ts';
import { callerAddress } from './caller-address.ts';
import type { HttpServer } from './http-server.ts';
import { refuseForeignPages } from './own-pages.ts';
import { problemResponses } from './problem.ts';
import { HttpError } from './problem-of-error.ts';
import { clearSessionCookie, sessionToken, setSessionCookie } from './session-cookie.ts';

/** Routes to log in, to see who one is, to change the own password and to log out. */
export function registerSessionRoutes(app: HttpServer, deps: AuthDeps): void {
  app.post('/v1/session', {
    onRequest: async (request) => refuseForeignPages(request),
    schema: {
      tags: ['account'],
      summary: 'Log in',
      description: `Sets the cookie \`xiaoer_session\`. After some failures, whoever tries again must wait (429).`,
      body: sessionRequest,
      response: { 200: sessionAnswer, ...problemResponses(400, 401, 403, 413, 415, 429) },
    },
    handler: async (request, reply) => enter(deps, request, reply, request.body),
  });

  app.get('/v1/session', {
    onRequest: requireRole(...ROLES),
    schema: { tags: ['account'], summary: 'See who is logged in', response: { 200: sessionAnswer } },
    handler: async (request) => {
      const actor = actorOf(request);
      const account = actor.kind === 'agent' ? await deps.accounts.getAccount(actor.id) : undefined;
      if (account) return sessionView(account);
      return {
        agent: { id: actor.id, name: actor.name, login: actor.name, roles: actor.roles, teams: [], languages: [] },
      };
    },
  });

  app.delete('/v1/session', {
    onRequest: async (request) => refuseForeignPages(request),
    schema: {
      tags: ['account'],
      summary: 'Log out',
      response: { 204: z.null().describe('Logged out, or never logged in.'), ...problemResponses(403) },
    },
    handler: async (request, reply) => {
      const token = sessionToken(request);
      if (token !== undefined) await endSession(deps, token, request.ip);
      clearSessionCookie(request, reply);
      return reply.code(204).send(null);
    },
  });

  registerPassword(app, deps);
}

function registerPassword(app: HttpServer, deps: AuthDeps): void {
  app.post('/v1/session/password', {
    onRequest: requireRole(...ROLES),
    schema: {
      tags: ['account'],
      summary: 'Change the own password',
      description: 'Ends all sessions of the account and begins a new one here.',
      body: passwordRequest,
      response: { 200: sessionAnswer, ...problemResponses(400, 413, 415, 429) },
    },
    handler: async (request, reply) => {
      const actor = actorOf(request);
      const account = actor.kind === 'agent' ? await deps.accounts.getAccount(actor.id) : undefined;
      if (!account) throw forbidden('Only people have a password.');
      const { password, newPassword } = request.body;
      const change = await changeOwnPassword(deps, account, { present: password, next: newPassword });
      if (change.outcome === 'wait') throw tooManyAttempts(change.ms);
      if (change.outcome === 'wrong') throw forbidden('The present password is wrong.');
      return enter(deps, request, reply, { name: account.name, password: newPassword });
    },
  });
}

async function enter(
  deps: AuthDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  credentials: { readonly name: string; readonly password: string },
) {
  const address = request.ip;
  const result = await logIn(deps, { ...credentials, address, countedBy: callerAddress(request) });
  if (result.outcome === 'wait') throw tooManyAttempts(result.ms);
  if (result.outcome === 'wrong') throw unauthorized('The name or the password is wrong.');
  setSessionCookie(request, reply, result.token);
  return sessionView(result.account);
}

function sessionView({ id, displayName, name, roles, teams, languages }: Account) {
  return { agent: { id, name: displayName, login: name, roles, teams, languages } };
}

function tooManyAttempts(ms: number): HttpError {
  const seconds = Math.ceil(ms / 1000);
  const detail = `Too many failed attempts; try again in ${seconds} s.`;
  return new HttpError({ status: 429, code: 'too_many_attempts', detail, headers: { 'retry-after': `${seconds}` } });
}
