import type { FastifyRequest } from 'fastify';
import type { HttpServer } from './http-server.ts';
import { HttpError } from './problem-of-error.ts';

/** The largest body in bytes: the longest text in the widest encoding fits several times. */
export const BODY_LIMIT = 64 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Accepts `application/json` and nothing else. Bytes that are not UTF-8 are refused rather than replaced: a question
 * mark in the middle of an order number helps nobody. Keys that would reach an object's prototype are refused, too.
 */
export function acceptOnlyJson(app: HttpServer): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
    (request: FastifyRequest, body: Buffer, done) => {
      const text = decode(body);
      if (text === undefined) done(notJson());
      // fastify's own parser reports some bad JSON without a code of its own.
      else parse(request, text, (error, value) => (error ? done(text === '' ? error : notJson()) : done(null, value)));
    },
  );
}

function decode(body: Buffer): string | undefined {
  try {
    return utf8.decode(body);
  } catch {
    return undefined;
  }
}

function notJson(): HttpError {
  const message = 'is not valid JSON in UTF-8';
  return new HttpError({
    status: 400,
    code: 'invalid_input',
    detail: `body ${message}`,
    errors: [{ field: 'body', message }],
  });
}
