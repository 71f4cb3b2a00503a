import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerChat, type ChatAnswer, type ChatDeps } from '../channels/openai/answer-chat.ts';
import type { Actor } from '../domain/account.ts';
import { NotFoundError } from '../domain/errors.ts';
import { replyChunks } from '../text/reply-chunks.ts';
import { unauthorized } from './auth-guard.ts';
import {
  type ChatCompletion,
  type ChatRequestBody,
  chatCompletion,
  chatRequest,
  modelAnswer,
  modelsAnswer,
} from './channel-openai-contract.ts';
import { handleOpenAiError, openAiErrors } from './channel-openai-error.ts';
import { EVENT_STREAM } from './event-stream.ts';
import type { HttpServer } from './http-server.ts';

const MODEL = { id: 'xiaoer', object: 'model', created: 1_795_824_000, owned_by: 'xiaoer' } as const;
const TAGS = ['channels'];
/** Whole chats come with every request. */
const BODY_LIMIT = 1024 * 1024;

/** Routes for clients of the OpenAI API: the front desk as a model. */
export async function registerOpenAiRoutes(app: HttpServer, deps: ChatDeps): Promise<void> {
  await app.register(async (scope) => {
    scope.setErrorHandler(handleOpenAiError);
    registerModels(scope as HttpServer);
    registerCompletions(scope as HttpServer, deps);
  });
}

function registerModels(app: HttpServer): void {
  app.get('/v1/models', {
    onRequest: identified,
    schema: { tags: TAGS, summary: 'List models', response: { 200: modelsAnswer, ...openAiErrors(401) } },
    handler: async () => ({ object: 'list' as const, data: [MODEL] }),
  });
  app.get<{ Params: { model: string } }>('/v1/models/:model', {
    onRequest: identified,
    schema: { tags: TAGS, summary: 'Read a model', response: { 200: modelAnswer, ...openAiErrors(401, 404) } },
    handler: async (request) => {
      if (request.params.model !== MODEL.id) throw new NotFoundError('there is one model: xiaoer');
      return MODEL;
    },
  });
}

function registerCompletions(app: HttpServer, deps: ChatDeps): void {
  app.post('/v1/chat/completions', {
    onRequest: identified,
    config: {
      conversationName(request) {
        const name = nameOf(request, request.body as ChatRequestBody);
        return name && `${clients.get(request)}\n${name}`;
      },
    },
    bodyLimit: BODY_LIMIT,
    schema: {
      tags: TAGS,
      summary: 'Answer a chat, as the OpenAI API does',
      description: [
        'For clients that speak the OpenAI API. The conversation is named by `metadata.conversation_id`, the header',
        '`x-conversation-id` or `user`; without a name it is found by the messages before the last. What was said before',
        'is not stored twice. `Idempotency-Key` makes a repeated request harmless. Takes any shop key.',
      ].join(' '),
      body: chatRequest,
      response: {
        200: {
          description: 'The answer; with `stream: true` as chunks.',
          content: { 'application/json': { schema: chatCompletion }, [EVENT_STREAM]: { schema: z.string() } },
        },
        ...openAiErrors(400, 401, 409, 413, 415, 503),
      },
    },
    handler: async (request, reply) => {
      const body = request.body;
      const answer = await answerChat(deps, {
        client: clients.get(request) ?? '',
        messages: body.messages,
        name: nameOf(request, body),
        idempotencyKey: header(request, 'idempotency-key'),
      });
      const completion = completionOf(body, answer, { id: `chatcmpl-${deps.newId()}`, now: deps.clock.now() });
      return body.stream ? sendChunks(reply, completion, body.stream_options?.include_usage ?? false) : completion;
    },
  });
}

/** Who asks. Not the request's actor: nobody acts for the shop here, and a chat is no matter for the audit trail. */
const clients = new WeakMap<FastifyRequest, string>();

/** Any key or session will do. */
async function identified(request: FastifyRequest): Promise<void> {
  const actor: Actor | undefined = await request.server.guard.identify(request);
  if (!actor) throw unauthorized('Incorrect API key provided: send a shop key as Bearer token.');
  clients.set(request, actor.id);
}

function nameOf(request: FastifyRequest, { metadata, user }: ChatRequestBody): string | undefined {
  const given = metadata?.conversation_id;
  const conversation = typeof given === 'string' && given !== '' ? given : header(request, 'x-conversation-id');
  if (conversation !== undefined) return `conversation\n${conversation}`;
  return user ? `user\n${user}` : undefined;
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value.slice(0, 512) : undefined;
}

function completionOf(
  { messages, model }: ChatRequestBody,
  { answer, text }: ChatAnswer,
  { id, now }: { readonly id: string; readonly now: number },
): ChatCompletion {
  const prompt = messages.reduce((sum, { content }) => sum + characters(content), 0);
  const completion = characters(text);
  return {
    id,
    object: 'chat.completion',
    created: Math.floor(now / 1_000),
    model: model ?? MODEL.id,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: text, refusal: null },
        logprobs: null,
        finish_reason: 'stop',
      },
    ],
    usage: { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion },
    xiaoer: {
      conversation: answer.conversation,
      action: answer.action,
      citations: [...answer.citations],
      handoff: answer.handoff,
      usage_unit: 'characters',
    },
  };
}

function characters(content: ChatRequestBody['messages'][number]['content']): number {
  if (typeof content === 'string') return [...content].length;
  return (content ?? []).reduce((sum, { text }) => sum + [...(text ?? '')].length, 0);
}

/** The answer as chunks, a sentence each. It starts when the answer is on disk, so a stream that breaks lost nothing. */
function sendChunks(reply: FastifyReply, completion: ChatCompletion, withUsage: boolean): FastifyReply {
  const { choices, usage, xiaoer, object: _object, ...head } = completion;
  const chunk = (delta: object, finish_reason: 'stop' | null, more: object = {}) => ({
    ...{ ...head, object: 'chat.completion.chunk' },
    choices: [{ index: 0, delta, logprobs: null, finish_reason }],
    ...(withUsage ? { usage: null } : {}),
    ...more,
  });
  const chunks = [
    chunk({ role: 'assistant', content: '' }, null),
    ...replyChunks(choices[0].message.content).map((content) => chunk({ content }, null)),
    chunk({}, 'stop', { xiaoer }),
    ...(withUsage ? [{ ...head, object: 'chat.completion.chunk', choices: [], usage }] : []),
  ];
  const events = [...chunks.map((data) => JSON.stringify(data)), '[DONE]'].map((data) => `data: ${data}\n\n`);
  reply.headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
  return reply.type(EVENT_STREAM).send(Readable.from(events));
}
