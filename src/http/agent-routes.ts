import type { z } from 'zod';
import type { HandoffDeps } from '../conversation/changes/change-handoff.ts';
import {
  type ActingAgent,
  addNote,
  claimHandoff,
  reopenHandoff,
  replyToHandoff,
  resolveHandoff,
  returnHandoff,
} from '../conversation/changes/handoff-actions.ts';
import { releaseHandoff, transferHandoff } from '../conversation/changes/handoff-moves.ts';
import { handoffView } from '../conversation/views/handoff-view.ts';
import { NotFoundError } from '../domain/errors.ts';
import type { Handoff } from '../domain/handoff.ts';
import type { PresenceStore } from '../ports/presence-store.ts';
import { actingAgent, actorOf, requireRole } from './auth-guard.ts';
import {
  agentReplyRequest,
  agentRequest,
  handoffAnswer,
  handoffsAnswer,
  handoffsQuery,
  noteRequest,
  resolveRequest,
  transferRequest,
} from './handoff-contract.ts';
import type { HttpServer } from './http-server.ts';
import { problemResponses } from './problem.ts';
import { handoffPath } from './request-fields.ts';

/** What the routes need: `presence` of agents who have shown themselves before is kept by what they do. */
export interface AgentRoutesDeps extends HandoffDeps {
  /** Told when an agent has given a conversation back to the bot. */
  readonly onReturned: (conversationId: string) => void;
  readonly presence: Pick<PresenceStore, 'beat'>;
}

/** Routes for the people who take over: the queue, and what can be done with a hand-off. */
export function registerAgentRoutes(app: HttpServer, deps: AgentRoutesDeps): void {
  registerQueue(app, deps);
  registerTalk(app, deps);
  registerMoves(app, deps);
}

function registerTalk(app: HttpServer, deps: AgentRoutesDeps): void {
  registerAction(app, deps, {
    action: 'claim',
    summary: 'Take over a conversation',
    description: 'Of several agents who claim at once exactly one succeeds. Claiming again changes nothing.',
    body: agentRequest,
    run: (id, agent) => claimHandoff(deps, id, agent),
  });
  registerAction(app, deps, {
    action: 'reply',
    summary: 'Say something to the customer',
    description: 'For the agent who holds the hand-off. The same `messageId` again changes nothing.',
    body: agentReplyRequest,
    run: (id, agent, { text, messageId }) => replyToHandoff(deps, id, { ...agent, text, messageId }),
  });
  registerAction(app, deps, {
    action: 'note',
    summary: 'Note something for colleagues',
    description: 'The customer never sees it. The same `noteId` again changes nothing.',
    body: noteRequest,
    run: (id, agent, { text, noteId }) => addNote(deps, id, { ...agent, text, noteId }),
  });
}

function registerMoves(app: HttpServer, deps: AgentRoutesDeps): void {
  registerAction(app, deps, {
    action: 'resolve',
    summary: 'Close a hand-off as dealt with',
    description: "The customer is asked for a rating; the customer's next message starts with the bot again.",
    body: resolveRequest,
    run: (id, { agentId }, { outcome }) => resolveHandoff(deps, id, { agentId, outcome }),
  });
  registerAction(app, deps, {
    action: 'return',
    summary: 'Give the conversation back to the bot',
    description:
      'The bot answers what the customer has asked and nobody has answered, if it can, and from the next message on.',
    body: agentRequest,
    async run(id, { agentId }) {
      const handoff = await returnHandoff(deps, id, agentId);
      deps.onReturned(handoff.conversationId);
      return handoff;
    },
  });
  registerAction(app, deps, {
    action: 'transfer',
    summary: 'Pass it on to another team or a colleague',
    description: [
      'It waits again and keeps its place. A colleague is offered it for a while, also while pausing; then, or once the',
      'colleague is gone, the next agent is offered it. A colleague who is not online already is refused with 409.',
    ].join(' '),
    body: transferRequest,
    run: (id, { agentId }, { team, toAgentId, note }) => transferHandoff(deps, id, { agentId, team, toAgentId, note }),
  });
  registerAction(app, deps, {
    action: 'release',
    summary: 'Put it back into the queue, or decline an offer',
    description: 'It keeps its place in the queue.',
    body: agentRequest,
    run: (id, { agentId }) => releaseHandoff(deps, id, agentId),
  });
  registerAction(app, deps, {
    action: 'reopen',
    summary: 'Take a closed hand-off up again',
    description: 'The agent holds it at once.',
    body: agentRequest,
    run: (id, agent) => reopenHandoff(deps, id, agent),
  });
}

function registerQueue(app: HttpServer, { store }: HandoffDeps): void {
  app.get('/v1/handoffs', {
    onRequest: requireRole('agent'),
    schema: {
      tags: ['agent'],
      summary: 'List hand-offs',
      querystring: handoffsQuery,
      response: { 200: handoffsAnswer, ...problemResponses(400) },
    },
    handler: async (request) => {
      const { mine, agentId, ...filter } = request.query;
      const own = mine ? { agentId: actingAgent(request, agentId) } : {};
      const handoffs = await store.listHandoffs({ ...filter, ...own });
      return { handoffs: handoffs.map(handoffView) };
    },
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

type ActionBody = z.ZodType<{ readonly agentId?: string; readonly agentName?: string }>;

interface Action<Body extends ActionBody> {
  readonly action: string;
  readonly summary: string;
  readonly description: string;
  readonly body: Body;
  readonly run: (handoffId: string, agent: ActingAgent, body: z.output<Body>) => Promise<Handoff>;
}

function registerAction<Body extends ActionBody>(
  app: HttpServer,
  { presence, clock }: AgentRoutesDeps,
  action: Action<Body>,
): void {
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
      const actor = actorOf(request);
      const agent = {
        agentId: actingAgent(request, body.agentId),
        agentName: actor.kind === 'agent' ? actor.name : body.agentName,
      };
      const beat = () => presence.beat(agent.agentId, clock.now());
      const isHere = actor.kind === 'agent';
      // Whoever acts is there. First: a sweep meanwhile must not take for gone who has just claimed.
      if (isHere) await beat();
      const handoff = await action.run(request.params.id, agent, body);
      // A key may name anybody: only what succeeds tells of the agent.
      if (!isHere) await beat();
      return handoffView(handoff);
    },
  });
}
