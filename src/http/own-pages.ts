import type { FastifyRequest } from 'fastify';
import { forbidden } from './auth-guard.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that a browser makes for a page which is not ours, whatever cookie comes along. The second lock
 * beside SameSite: browsers say in `Sec-Fetch-Site` who asks, and over plain http in `Origin`. A program sends neither.
 * @throws HttpError 403
 */
export function refuseForeignPages(request: FastifyRequest): void {
  if (READS.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const isOwn = site === undefined ? isOwnOrigin(request) : site === 'same-origin';
  if (!isOwn) throw forbidden('This may only be asked for by pages of this server.');
}

/** Hosts are compared and not schemes: behind a proxy we may not know that we are served over https. */
function isOwnOrigin({ headers, host }: FastifyRequest): boolean {
  const { origin } = headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const asked = new URL(origin);
  // Parsed alike, so that a default port that is written out makes no difference.
  const own = `${asked.protocol}//${host}`;
  return URL.canParse(own) && new URL(own).host === asked.host;
}
