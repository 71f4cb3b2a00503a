/**
 * Milliseconds that a `Retry-After` header asks to wait (RFC 9110, section 10.2.3: seconds or a date); undefined when
 * it is absent, unreadable or past.
 */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Number.isFinite(wait) && wait > 0 ? wait : undefined;
}
