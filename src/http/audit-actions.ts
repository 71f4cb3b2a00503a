import type { FastifyRequest } from 'fastify';
import type { Actor, AuditEntry } from '../domain/account.ts';
import type { AuditTrail } from '../ports/audit-trail.ts';
import type { Clock } from '../ports/clock.ts';
import type { HttpServer } from './http-server.ts';

/** What recording needs. */
export interface AuditActionsDeps {
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

/** Routes that record more than a hook can know, in the use cases behind them. */
const RECORDED_ELSEWHERE = /^\/v1\/(session|accounts|keys|privacy)(\/|$)/;
/** Said in the conversation itself, or too fleeting to be worth a line. */
const NOT_RECORDED = /\/(reply|note|typing|presence)$/;
const METHODS: Readonly<Record<string, string>> = {
  POST: 'created',
  PUT: 'replaced',
  PATCH: 'changed',
  DELETE: 'deleted',
};
const PAST: Readonly<Record<string, string>> = {
  claim: 'claimed',
  resolve: 'resolved',
  return: 'returned',
  transfer: 'transferred',
  release: 'released',
  reopen: 'reopened',
  rotate: 'rotated',
  enable: 'enabled',
  replay: 'replayed',
};

/**
 * Records every change that somebody with a role makes through any route, before the answer goes out: claims, transfers,
 * resolves, settings of channels. A route that is added later is recorded without anybody thinking of it.
 */
export function recordActions(app: HttpServer, deps: AuditActionsDeps): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const { actor } = request;
    const action = actor && reply.statusCode < 400 ? actionOf(request) : undefined;
    if (!actor || action === undefined) return;
    const began = Math.floor(deps.clock.now() - reply.elapsedTime);
    if (changedNothing(action, payload, began)) return;
    await deps.audit.append(entryOf(request, actor, action, deps.clock.now())).catch((error: unknown) => {
      // The action is done; telling the client that it failed would make it be done again.
      request.log.error({ error: { message: String(error) }, action }, 'not recorded in the audit trail');
    });
  });
}

/** When it was done, in the hand-off that such an action answers with. */
const DONE_AT: Readonly<Record<string, string>> = {
  'handoff.claimed': 'claimedAt',
  'handoff.resolved': 'closedAt',
  'handoff.returned': 'closedAt',
  'handoff.reopened': 'claimedAt',
  'handoff.transferred': 'toldAt',
};

/** Whether an action was done before it was asked for: a retry, or a second click. @param began epoch milliseconds */
function changedNothing(action: string, payload: unknown, began: number): boolean {
  const field = DONE_AT[action];
  if (field === undefined || typeof payload !== 'string') return false;
  const at = (JSON.parse(payload) as Readonly<Record<string, unknown>>)[field];
  return typeof at === 'number' && at < began;
}

/** `POST /v1/handoffs/:id/claim` is `handoff.claimed`; undefined for what is not recorded here. */
function actionOf({ method, routeOptions: { url } }: FastifyRequest): string | undefined {
  const change = METHODS[method];
  if (!change || !url || RECORDED_ELSEWHERE.test(url) || NOT_RECORDED.test(url)) return undefined;
  const names = url.split('/').filter((part) => part !== '' && part !== 'v1' && !part.startsWith(':'));
  const last = names.at(-1) ?? '';
  const verb = PAST[last];
  const things = verb ? names.slice(0, -1) : names;
  const thing = (things.at(-1) ?? 'server').replace(/s$/, '').replaceAll('-', '_');
  return `${thing}.${verb ?? change}`;
}

function entryOf(request: FastifyRequest, { kind, id, name }: Actor, action: string, at: number): AuditEntry {
  const { id: target } = (request.params ?? {}) as { id?: string };
  const details = detailsOf(request);
  return {
    ...{ at, actor: { kind, id, name }, action, address: request.ip },
    ...(target === undefined ? {} : { target }),
    ...(Object.keys(details).length === 0 ? {} : { details }),
  };
}

/** Of the body only who and where to: the rest may hold what customers said. */
function detailsOf({ body }: FastifyRequest): Record<string, string> {
  const fields = (body ?? {}) as Record<string, unknown>;
  const told = ['agentId', 'toAgentId', 'team'].flatMap((name) => {
    const value = fields[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(told);
}
