import type { ChangeDeps } from '../conversation/changes/change-conversation.ts';
import { giveFeedback } from '../conversation/changes/give-feedback.ts';
import type { MessageHandler } from '../conversation/lane/handle-message.ts';
import { conversationView } from '../conversation/views/conversation-view.ts';
import { NotFoundError } from '../domain/errors.ts';
import { conversationAnswer, feedbackAnswer, feedbackRequest } from './conversation-contract.ts';
import { EVENT_STREAM_ANSWER, sendEventStream, wantsEventStream } from './event-stream.ts';
import type { HttpServer } from './http-server.ts';
import { messageAnswer, messageRequest } from './message-contract.ts';
import { problemResponses } from './problem.ts';
import { conversationPath } from './request-fields.ts';

/** What the customer's routes need. */
export interface CustomerRoutesDeps extends ChangeDeps {
  readonly messages: Pick<MessageHandler, 'handle'>;
}

/** Routes for the customer's side: write, read the conversation again, give feedback. */
export function registerCustomerRoutes(app: HttpServer, deps: CustomerRoutesDeps): void {
  registerMessages(app, deps);

  app.get('/v1/conversations/:id', {
    schema: {
      tags: ['customer'],
      summary: 'Read a conversation',
      params: conversationPath,
      response: { 200: conversationAnswer, ...problemResponses(400, 404) },
    },
    handler: async (request) => {
      const { id } = request.params;
      const events = await deps.store.load(id);
      if (events.length === 0) throw new NotFoundError(`there is no conversation ${id}`);
      return conversationView(id, events);
    },
  });

  app.post('/v1/conversations/:id/feedback', {
    schema: {
      tags: ['customer'],
      summary: 'Rate a conversation',
      description: 'A later rating counts instead of an earlier one; the very same again changes nothing.',
      params: conversationPath,
      body: feedbackRequest,
      response: { 200: feedbackAnswer, ...problemResponses(400, 404, 409, 413, 415) },
    },
    handler: async (request) => ({ conversation: await giveFeedback(deps, request.params.id, request.body) }),
  });
}

function registerMessages(app: HttpServer, { messages }: CustomerRoutesDeps): void {
  app.post('/v1/conversations/:id/messages', {
    schema: {
      tags: ['customer'],
      summary: 'Send a message and get the answer',
      description: [
        'The first message starts the conversation. When the answer arrives, the message, the reply and any hand-off',
        'are on disk. The same `messageId` again gives the same answer and does nothing twice; with another text it is',
        'a conflict. A message that looks unfinished waits a moment for the next one: the last message of such a burst',
        'gets the reply, the others get `silent`. With `Accept: text/event-stream` the reply comes as events `reply`',
        '(`{"text"}`, a sentence each; titles come with what follows, and lines that are no sentences together), then',
        '`done` with the whole answer.',
      ].join(' '),
      params: conversationPath,
      body: messageRequest,
      response: {
        200: {
          description: 'The answer; as events where the client accepts them.',
          content: { 'application/json': { schema: messageAnswer }, ...EVENT_STREAM_ANSWER.content },
        },
        ...problemResponses(400, 409, 413, 415, 503),
      },
    },
    handler: async (request, reply) => {
      const answer = await messages.handle(request.params.id, request.body);
      return wantsEventStream(request) ? sendEventStream(reply, answer) : answer;
    },
  });
}
