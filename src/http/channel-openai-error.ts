import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type ProblemDetails, type ProblemStatus, problemResponses } from './problem.ts';
import { problemOfError } from './problem-of-error.ts';

/** Answers errors the way clients of the OpenAI API expect them: `{error: {message, type, param, code}}`. */
export function handleOpenAiError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply) {
  const problem = problemOfError(error);
  if (problem.status >= 500 && problem.status !== 503) request.log.error({ error: error.message }, 'request failed');
  return reply
    .code(problem.status)
    .headers({ ...problem.headers, 'x-request-id': request.id })
    .type('application/json')
    .send(JSON.stringify({ error: openAiError(problem) }));
}

const errorAnswer = z
  .object({
    error: z.object({
      message: z.string(),
      type: z.string(),
      param: z.string().nullable().describe('The field that is wrong.'),
      code: z.string().nullable(),
    }),
  })
  .meta({ id: 'OpenAiError' });

/** OpenAPI entries of the errors a route for clients of the OpenAI API may answer with; 429 and 500 always. */
export function openAiErrors(...statuses: readonly ProblemStatus[]) {
  const described = Object.entries(problemResponses(...statuses));
  return Object.fromEntries(
    described.map(([status, { description }]) => [
      status,
      { description, content: { 'application/json': { schema: errorAnswer } } },
    ]),
  );
}

function openAiError(problem: ProblemDetails) {
  const [wrong] = problem.errors ?? [];
  return {
    message: wrong ? `${wrong.field} ${wrong.message}` : (problem.detail ?? 'The server had an error.'),
    type: typeOf(problem.status),
    param: wrong?.field ?? null,
    code: problem.status === 401 ? 'invalid_api_key' : problem.code,
  };
}

function typeOf(status: number): string {
  if (status === 429) return 'rate_limit_error';
  return status >= 500 ? 'server_error' : 'invalid_request_error';
}
