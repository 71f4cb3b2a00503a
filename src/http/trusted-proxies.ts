import type { FastifyServerOptions } from 'fastify';

/** Nobody, so many proxies in front of us, or proxies at these addresses (CIDR too). */
export type TrustedProxies = false | number | readonly string[];

/**
 * As fastify's option. Never "everybody": then the first address in `X-Forwarded-For` counts, which is whatever the
 * client wrote there.
 */
export function trustProxyOption(proxies: TrustedProxies): FastifyServerOptions['trustProxy'] {
  if (typeof proxies === 'number') return (_address, hop) => hop < proxies;
  return proxies === false ? false : [...proxies];
}
