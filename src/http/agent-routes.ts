import type { z } from 'zod';
import type { ChangeDeps } from '../conversation/change-conversation.ts';
import { claimHandoff, replyToHandoff, resolveHandoff, returnHandoff } from '../conversation/handoff-actions.ts';
import { handoffView } from '../conversation/handoff-view.ts';
import { NotFoundError } from '../domain/errors.ts';
import type { Handoff } from '../domain/handoff.ts';
import { actingAgent, requireRole } from './auth-guard.ts';
import {
  agentReplyRequest,
  agentRequest,
  handoffAnswer,
  handoffsAnswer,
  handoffsQuery,
  resolveRequest,
} from './handoff-contract.ts';
import type { HttpServer } from './http-server.ts';
import { problemResponses } from './problem.ts';
import { handoffPath } from './request-fields.ts';

/** Routes for the people who take over: the queue, and what can be done with a hand-off. */
export function registerAgentRoutes(app: HttpServer, deps: ChangeDeps): void {
  registerQueue(app, deps);
  registerAction(app, {
    action: 'claim',
    summary: 'Take over a conversation',
    description: 'Of several agents who claim at once exactly one succeeds. Claiming again changes nothing.',
    body: agentRequest,
    run: (id, agentId) => claimHandoff(deps, id, agentId),
  });
  registerAction(app, {
    action: 'reply',
    summary: 'Say something to the customer',
    description: 'For the agent who holds the hand-off. The same `messageId` again changes nothing.',
    body: agentReplyRequest,
    run: (id, agentId, reply) => replyToHandoff(deps, id, { ...reply, agentId }),
  });
  registerAction(app, {
    action: 'resolve',
    summary: 'Close a hand-off as dealt with',
    description: "The customer's next message starts with the bot again.",
    body: resolveRequest,
    run: (id, agentId, resolution) => resolveHandoff(deps, id, { ...resolution, agentId }),
  });
  registerAction(app, {
    action: 'return',
    summary: 'Give the conversation back to the bot',
    description: 'The bot answers from the next message on.',
    body: agentRequest,
    run: (id, agentId) => returnHandoff(deps, id, agentId),
  });
}

function registerQueue(app: HttpServer, { store }: ChangeDeps): void {
  app.get('/v1/handoffs', {
    onRequest: requireRole('agent'),
    schema: {
      tags: ['agent'],
      summary: 'List hand-offs',
      querystring: handoffsQuery,
      response: { 200: handoffsAnswer, ...problemResponses(400) },
    },
    handler: async (request) => ({
      handoffs: (await store.listHandoffs(request.query)).map(handoffView),
    }),
  });

  app.get('/v1/handoffs/:id', {
    onRequest: requireRole('agent'),
    schema: {
      tags: ['agent'],
      summary: 'Read a hand-off',
      params: handoffPath,
      response: { 200: handoffAnswer, ...problemResponses(400, 404) },
    },
    handler: async (request) => {
      const handoff = await store.getHandoff(request.params.id);
      if (!handoff) throw new NotFoundError(`there is no hand-off ${request.params.id}`);
      return handoffView(handoff);
    },
  });
}

type ActionBody = z.ZodType<{ readonly agentId?: string }>;

interface Action<Body extends ActionBody> {
  readonly action: string;
  readonly summary: string;
  readonly description: string;
  readonly body: Body;
  readonly run: (handoffId: string, agentId: string, body: z.output<Body>) => Promise<Handoff>;
}

function registerAction<Body extends ActionBody>(app: HttpServer, action: Action<Body>): void {
  app.post(`/v1/handoffs/:id/${action.action}`, {
    onRequest: requireRole('agent'),
    schema: {
      tags: ['agent'],
      summary: action.summary,
      description: `${action.description} Answers with the hand-off.`,
      params: handoffPath,
      body: action.body,
      response: { 200: handoffAnswer, ...problemResponses(400, 404, 409, 413, 415) },
    },
    handler: async (request) => {
      const body = request.body as z.output<Body>;
      return handoffView(await action.run(request.params.id, actingAgent(request, body.agentId), body));
    },
  });
}
