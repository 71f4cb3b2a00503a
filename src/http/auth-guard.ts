import type { FastifyRequest, RouteOptions } from 'fastify';
import { type Actor, mayAct, ROLES, type Role } from '../domain/account.ts';
import type { HttpServer } from './http-server.ts';
import { problemResponses } from './problem.ts';
import { HttpError } from './problem-of-error.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who acts; set by `requireRole`, so undefined on routes without it. */
    actor: Actor | undefined;
  }
  interface FastifyInstance {
    /** Finds out who a request comes from. */
    guard: Guard;
  }
}

/** Finds out who a request comes from. */
export interface Guard {
  /**
   * Undefined when the request names nobody.
   * @throws HttpError when it names somebody in a way that must not be believed, such as a foreign page.
   */
  identify(request: FastifyRequest): Promise<Actor | undefined>;
}

/** Lets everybody do everything: for tests, and for nothing that is reachable from outside. */
export const openGuard: Guard = {
  identify: async () => ({ kind: 'open', id: 'open', name: 'open', roles: ROLES }),
};

/** The roles that a hook made by `requireRole` asks for; how the API description learns of them. */
const askedRoles = new WeakMap<object, readonly Role[]>();

/** Teaches the application who is who. Call it before any route is registered. */
export function registerGuard(app: HttpServer, guard: Guard): void {
  app.decorate('guard', guard);
  app.decorateRequest('actor', undefined);
  app.addHook('onRoute', describeAccess);
}

/**
 * A route hook that lets only these roles and admins pass, and sets `request.actor`. Use it as `onRequest`, so that a
 * stranger's body is not even read.
 */
export function requireRole(...roles: readonly Role[]) {
  const hook = async (request: FastifyRequest): Promise<void> => {
    const actor = await request.server.guard.identify(request);
    if (!actor) throw unauthorized();
    if (!mayAct(actor, roles)) throw forbidden(`This takes the role ${roles.join(' or ')}.`);
    request.actor = actor;
  };
  askedRoles.set(hook, roles);
  return hook;
}

/**
 * Whether the actor of an answer that goes on for hours may still have it: a session ends, a key is revoked, a role is
 * taken away. Asking keeps a session alive.
 */
export async function mayStill(request: FastifyRequest, ...roles: readonly Role[]): Promise<boolean> {
  const actor = await request.server.guard.identify(request);
  return actor !== undefined && mayAct(actor, roles);
}

/** The actor of a route behind `requireRole`. */
export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new Error(`the route ${request.routeOptions.url} does not require a role`);
  return request.actor;
}

/**
 * The agent on whose behalf a request acts: whoever is logged in, or the one a program names.
 * @param named `agentId` of the body
 * @throws HttpError 403 when somebody logged in names another; 400 when a program names nobody.
 */
export function actingAgent(request: FastifyRequest, named: string | undefined): string {
  const actor = actorOf(request);
  if (actor.kind === 'agent') {
    if (named !== undefined && named !== actor.id) throw forbidden('agentId must be your own, or absent.');
    return actor.id;
  }
  if (named === undefined) {
    const errors = [{ field: 'agentId', message: 'is required with a shop key' }];
    throw new HttpError({ status: 400, code: 'invalid_input', detail: 'agentId is required with a shop key', errors });
  }
  return named;
}

/** 403, with a reason in words. */
export function forbidden(detail: string): HttpError {
  return new HttpError({ status: 403, code: 'forbidden', detail });
}

/** 401; the header tells programs how to name themselves. */
export function unauthorized(detail = 'Log in, or send a shop key.'): HttpError {
  const headers = { 'www-authenticate': 'Bearer realm="xiaoer"' };
  return new HttpError({ status: 401, code: 'unauthorized', detail, headers });
}

/** Writes into the API description what `requireRole` enforces, so that the two cannot differ. */
function describeAccess(route: RouteOptions): void {
  const hooks = [route.onRequest, route.preHandler].flat();
  const roles = hooks.flatMap((hook) => (hook ? [askedRoles.get(hook)] : [])).find((asked) => asked !== undefined);
  if (!roles || !route.schema) return;
  const schema = route.schema as { description?: string; security?: unknown; response?: Record<string, unknown> };
  const access = `For ${[...new Set([...roles, 'admin'])].join(', ')}.`;
  schema.description = schema.description ? `${schema.description} ${access}` : access;
  schema.security = [{ session: [] }, { shopKey: [] }];
  schema.response = { ...problemResponses(401, 403), ...schema.response };
}
