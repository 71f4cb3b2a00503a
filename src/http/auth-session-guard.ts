import type { FastifyRequest } from 'fastify';
import type { AuthDeps } from '../auth/auth-deps.ts';
import { actorOfAccount, resumeSession } from '../auth/session.ts';
import { identifyKey } from '../auth/shop-keys.ts';
import type { Guard } from './auth-guard.ts';
import { refuseForeignPages } from './own-pages.ts';
import { sessionToken } from './session-cookie.ts';

/** Knows people by their session and programs by their shop key. A key that is given is not second-guessed by a cookie. */
export function createGuard(deps: Pick<AuthDeps, 'accounts' | 'clock'>): Guard {
  return {
    async identify(request) {
      const secret = bearerToken(request);
      if (secret !== undefined) return identifyKey(deps, secret);
      const token = sessionToken(request);
      const account = token === undefined ? undefined : await resumeSession(deps, token);
      if (!account) return undefined;
      refuseForeignPages(request);
      return actorOfAccount(account);
    },
  };
}

/** What follows `Bearer` in the header `Authorization`; an empty string when the header is something else. */
function bearerToken({ headers }: FastifyRequest): string | undefined {
  if (headers.authorization === undefined) return undefined;
  return /^Bearer +(\S+) *$/i.exec(headers.authorization)?.[1] ?? '';
}
