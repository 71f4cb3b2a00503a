import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './problem.ts';
import { problemOfError } from './problem-of-error.ts';

/**
 * The one error handler: answers with problem+json, and logs a 5xx with its cause and everything else at debug level.
 * Neither the answer nor the log contains the request's body.
 */
export function handleError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOfError(error);
  if (problem.status === 503) request.log.warn({ code: problem.code }, 'refused for now');
  else if (problem.status >= 500) request.log.error({ error: loggable(error) }, 'request failed');
  else request.log.debug({ code: problem.code, fields: problem.errors?.map((wrong) => wrong.field) }, 'refused');
  return sendProblem(reply, problem);
}

/** Chosen properties only: errors of clients and databases carry whole requests around. */
function loggable(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? error.code : undefined;
  return { name, code, message, stack, ...(cause === undefined ? {} : { cause: loggable(cause) }) };
}
