import { STATUS_CODES } from 'node:http';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

/** The media type of every error (RFC 9457). */
export const PROBLEM_TYPE = 'application/problem+json';

const fieldError = z
  .object({
    field: z.string().describe('Where it is: a path such as `text` or `customer.name`, or `body` for all of it.'),
    message: z.string().describe('What is wrong with it, for a developer.'),
  })
  .meta({ id: 'FieldError' });

/** An error as a client sees it. */
const problemSchema = z
  .object({
    type: z.string().describe('`urn:xiaoer:problem:` and the code; stable, made to be compared.'),
    title: z.string().describe('The HTTP status in words.'),
    status: z.number().int(),
    detail: z.string().optional().describe('What went wrong this time. Absent from every 5xx but 503.'),
    requestId: z.string().describe('Names this request in the logs; also in the header `x-request-id`.'),
    errors: z.array(fieldError).optional().describe('The fields that were wrong, with 4xx.'),
    reasons: z.array(z.string()).optional().describe('With 503 of /readyz: what the server still waits for.'),
  })
  .meta({ id: 'Problem', description: 'Problem details (RFC 9457).' });

/** One wrong field. */
export type FieldError = z.infer<typeof fieldError>;

/** What is particular to one problem; the rest follows from the status. */
export interface ProblemDetails {
  readonly status: number;
  /** In snake case, such as `invalid_input`. */
  readonly code: string;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  readonly reasons?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** The JSON text of a problem. */
export function problemJson(problem: ProblemDetails, requestId: string): string {
  const { status, code, detail, errors, reasons } = problem;
  const type = `urn:xiaoer:problem:${code.replaceAll('_', '-')}`;
  return JSON.stringify({ type, title: STATUS_CODES[status], status, detail, requestId, errors, reasons });
}

/** Ends the request with a problem. */
export function sendProblem(reply: FastifyReply, problem: ProblemDetails): FastifyReply {
  return reply
    .code(problem.status)
    .headers({ ...problem.headers, 'x-request-id': reply.request.id })
    .type(PROBLEM_TYPE)
    .send(problemJson(problem, reply.request.id));
}

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: 'The request is wrong; `errors` names the fields.',
  401: 'Nobody is logged in, and there is no valid shop key.',
  403: 'Whoever asks may not do this.',
  404: 'There is no such thing.',
  409: 'The request contradicts the present state.',
  413: 'The body is larger than 64 KB.',
  415: 'The body is not `application/json`.',
  429: 'Too many requests; try again after the seconds in `Retry-After`.',
  503: 'Not now; try again after the seconds in `Retry-After`. Nothing was done.',
};

/** The statuses that the API description knows. */
export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 429 | 503;

/** OpenAPI entries of the problems a route may answer with; 429 and 500, which any may, always among them. */
export function problemResponses(...statuses: readonly ProblemStatus[]) {
  const content = { [PROBLEM_TYPE]: { schema: problemSchema } };
  const entries = [...statuses, 429 as const].map((status) => [status, { description: DESCRIPTIONS[status], content }]);
  return {
    ...Object.fromEntries(entries),
    500: { description: 'Our fault; nothing more is told. The same request may be repeated.', content },
  } as Record<number, { description: string; content: { [type: string]: { schema: typeof problemSchema } } }>;
}
