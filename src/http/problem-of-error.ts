import { InvalidFieldError, XiaoerError } from '../domain/errors.ts';
import { fieldErrors } from './field-errors.ts';
import type { FieldError, ProblemDetails } from './problem.ts';
import { InvalidRequestError } from './validate-request.ts';

/** A route refuses a request for reasons of HTTP alone. */
export class HttpError extends Error {
  readonly problem: ProblemDetails;

  constructor(problem: ProblemDetails) {
    super(problem.code);
    this.name = 'HttpError';
    this.problem = problem;
  }
}

const INTERNAL: ProblemDetails = { status: 500, code: 'internal' };
const TRY_AGAIN = { 'retry-after': '1' };

/** The one place where errors become HTTP statuses. What is not expected is a 500 that tells nothing. */
export function problemOfError(error: unknown): ProblemDetails {
  if (error instanceof HttpError) return error.problem;
  if (error instanceof XiaoerError) return problemOfXiaoerError(error);
  if (error instanceof InvalidRequestError) {
    const errors = fieldErrors(error.issues, error.validationContext ?? 'body');
    return { status: 400, code: 'invalid_input', detail: 'The request is not valid.', errors };
  }
  return problemOfFastifyError(error);
}

function problemOfXiaoerError(error: XiaoerError): ProblemDetails {
  const { code, message } = error;
  if (error instanceof InvalidFieldError) return wrong(400, code, error.field, error.problem);
  if (code === 'invalid_input') return { status: 400, code, detail: message };
  if (code === 'not_found') return { status: 404, code, detail: message };
  if (code === 'conflict') return { status: 409, code, detail: message };
  if (error.isRetryable) {
    return { status: 503, code, detail: 'Not now; please try again.', headers: TRY_AGAIN };
  }
  return INTERNAL;
}

const wrong = (status: number, code: string, field: string, message: string): ProblemDetails => {
  const errors: FieldError[] = [{ field, message }];
  return { status, code, detail: `${field} ${message}`, errors };
};

/** By fastify's own error codes: their messages quote the request, so none is passed on. */
const FASTIFY_PROBLEMS: Readonly<Record<string, ProblemDetails>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: wrong(413, 'payload_too_large', 'body', 'must not be larger than 64 KB'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: wrong(415, 'unsupported_media_type', 'content-type', 'must be application/json'),
  FST_ERR_CTP_EMPTY_JSON_BODY: wrong(400, 'invalid_input', 'body', 'must not be empty'),
  FST_ERR_CTP_INVALID_JSON_BODY: wrong(400, 'invalid_input', 'body', 'is not valid JSON'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: wrong(400, 'invalid_input', 'content-length', 'does not match the body'),
  FST_ERR_BAD_URL: wrong(400, 'invalid_input', 'url', 'is not valid'),
  FST_ERR_MAX_PARAM_LENGTH: wrong(400, 'invalid_input', 'url', 'is too long'),
};

function problemOfFastifyError(error: unknown): ProblemDetails {
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  const known = typeof code === 'string' ? FASTIFY_PROBLEMS[code] : undefined;
  if (known) return known;
  const isClientError = typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500;
  return isClientError ? { status: statusCode, code: 'bad_request' } : INTERNAL;
}
