import { z } from 'zod';
import type { HandoffDeps } from '../conversation/changes/change-handoff.ts';
import { leaveContact } from '../conversation/changes/leave-contact.ts';
import { deskConversation, ordersFor } from '../conversation/views/desk-conversation.ts';
import { deskView } from '../conversation/views/desk-view.ts';
import { suggestReplies } from '../conversation/views/suggest-replies.ts';
import type { Desk } from '../desk/desk.ts';
import { NotFoundError } from '../domain/errors.ts';
import type { PresenceStore } from '../ports/presence-store.ts';
import type { ShopData } from '../ports/shop-data.ts';
import type { Suggest } from '../ports/suggest.ts';
import type { AgentProfiles } from './agent-profiles.ts';
import { actingAgent, actorOf, requireRole } from './auth-guard.ts';
import {
  contactRequest,
  deskAnswer,
  deskConversationAnswer,
  presenceRequest,
  suggestionsAnswer,
} from './desk-contract.ts';
import type { HttpServer } from './http-server.ts';
import { problemResponses } from './problem.ts';
import { conversationPath, handoffPath } from './request-fields.ts';

/** What the desk's routes need. */
export interface DeskRoutesDeps extends HandoffDeps {
  readonly desk: Desk;
  readonly presence: PresenceStore;
  readonly profiles: AgentProfiles;
  /** Without one, there are no orders to show. */
  readonly shopData?: () => ShopData | undefined;
  /** Without one, nothing is suggested. */
  readonly suggest?: Suggest;
}

/** Routes for agents besides the queue: the desk, a conversation in full, presence, suggestions; and contact details. */
export function registerDeskRoutes(app: HttpServer, deps: DeskRoutesDeps): void {
  registerDesk(app, deps);
  registerConversation(app, deps);
  registerPresence(app, deps);
  registerContact(app, deps);
}

function registerDesk(app: HttpServer, { desk, clock }: DeskRoutesDeps): void {
  app.get('/v1/desk', {
    onRequest: requireRole('agent'),
    schema: {
      tags: ['agent'],
      summary: 'Read the desk',
      description: 'Teams, outcomes, quick replies, colleagues, opening, and how long a customer would wait.',
      response: { 200: deskAnswer, ...problemResponses() },
    },
    handler: async () => {
      await desk.refresh();
      return deskView(desk, clock.now());
    },
  });
}

function registerConversation(app: HttpServer, { store, shopData, suggest }: DeskRoutesDeps): void {
  app.get('/v1/desk/conversations/:id', {
    onRequest: requireRole('agent'),
    schema: {
      tags: ['agent'],
      summary: 'Read a conversation as an agent',
      description: 'Every line with what the bot understood, notes, hand-offs and the customer’s orders.',
      params: conversationPath,
      response: { 200: deskConversationAnswer, ...problemResponses(400, 404) },
    },
    handler: async (request) => {
      const { id } = request.params;
      const events = await store.load(id);
      if (events.length === 0) throw new NotFoundError(`there is no conversation ${id}`);
      const conversation = deskConversation(id, events);
      return { ...conversation, orders: await ordersFor(conversation, shopData?.()) };
    },
  });

  app.get('/v1/handoffs/:id/suggestions', {
    onRequest: requireRole('agent'),
    schema: {
      tags: ['agent'],
      summary: 'Look for something to answer',
      description: 'What the knowledge says to the customer’s latest words, best first, with its sources.',
      params: handoffPath,
      response: { 200: suggestionsAnswer, ...problemResponses(400, 404) },
    },
    handler: async (request) => {
      const handoff = await store.getHandoff(request.params.id);
      if (!handoff) throw new NotFoundError(`there is no hand-off ${request.params.id}`);
      if (!suggest) return { suggestions: [] };
      const { conversationId } = handoff;
      return { suggestions: await suggestReplies(conversationId, await store.load(conversationId), suggest) };
    },
  });
}

function registerPresence(app: HttpServer, { presence, profiles, desk, clock }: DeskRoutesDeps): void {
  app.post('/v1/desk/presence', {
    onRequest: requireRole('agent'),
    schema: {
      tags: ['agent'],
      summary: 'Say whether one takes offers',
      description: [
        'An agent who is available is offered what waits. It is a sign of life too: repeat it at least every 30 seconds,',
        'or keep the event stream open. An agent without one for 45 seconds counts as gone: what the agent holds goes',
        'back into the queue.',
      ].join(' '),
      body: presenceRequest,
      response: { 200: z.object({ available: z.boolean() }), ...problemResponses(400, 413, 415) },
    },
    handler: async (request) => {
      const { available, name, teams, languages } = request.body;
      const agentId = actingAgent(request, request.body.agentId);
      const profile = await profiles.find(agentId);
      const actor = actorOf(request);
      await presence.set({
        agentId,
        name: profile?.name ?? (actor.kind === 'agent' ? actor.name : (name ?? agentId)),
        available,
        teams: profile?.teams ?? teams ?? [],
        languages: profile?.languages ?? languages ?? [],
        seenAt: clock.now(),
      });
      await desk.refresh();
      return { available };
    },
  });
}

function registerContact(app: HttpServer, deps: DeskRoutesDeps): void {
  app.post('/v1/conversations/:id/contact', {
    schema: {
      tags: ['customer'],
      summary: 'Leave contact details',
      description:
        'For when nobody is there. The customer is told that they are noted; the same again changes nothing.',
      params: conversationPath,
      body: contactRequest,
      response: { 204: z.null().describe('Noted.'), ...problemResponses(400, 404, 409, 413, 415) },
    },
    handler: async (request, reply) => {
      await leaveContact(deps, request.params.id, request.body);
      return reply.code(204).send(null);
    },
  });
}
