import type { Registry } from 'prom-client';
import { z } from 'zod';
import type { ConversationStore } from '../ports/conversation-store.ts';
import type { HttpServer } from './http-server.ts';
import { problemResponses } from './problem.ts';
import { HttpError } from './problem-of-error.ts';

/** What the operations routes need. */
export interface HealthRoutesDeps {
  readonly store: Pick<ConversationStore, 'ping'>;
  readonly registry: Registry;
  /** What the engine still waits for; empty when it can answer. */
  readonly notReady: () => readonly string[];
}

const statusAnswer = (status: string) => z.object({ status: z.literal(status) });

/** Routes for whoever operates the server. They are not logged at info level. */
export function registerHealthRoutes(app: HttpServer, deps: HealthRoutesDeps): void {
  app.get('/livez', {
    schema: {
      tags: ['operations'],
      summary: 'Whether the process lives',
      description: 'Restart it when this does not answer.',
      response: { 200: statusAnswer('alive') },
    },
    handler: async () => ({ status: 'alive' }),
  });

  app.get('/readyz', {
    schema: {
      tags: ['operations'],
      summary: 'Whether messages can be answered',
      description: 'Send no traffic while this is 503; `reasons` says what is missing.',
      response: { 200: statusAnswer('ready'), 503: problemResponses(503)[503] },
    },
    handler: async () => {
      const reasons = [...deps.notReady(), ...(await storeReasons(deps.store))];
      if (reasons.length > 0) throw notReadyError(reasons);
      return { status: 'ready' };
    },
  });

  app.get('/metrics', {
    schema: { tags: ['operations'], summary: 'Figures for Prometheus', produces: ['text/plain'] },
    handler: async (_request, reply) => reply.type(deps.registry.contentType).send(await deps.registry.metrics()),
  });
}

/** A 503 that says what the server waits for. */
export function notReadyError(reasons: readonly string[]): HttpError {
  const headers = { 'retry-after': '2' };
  return new HttpError({ status: 503, code: 'not_ready', detail: 'Not ready yet.', reasons, headers });
}

async function storeReasons(store: Pick<ConversationStore, 'ping'>): Promise<string[]> {
  try {
    await store.ping();
    return [];
  } catch {
    return ['the conversation store does not answer'];
  }
}
