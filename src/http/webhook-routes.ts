import { z } from 'zod';
import {
  addEndpoint,
  deadLettersOf,
  type EndpointDeps,
  enableEndpoint,
  removeEndpoint,
  replayDeadLetter,
  rotateSecret,
} from '../channels/webhook/manage-endpoints.ts';
import { requireRole } from './auth-guard.ts';
import type { HttpServer } from './http-server.ts';
import { problemResponses } from './problem.ts';
import {
  deadLetterPath,
  deadLettersAnswer,
  deadLettersQuery,
  deadLetterView,
  webhookAnswer,
  webhookPath,
  webhookRequest,
  webhooksAnswer,
  webhookView,
  webhookViewWithSecret,
  webhookWithSecret,
} from './webhook-contract.ts';

/** What the routes need: managing endpoints, and somebody to tell that there is something to send. */
export interface WebhookRoutesDeps extends EndpointDeps {
  readonly wake: () => void;
}

const TAGS = ['webhooks'];
const onRequest = requireRole('admin');

/** Routes for whoever connects other systems: endpoints of webhooks, and what could not be delivered. */
export function registerWebhookRoutes(app: HttpServer, deps: WebhookRoutesDeps): void {
  registerEndpoints(app, deps);
  registerEndpointActions(app, deps);
  registerDeadLetters(app, deps);
}

function registerEndpoints(app: HttpServer, deps: WebhookRoutesDeps): void {
  app.get('/v1/webhooks', {
    onRequest,
    schema: { tags: TAGS, summary: 'List webhook endpoints', response: { 200: webhooksAnswer, ...problemResponses() } },
    handler: async () => ({ webhooks: (await deps.endpoints.list()).map(webhookView) }),
  });
  app.post('/v1/webhooks', {
    onRequest,
    schema: {
      tags: TAGS,
      summary: 'Add a webhook endpoint',
      description: [
        'It is told what happens from now on, signed after Standard Webhooks, at least once and in no promised order.',
        'The answer shows the secret, once.',
      ].join(' '),
      body: webhookRequest,
      response: { 201: webhookWithSecret, ...problemResponses(400, 409, 413, 415) },
    },
    handler: async (request, reply) => {
      const { personalData, ...wanted } = request.body;
      const endpoint = await addEndpoint(deps, { ...wanted, unmasked: personalData === 'full' });
      return reply.code(201).send(webhookViewWithSecret(endpoint));
    },
  });
  app.delete('/v1/webhooks/:id', {
    onRequest,
    schema: {
      tags: TAGS,
      summary: 'Remove a webhook endpoint with all that waits for it',
      params: webhookPath,
      response: { 204: z.undefined(), ...problemResponses(400, 404) },
    },
    handler: async (request, reply) => {
      await removeEndpoint(deps, request.params.id);
      return reply.code(204).send();
    },
  });
}

function registerEndpointActions(app: HttpServer, deps: WebhookRoutesDeps): void {
  app.post('/v1/webhooks/:id/rotate', {
    onRequest,
    schema: {
      tags: TAGS,
      summary: 'Change the secret of an endpoint',
      description: 'For a day, what is sent is signed with the old secret, too.',
      params: webhookPath,
      response: { 200: webhookWithSecret, ...problemResponses(400, 404) },
    },
    handler: async (request) => webhookViewWithSecret(await rotateSecret(deps, request.params.id)),
  });
  app.post('/v1/webhooks/:id/enable', {
    onRequest,
    schema: {
      tags: TAGS,
      summary: 'Send to an endpoint again that had answered 410',
      description: 'It hears what happens from now on; what waited when it was disabled is among the dead letters.',
      params: webhookPath,
      response: { 200: webhookAnswer, ...problemResponses(400, 404) },
    },
    handler: async (request) => webhookView(await enableEndpoint(deps, request.params.id)),
  });
}

function registerDeadLetters(app: HttpServer, deps: WebhookRoutesDeps): void {
  app.get('/v1/webhooks/dead-letters', {
    onRequest,
    schema: {
      tags: TAGS,
      summary: 'List webhooks, or lines of channels, that were given up',
      querystring: deadLettersQuery,
      response: { 200: deadLettersAnswer, ...problemResponses(400) },
    },
    handler: async ({ query }) => ({
      deadLetters: (await deadLettersOf(deps, query)).map(deadLetterView),
    }),
  });
  app.post('/v1/webhooks/dead-letters/:id/replay', {
    onRequest,
    schema: {
      tags: TAGS,
      summary: 'Send again what was given up',
      description: 'A webhook keeps its `webhook-id`, so that a receiver which had it after all knows it.',
      params: deadLetterPath,
      response: { 202: z.object({ id: z.string() }), ...problemResponses(400, 404) },
    },
    handler: async (request, reply) => {
      await replayDeadLetter(deps, request.params.id);
      deps.wake();
      return reply.code(202).send({ id: request.params.id });
    },
  });
}
