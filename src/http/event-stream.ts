import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { MessageAnswer } from '../conversation/lane/message-answer.ts';
import { replyChunks } from '../text/reply-chunks.ts';

/** The media type of server-sent events. */
export const EVENT_STREAM = 'text/event-stream';

/** OpenAPI entry of an answer that is a stream of events. */
export const EVENT_STREAM_ANSWER = {
  description: 'Events, as the description of the route says.',
  content: { [EVENT_STREAM]: { schema: z.string() } },
};

/** Whether the client asked for a stream rather than for one JSON document. */
export function wantsEventStream(request: FastifyRequest): boolean {
  return (request.headers.accept ?? '').toLowerCase().includes(EVENT_STREAM);
}

/**
 * Streams an answer: an event `reply` with `{text}` for each of `replyChunks`, then `done` with the whole answer. It starts when
 * the answer is on disk, so a stream that breaks off has lost nothing: the same message again brings it back.
 */
export function sendEventStream(reply: FastifyReply, answer: MessageAnswer): FastifyReply {
  // Proxies would otherwise hold the events back until the end.
  reply.headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
  return reply.type(EVENT_STREAM).send(Readable.from(answerEvents(answer)));
}

/** The events of an answer, each as it goes over the wire. */
export function answerEvents(answer: MessageAnswer): string[] {
  return [...replyChunks(answer.reply).map((text) => event('reply', { text })), event('done', answer)];
}

function event(name: string, data: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
