import cookie from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_LONGEST_MS } from '../auth/log-in-rules.ts';
import type { HttpServer } from './http-server.ts';

/** The cookie that carries a session's token. */
const SESSION_COOKIE = 'xiaoer_session';

/** Reads and writes cookies on every route. */
export async function registerCookies(app: HttpServer): Promise<void> {
  await app.register(cookie);
}

/** The token a browser sent, if any. */
export function sessionToken(request: FastifyRequest): string | undefined {
  return request.cookies[SESSION_COOKIE];
}

/** Hands the token to the browser, out of reach of scripts and of other sites. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(SESSION_COOKIE, token, { ...attributes(request), maxAge: SESSION_LONGEST_MS / 1000 });
}

/** Takes the token from the browser. */
export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, attributes(request));
}

function attributes(request: FastifyRequest) {
  // A cookie for https only would be lost on http://localhost in some browsers, and in a shop's own network.
  const secure = request.protocol === 'https';
  return { path: '/', httpOnly: true, sameSite: 'strict' as const, secure };
}
