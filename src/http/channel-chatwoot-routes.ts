import { createHmac } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AgentBot } from '../channels/chatwoot/agent-bot.ts';
import type { ChatwootAccount } from '../channels/chatwoot/chatwoot-account.ts';
import { readChatwootEvent } from '../channels/chatwoot/chatwoot-event.ts';
import { isSameSecret } from '../channels/is-same-secret.ts';
import type { Clock } from '../ports/clock.ts';
import { forbidden } from './auth-guard.ts';
import type { HttpServer } from './http-server.ts';
import { HttpError } from './problem-of-error.ts';

/** What the webhook of Chatwoot needs. */
export interface ChatwootRoutesDeps {
  readonly bots: readonly AgentBot[];
  readonly clock: Clock;
}

/** Chatwoot sends the conversation along with every message. */
const BODY_LIMIT = 1024 * 1024;
/** A signed webhook that is older than this is a recording, seconds. */
const MOST_AGE = 300;
const path = z.strictObject({ token: z.string().max(200) });

/** The webhook of an agent bot: `/v1/channels/chatwoot/{token}` is what one enters there as its URL. */
export async function registerChatwootRoutes(app: HttpServer, { bots, clock }: ChatwootRoutesDeps): Promise<void> {
  await app.register(async (scope) => {
    acceptRawJson(scope);
    (scope as HttpServer).post('/v1/channels/chatwoot/:token', {
      bodyLimit: BODY_LIMIT,
      schema: { hide: true, params: path } as { params: typeof path },
      handler: async (request) => {
        const bot = bots.find(({ account }) => isSameSecret(request.params.token, account.token));
        if (!bot) throw new HttpError({ status: 404, code: 'not_found', detail: 'There is nothing at this path.' });
        const body = String(request.body);
        refuseUnsigned(bot.account, request, body, clock.now());
        const event = readChatwootEvent(parse(body), clock.now());
        // Anything but success makes Chatwoot open the conversation; what is of no interest is no failure.
        if (!event) return { taken: false };
        await bot.receive(event);
        return { taken: true };
      },
    });
  });
}

/** As text: a signature covers the bytes and not their meaning. */
function acceptRawJson(scope: FastifyInstance): void {
  scope.removeContentTypeParser('application/json');
  const options = { parseAs: 'string', bodyLimit: BODY_LIMIT } as const;
  scope.addContentTypeParser('application/json', options, (_request, body, done) => done(null, body));
}

function refuseUnsigned({ webhookSecret }: ChatwootAccount, request: FastifyRequest, body: string, now: number): void {
  if (webhookSecret === undefined) return;
  const timestamp = String(request.headers['x-chatwoot-timestamp'] ?? '');
  const hmac = createHmac('sha256', webhookSecret).update(`${timestamp}.${body}`).digest('hex');
  const isFresh = Math.abs(now / 1_000 - Number(timestamp)) <= MOST_AGE;
  if (isFresh && isSameSecret(String(request.headers['x-chatwoot-signature'] ?? ''), `sha256=${hmac}`)) return;
  throw forbidden('The signature is not that of Chatwoot.');
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new HttpError({ status: 400, code: 'invalid_input', detail: 'body is not valid JSON' });
  }
}
