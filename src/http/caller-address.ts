import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';

/**
 * Whom to count a request for. An IPv6 customer owns a whole /64 and could take another address for every request.
 */
export function callerAddress({ ip }: Pick<FastifyRequest, 'ip'>): string {
  return normalizeIP(ip, 64);
}
