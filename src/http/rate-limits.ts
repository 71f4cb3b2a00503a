import rateLimit from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerAddress } from './caller-address.ts';
import type { HttpServer } from './http-server.ts';
import { HttpError } from './problem-of-error.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What names the conversation of a message whose path does not; undefined when nothing does. */
    readonly conversationName?: (request: FastifyRequest) => string | undefined;
  }
}

/** How much one caller may ask for in a minute; 0 for any amount. Each process counts for itself. */
export interface RateLimits {
  /** Requests of one address, or with one shop key. */
  readonly requests: number;
  /** Messages and other changes of one conversation. */
  readonly conversation: number;
  /** Conversations that do not exist, asked for by one address. */
  readonly unknownConversations: number;
}

/**
 * Generous on purpose: behind one address may sit a whole campus. 200 customers who each cause a request every two
 * seconds stay below; so does whoever types a fragment a second. A conversation id has 122 random bits, so that 600
 * guesses a minute find nothing.
 */
export const DEFAULT_RATE_LIMITS: RateLimits = { requests: 6000, conversation: 60, unknownConversations: 600 };

const MINUTE = 60_000;
const CONVERSATION = '/v1/conversations/:id';
/** Nothing is stored or answered, and a page says it with every few keys. */
const TYPING = `${CONVERSATION}/typing`;

type Limiter = ReturnType<HttpServer['createRateLimit']>;
type Spend = (request: FastifyRequest, options?: { increment?: boolean }) => Promise<void>;

/** Refuses with 429 who asks for too much, before anything is read or looked up. */
export async function registerRateLimits(app: HttpServer, limits: RateLimits): Promise<void> {
  await app.register(rateLimit, { global: false, cache: 50_000 });
  const requests = spender(app, limits.requests, callerOf);
  const conversation = spender(app, limits.conversation, (request) => `c:${(request.params as { id: string }).id}`);
  const named = spender(app, limits.conversation, (request) => `n:${conversationNameOf(request)}`);
  const unknown = spender(app, limits.unknownConversations, (request) => `u:${callerAddress(request)}`);

  app.addHook('onRequest', async (request) => {
    const route = request.routeOptions.url;
    // Pages and probes are cheap; channels may be anywhere.
    if (!route || (!route.startsWith('/v1/') && request.method !== 'POST')) return;
    await requests(request);
    if (!route.startsWith(CONVERSATION)) return;
    // Looks only; what counts is how it ends.
    await unknown(request, { increment: false });
    if (request.method === 'POST' && route !== TYPING) await conversation(request);
  });
  // The body says whose conversation it is.
  app.addHook('preHandler', async (request) => {
    if (conversationNameOf(request) !== undefined) await named(request);
  });
  app.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    if (reply.statusCode !== 404 || !request.routeOptions.url?.startsWith(CONVERSATION)) return;
    // The answer is out; that it was one too many is for the next request to hear.
    await unknown(request).catch(() => undefined);
  });
}

function conversationNameOf(request: FastifyRequest): string | undefined {
  return request.routeOptions.config.conversationName?.(request);
}

/** An address, or a shop key that is valid: counting by what a stranger invents would count nothing. */
async function callerOf(request: FastifyRequest): Promise<string> {
  if (request.headers.authorization === undefined) return `a:${callerAddress(request)}`;
  const actor = await request.server.guard.identify(request);
  return actor?.kind === 'key' ? `k:${actor.id}` : `a:${callerAddress(request)}`;
}

function spender(app: HttpServer, max: number, keyOf: (request: FastifyRequest) => string | Promise<string>): Spend {
  if (max === 0) return async () => undefined;
  const limiter: Limiter = app.createRateLimit({ max, timeWindow: MINUTE, keyGenerator: keyOf });
  return async (request, options) => {
    const result = await limiter(request, options);
    if (result.isAllowed || !result.isExceeded) return;
    throw tooMany(result.ttlInSeconds);
  };
}

function tooMany(seconds: number): HttpError {
  const headers = { 'retry-after': `${Math.max(1, seconds)}` };
  const detail = `Too many requests; try again in ${Math.max(1, seconds)} s.`;
  return new HttpError({ status: 429, code: 'too_many_requests', detail, headers });
}
